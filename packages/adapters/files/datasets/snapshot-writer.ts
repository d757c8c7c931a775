import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BOOLEAN, DOUBLE, type DuckDBAppender, DuckDBDataChunk, type DuckDBType, VARCHAR } from '@duckdb/node-api';
import { type DatasetColumn, type DatasetTableSummary, type DatasetVersion, RikuyError } from '@rikuy/contracts';
import type { DatasetValue, SnapshotWriter, TableDeclaration } from '@rikuy/engine';
import { type DuckDb, openDuckDb, quotedName, quotedText } from '../duckdb/open-duckdb.ts';
import { flush, replaceFile } from './durably.ts';

export const versionFile = 'version.json';

export interface SnapshotPlace {
  /** Where it is written; nobody looks there. */
  readonly unfinished: string;
  /** Where a version appears, by one renaming. */
  readonly published: (version: string) => string;
}

/** Rows wait in DuckDB, which puts them on the disk when they are many, and leave as Parquet. */
export async function beginSnapshot(
  place: SnapshotPlace,
  declarations: readonly TableDeclaration[],
): Promise<SnapshotWriter> {
  await mkdir(place.unfinished, { recursive: true, mode: 0o700 });
  const database = await openDuckDb({ overflowFolder: join(place.unfinished, 'overflow'), memoryMegabytes: 500 });
  const tables: WaitingTable[] = [];
  for (const declaration of declarations) tables.push(await WaitingTable.create(database, declaration));
  return new ParquetSnapshotWriter(place, database, tables);
}

class ParquetSnapshotWriter implements SnapshotWriter {
  private readonly place: SnapshotPlace;
  private readonly database: DuckDb;
  private readonly tables: readonly WaitingTable[];
  private isOpen = true;

  constructor(place: SnapshotPlace, database: DuckDb, tables: readonly WaitingTable[]) {
    this.place = place;
    this.database = database;
    this.tables = tables;
  }

  async append(table: string, rows: readonly (readonly DatasetValue[])[]): Promise<void> {
    this.table(table).append(rows);
  }

  async finish(): Promise<readonly DatasetTableSummary[]> {
    for (const table of this.tables) table.flush();
    const written: DatasetTableSummary[] = [];
    for (const { declaration } of this.tables) written.push(await this.write(declaration));
    this.closeDatabase();
    await rm(join(this.place.unfinished, 'overflow'), { recursive: true, force: true });
    return written;
  }

  async publish(version: DatasetVersion): Promise<void> {
    const { unfinished, published } = this.place;
    await replaceFile(join(unfinished, versionFile), JSON.stringify(version));
    await renameUnlessThere(unfinished, published(version.version));
    await flush(dirname(unfinished));
  }

  async abandon(): Promise<void> {
    this.closeDatabase();
    await rm(this.place.unfinished, { recursive: true, force: true });
  }

  private async write(declaration: TableDeclaration): Promise<DatasetTableSummary> {
    const { name } = declaration;
    const columns = this.columnsOf(declaration);
    const path = join(this.place.unfinished, `${name}.parquet`);
    await this.database.connection.run(
      `copy (${this.query(declaration)}) to ${quotedText(path)} (format parquet, compression zstd)`,
    );
    await flush(path);
    const rows = this.table(name).rows;
    return { name, rows, columns: [...columns], bytes: (await stat(path)).size, sha256: await hashOfFile(path) };
  }

  private columnsOf({ columns, newestLabelFrom }: TableDeclaration): readonly DatasetColumn[] {
    if (newestLabelFrom === undefined) return columns;
    return [...columns, ...this.labelColumns(newestLabelFrom.table)];
  }

  private labelColumns(table: string): readonly DatasetColumn[] {
    return this.table(table).declaration.columns.filter(({ role }) => role === 'label');
  }

  private query({ name, columns, newestLabelFrom }: TableDeclaration): string {
    const own = columns.map(column => `${kept(column, 'r')} as ${quotedName(column.name)}`);
    const from = `from ${quotedName(name)} r`;
    if (newestLabelFrom === undefined) return `select ${own.join(', ')} ${from} order by r.rowid`;
    const { table, by } = newestLabelFrom;
    const added = this.labelColumns(table).map(column => `${kept(column, 'l')} as ${quotedName(column.name)}`);
    const [labels, key] = [quotedName(table), quotedName(by)];
    return `select ${[...own, ...added].join(', ')} ${from}
      left join (select * from ${labels} where rowid in (select max(rowid) from ${labels} group by ${key})) l
        on l.${key} = r.${key}
      order by r.rowid`;
  }

  private table(name: string): WaitingTable {
    const found = this.tables.find(({ declaration }) => declaration.name === name);
    if (!found) throw new RikuyError('internal', `The snapshot has no table ${name}.`);
    return found;
  }

  private closeDatabase(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    for (const table of this.tables) table.close();
    this.database.close();
  }
}

/** As many values as DuckDB takes at once. */
const chunkRows = 2048;

/** The rows of one table on their way; times wait as epoch milliseconds. */
class WaitingTable {
  readonly declaration: TableDeclaration;
  rows = 0;
  private readonly appender: DuckDBAppender;
  private readonly types: readonly DuckDBType[];
  private waiting: DatasetValue[][];

  private constructor(declaration: TableDeclaration, appender: DuckDBAppender) {
    this.declaration = declaration;
    this.appender = appender;
    this.types = declaration.columns.map(waitingType);
    this.waiting = declaration.columns.map(() => []);
  }

  static async create({ connection }: DuckDb, declaration: TableDeclaration): Promise<WaitingTable> {
    const columns = declaration.columns.map(column => `${quotedName(column.name)} ${waitingType(column).toString()}`);
    await connection.run(`create table ${quotedName(declaration.name)} (${columns.join(', ')})`);
    return new WaitingTable(declaration, await connection.createAppender(declaration.name));
  }

  append(rows: readonly (readonly DatasetValue[])[]): void {
    for (const row of rows) {
      for (let j = 0; j < this.waiting.length; j++) this.waiting[j].push(storable(row[j]));
      if (this.waiting[0].length === chunkRows) this.pass();
    }
    this.rows += rows.length;
  }

  flush(): void {
    if (this.waiting[0].length > 0) this.pass();
    this.appender.flushSync();
  }

  close(): void {
    this.appender.closeSync();
  }

  private pass(): void {
    const chunk = DuckDBDataChunk.create(this.types, this.waiting[0].length);
    chunk.setColumns(this.waiting);
    this.appender.appendDataChunk(chunk);
    this.waiting = this.waiting.map(() => []);
  }
}

function waitingType({ kind }: DatasetColumn): DuckDBType {
  return kind === 'category' ? VARCHAR : kind === 'boolean' ? BOOLEAN : DOUBLE;
}

/** The column as the file keeps it. */
function kept({ name, kind }: DatasetColumn, of: string): string {
  const column = `${of}.${quotedName(name)}`;
  return kind === 'time' ? `epoch_ms(${column}::bigint)::timestamp_ms` : column;
}

function storable(value: DatasetValue | undefined): DatasetValue {
  return value === undefined || (typeof value === 'number' && Number.isNaN(value)) ? null : value;
}

async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Somebody published the same content first: a folder that is not empty is never replaced.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    await rm(from, { recursive: true, force: true });
  }
}

/** SHA-256 of a file. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  stream.on('data', chunk => hash.update(chunk));
  await once(stream, 'close');
  return hash.digest('hex');
}
