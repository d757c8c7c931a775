import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type DatasetColumn, RikuyError } from '@rikuy/contracts';
import type { DatasetTable } from '@rikuy/engine';
import { openDuckDb, quotedName, quotedText } from '../duckdb/open-duckdb.ts';
import { ParquetTable } from '../duckdb/parquet-table.ts';
import { csvHeader } from '../text/csv-rows.ts';

export interface RawTable {
  readonly table: DatasetTable;
  /** Lines that could not be split into the header's columns. */
  readonly unreadable: number;
}

/**
 * A CSV or Parquet file as a table, whatever its columns are. A column of text is one of numbers, of times or of
 * booleans when every value of it is; the whole file is looked at, not its beginning. Close the table to delete what
 * was written aside.
 *
 * @throws RikuyError `unreadable-file`
 */
export async function openRawTable(path: string): Promise<RawTable> {
  const folder = await mkdtemp(join(tmpdir(), 'rikuy-raw-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const source = path.toLowerCase().endsWith('.parquet') ? parquetSource(path) : await csvSource(path);
    const copy = join(folder, 'rows.parquet');
    const { columns, unreadable } = await copyTyped(source, copy, folder);
    return { table: await ParquetTable.open({ path: copy, columns, dispose }), unreadable };
  } catch (error) {
    await dispose();
    if (error instanceof RikuyError) throw error;
    throw new RikuyError('unreadable-file', `Expected a CSV or Parquet file at ${path}; it cannot be read as one.`, {
      cause: error,
    });
  }
}

interface Source {
  /** What stands after `from`. */
  readonly relation: string;
  readonly rejects: boolean;
}

function parquetSource(path: string): Source {
  return { relation: `read_parquet(${quotedText(path)})`, rejects: false };
}

/** Delimiter, quote and columns are stated: a guess goes wrong without an error. */
async function csvSource(path: string): Promise<Source> {
  const { columns, delimiter, line } = await csvHeader({ path, encoding: 'utf-8' });
  const names = columns.map(name => `${quotedText(name)}: 'VARCHAR'`).join(', ');
  const options = [
    `columns = {${names}}`,
    `delim = ${quotedText(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    'auto_detect = false',
    'header = false',
    `skip = ${line}`,
    'store_rejects = true',
    'rejects_limit = 0',
    'null_padding = false',
    'parallel = true',
  ];
  return { relation: `read_csv(${quotedText(path)}, ${options.join(', ')})`, rejects: true };
}

/** Writes the rows once as they are, looks at every value, and writes them with the kinds found. */
async function copyTyped(
  { relation, rejects }: Source,
  copy: string,
  folder: string,
): Promise<{ readonly columns: readonly DatasetColumn[]; readonly unreadable: number }> {
  const { connection, close } = await openDuckDb({ overflowFolder: join(folder, 'overflow'), memoryMegabytes: 500 });
  try {
    const asIs = join(folder, 'as-is.parquet');
    await connection.run(
      `copy (select * from ${relation}) to ${quotedText(asIs)} (format parquet, compression snappy)`,
    );
    const unreadable = rejects ? await countRejects(connection) : 0;
    const kinds = await kindsOf(connection, asIs);
    const selected = kinds.map(({ name, read }) => `${read} as ${quotedName(name)}`).join(', ');
    await connection.run(
      `copy (select ${selected} from read_parquet(${quotedText(asIs)})) to ${quotedText(copy)} (format parquet, compression snappy)`,
    );
    await rm(asIs);
    return { columns: kinds.map(toColumn), unreadable };
  } finally {
    close();
  }
}

async function countRejects(connection: DuckDBConnection): Promise<number> {
  const rows = (await connection.runAndReadAll('select count(distinct line)::double from reject_errors')).getRowsJS();
  return Number(rows[0][0]);
}

interface KnownColumn {
  readonly name: string;
  readonly kind: DatasetColumn['kind'];
  /** The column as it is to be written. */
  readonly read: string;
}

async function kindsOf(connection: DuckDBConnection, path: string): Promise<readonly KnownColumn[]> {
  const relation = `read_parquet(${quotedText(path)})`;
  const described = (await connection.runAndReadAll(`describe select * from ${relation}`)).getRowsJS();
  const columns = described.map(([name, type]) => ({ name: name as string, type: type as string }));
  const texts = columns.filter(({ type }) => type === 'VARCHAR').map(({ name }) => name);
  const readings = await readingsOf(connection, relation, texts);
  return columns.map(({ name, type }) =>
    type === 'VARCHAR' ? fromText(name, readings.get(name)!) : fromType(name, type),
  );
}

type Reading = 'number' | 'time' | 'boolean' | 'category';

/** The first rows tell what a column can be at most, all rows whether it is. Only an empty column can be several. */
async function readingsOf(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly string[],
): Promise<ReadonlyMap<string, Reading>> {
  const first = `(select * from ${relation} limit ${firstRows})`;
  const open = new Map(columns.map(name => [name, textReadings as readonly Reading[]]));
  const possible = await fittingReadings(connection, first, open);
  const fitting = await fittingReadings(connection, relation, possible);
  return new Map([...fitting].map(([name, readings]) => [name, readings.length === 1 ? readings[0] : 'category']));
}

const firstRows = 20_000;
const textReadings = ['boolean', 'number', 'time'] as const;

/** Of the readings of each column, those that every value of the relation allows. */
async function fittingReadings(
  connection: DuckDBConnection,
  relation: string,
  asked: ReadonlyMap<string, readonly Reading[]>,
): Promise<ReadonlyMap<string, readonly Reading[]>> {
  const counts = [...asked].flatMap(([name, readings]) => [
    `count(${textOf(name)})::double`,
    ...readings.map(reading => `count(${readAs(reading, textOf(name))})::double`),
  ]);
  if (counts.length === 0) return new Map();
  const [row] = (await connection.runAndReadAll(`select ${counts.join(', ')} from ${relation}`)).getRowsJS();
  let at = 0;
  return new Map(
    [...asked].map(([name, readings]) => {
      const present = Number(row[at++]);
      return [name, readings.filter(() => Number(row[at++]) === present)];
    }),
  );
}

const textOf = (name: string): string => `nullif(trim(${quotedName(name)}), '')`;

function readAs(reading: Reading, text: string): string {
  switch (reading) {
    case 'number':
      return `case when isfinite(try_cast(${text} as double)) then try_cast(${text} as double) end`;
    case 'time':
      return `try_cast(${text} as timestamp)`;
    case 'boolean':
      return `case lower(${text}) when 'true' then true when 'false' then false end`;
    case 'category':
      return text;
  }
}

function fromText(name: string, kind: Reading): KnownColumn {
  const read = readAs(kind, textOf(name));
  return { name, kind, read: kind === 'time' ? `${read}::timestamp_ms` : read };
}

function fromType(name: string, type: string): KnownColumn {
  const column = quotedName(name);
  if (/^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/.test(type))
    return { name, kind: 'number', read: `case when isfinite(${column}::double) then ${column}::double end` };
  if (type === 'BOOLEAN') return { name, kind: 'boolean', read: column };
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return { name, kind: 'time', read: `epoch_ms(epoch_ms(${column}))::timestamp_ms` };
  if (type === 'DATE' || type.startsWith('TIMESTAMP')) return { name, kind: 'time', read: `${column}::timestamp_ms` };
  return { name, kind: 'category', read: `nullif(${column}::varchar, '')` };
}

function toColumn({ name, kind }: KnownColumn): DatasetColumn {
  return { name, kind, role: 'field', personal: false, title: null, unit: null };
}
