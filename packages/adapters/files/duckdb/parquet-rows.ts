import type { DuckDBConnection } from '@duckdb/node-api';
import { RikuyError } from '@rikuy/contracts';
import type { RawBatch, RawRow } from '@rikuy/engine';
import { quotedName, quotedText, withDuckDb } from './open-duckdb.ts';

interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

/** @throws RikuyError `unreadable-file` */
export async function parquetColumns(path: string): Promise<readonly string[]> {
  return (await onlyResult(path, connection => describe(connection, path))).map(({ name }) => name);
}

/** @throws RikuyError `unreadable-file` */
export async function countParquetRows(path: string): Promise<number> {
  const sql = `select num_rows::DOUBLE as n from parquet_file_metadata(${quotedText(path)})`;
  return onlyResult(path, async connection => {
    const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJS();
    return Number(row['n']);
  });
}

/** The rows of a Parquet file in its order, in batches of about `batch`; its first row is line 2, as after a header. */
export async function* parquetRows(path: string, skip: number, batch: number): AsyncIterable<RawBatch> {
  try {
    yield* withDuckDb(connection => stream(connection, path, { skip, batch }));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

async function* stream(
  connection: DuckDBConnection,
  path: string,
  { skip, batch }: { readonly skip: number; readonly batch: number },
): AsyncIterable<RawBatch> {
  const columns = await describe(connection, path);
  const selected = columns.map(readable).join(', ');
  const result = await connection.stream(`select ${selected} from read_parquet(${quotedText(path)}) offset ${skip}`);
  let rows: RawRow[] = [];
  let line = skip + 2;
  for await (const chunk of result.yieldRowObjectJs()) {
    for (const values of chunk) rows.push({ line: line++, values: values as RawRow['values'] });
    if (rows.length < batch) continue;
    yield { rows, broken: [] };
    rows = [];
  }
  if (rows.length > 0) yield { rows, broken: [] };
}

async function describe(connection: DuckDBConnection, path: string): Promise<readonly ParquetColumn[]> {
  const result = await connection.runAndReadAll(`describe select * from read_parquet(${quotedText(path)})`);
  return result.getRowsJS().map(([name, type]) => ({ name: name as string, type: type as string }));
}

const exactNumbers = /^(?:U?TINYINT|U?SMALLINT|U?INTEGER|FLOAT|DOUBLE|BOOLEAN|VARCHAR)$/;

/**
 * The column as text, number or boolean: dates and times as ISO text (with an offset only where the type has one),
 * whole numbers that JavaScript would round as text.
 */
function readable({ name, type }: ParquetColumn): string {
  const column = quotedName(name);
  if (exactNumbers.test(type)) return column;
  if (type === 'BIGINT' || type === 'UBIGINT' || type.startsWith('DECIMAL')) return `${column}::VARCHAR as ${column}`;
  if (type === 'TIMESTAMP WITH TIME ZONE') return `epoch_ms(${column})::DOUBLE as ${column}`;
  if (type.startsWith('TIMESTAMP')) return `strftime(${column}::TIMESTAMP, '%Y-%m-%d %H:%M:%S.%g') as ${column}`;
  return `${column}::VARCHAR as ${column}`;
}

async function onlyResult<T>(path: string, ask: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  try {
    for await (const result of withDuckDb(async function* (connection) {
      yield await ask(connection);
    })) {
      return result;
    }
  } catch (cause) {
    throw unreadable(path, cause);
  }
  throw unreadable(path, new Error('No answer came.'));
}

function unreadable(path: string, cause: unknown): unknown {
  if (cause instanceof RikuyError) return cause;
  return new RikuyError('unreadable-file', `Expected a Parquet file at ${path}; it cannot be read as one.`, { cause });
}
