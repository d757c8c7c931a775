import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type DatasetColumn, RikuyError } from '@rikuy/contracts';
import type {
  ColumnCounts,
  CompareOptions,
  CountedBar,
  CountedValue,
  DatasetTable,
  DatasetValue,
  NumberFigures,
  RowComparison,
} from '@rikuy/engine';
import { type DuckDb, openDuckDb, quotedName, quotedText } from './open-duckdb.ts';

type Row = readonly unknown[];

/** Memory for one table; what does not fit goes to the disk. */
const memoryMegabytes = 500;

/**
 * A Parquet file whose columns are those of a dataset: numbers, texts, booleans, and times that are kept as timestamps
 * without a zone in UTC.
 */
export class ParquetTable implements DatasetTable {
  readonly path: string;
  readonly columns: readonly DatasetColumn[];
  readonly rows: number;
  private readonly database: DuckDb;
  private readonly dispose: () => Promise<void>;

  private constructor(
    { path, columns, dispose = async () => undefined }: ParquetTableOptions,
    { database, rows }: { readonly database: DuckDb; readonly rows: number },
  ) {
    this.path = path;
    this.columns = columns;
    this.database = database;
    this.rows = rows;
    this.dispose = dispose;
  }

  /** @throws RikuyError `unreadable-file` */
  static async open(options: ParquetTableOptions): Promise<ParquetTable> {
    const overflowFolder = join(tmpdir(), `rikuy-table-${randomUUID()}`);
    const database = await openDuckDb({ overflowFolder, memoryMegabytes });
    try {
      const rows = await countRows(database.connection, options.path);
      await database.connection.run(viewOf(options));
      return new ParquetTable(options, { database, rows });
    } catch (cause) {
      database.close();
      throw new RikuyError('unreadable-file', `Expected a Parquet file at ${options.path}; it cannot be read as one.`, {
        cause,
      });
    }
  }

  async *scan(columns: readonly string[]): AsyncIterable<readonly (readonly DatasetValue[])[]> {
    const result = await this.connection.stream(`select ${this.selection(columns)} from data`);
    for await (const chunk of result) yield chunk.getColumns() as DatasetValue[][];
  }

  /** The rows whose numbers hash lowest, so that it does not depend on threads or on what else is asked. */
  async sample(columns: readonly string[], { rows, seed }: { readonly rows: number; readonly seed: number }) {
    const picked = `with picked as (
      select file_row_number from data order by hash(file_row_number, ${Math.trunc(seed)}), file_row_number limit ${Math.trunc(rows)}
    )`;
    const where = rows < this.rows ? 'where file_row_number in (select file_row_number from picked)' : '';
    const sql = `${picked} select ${this.selection(columns)} from data ${where} order by file_row_number`;
    return (await this.connection.runAndReadAll(sql)).getColumns() as DatasetValue[][];
  }

  /** A column at a time: all at once would hold the distinct values of all. */
  async figures(columns: readonly string[], quantiles: readonly number[]): Promise<readonly ColumnCounts[]> {
    const found: ColumnCounts[] = [];
    for (const name of columns) {
      const isNumber = this.column(name).kind === 'number';
      const [present, distinct] = await this.countsOf(name);
      const numbers = isNumber && present > 0 ? await this.numberFigures(name, quantiles) : null;
      found.push({ present, distinct, numbers });
    }
    return found;
  }

  async commonest(
    column: string,
    { limit, label }: { readonly limit: number; readonly label?: string },
  ): Promise<readonly CountedValue[]> {
    const name = this.name(column);
    const rows = await this.all(`
      select ${name}::varchar as value, ${this.labelledCounts(label)} from data
      where ${name} is not null group by ${name} order by 2 desc, 1 limit ${Math.trunc(limit)}`);
    return rows.map(([value, ...counts]) => ({ value: String(value), ...labelledRows(counts) }));
  }

  async histogram(
    column: string,
    {
      from,
      to,
      bars,
      label,
    }: { readonly from: number; readonly to: number; readonly bars: number; readonly label?: string },
  ): Promise<readonly CountedBar[]> {
    const name = this.name(column);
    const width = (to - from) / bars;
    const inside = width > 0 ? `least(floor((${name} - ${exact(from)}) / ${exact(width)}), ${bars - 1})` : '0';
    const rows = await this.all(`
      select case when ${name} < ${exact(from)} then -1 when ${name} > ${exact(to)} then ${bars} else ${inside} end::double,
        ${this.labelledCounts(label)}
      from data where ${name} is not null group by 1 order by 1`);
    return rows.map(([bar, ...counts]) => ({ bar: Number(bar), ...labelledRows(counts) }));
  }

  async correlations(columns: readonly string[]): Promise<readonly (readonly number[])[]> {
    const pairs = columns.flatMap((a, i) => columns.slice(0, i).map(b => `corr(${this.name(a)}, ${this.name(b)})`));
    const values = pairs.length === 0 ? [] : (await this.all(`select ${pairs.join(', ')} from data`))[0];
    const below = (i: number, j: number): number => Number(values[(i * (i - 1)) / 2 + j] ?? NaN);
    return columns.map((_, i) => columns.map((__, j) => (i === j ? 1 : i > j ? below(i, j) : below(j, i))));
  }

  /** Counted by a hash of 64 bits: of a million rows two different ones are taken for one with odds of 1 to 37 million. */
  async distinctRows(columns: readonly string[]): Promise<number> {
    if (columns.length === 0) return Math.min(1, this.rows);
    const names = columns.map(column => this.name(column)).join(', ');
    const [[count]] = await this.all(`select count(*)::double from (select distinct hash(${names}) from data)`);
    return Number(count);
  }

  async compareWith(older: DatasetTable, { by, columns }: CompareOptions): Promise<RowComparison> {
    if (!(older instanceof ParquetTable)) throw new RikuyError('internal', 'Only two Parquet tables can be compared.');
    await this.connection.run(viewOf(older, 'older'));
    const key = this.name(by);
    const differs = columns.map(column => `(n.${this.name(column)} is distinct from o.${this.name(column)})`);
    const inBoth = `n.${key} is not null and o.${key} is not null`;
    const [[added, removed, both, changed, ...changedIn]] = await this.all(`
      select count(*) filter (o.${key} is null)::double, count(*) filter (n.${key} is null)::double,
        count(*) filter (${inBoth})::double,
        count(*) filter (${inBoth} and (${differs.join(' or ') || 'false'}))::double
        ${differs.map(one => `, count(*) filter (${inBoth} and ${one})::double`).join('')}
      from data n full outer join older o on n.${key} = o.${key}`);
    return {
      added: Number(added),
      removed: Number(removed),
      changed: Number(changed),
      unchanged: Number(both) - Number(changed),
      changedIn: changedIn.map(Number),
    };
  }

  async close(): Promise<void> {
    this.database.close();
    await this.dispose();
  }

  private get connection(): DuckDBConnection {
    return this.database.connection;
  }

  private async all(sql: string): Promise<readonly Row[]> {
    return (await this.connection.runAndReadAll(sql)).getRowsJS();
  }

  private async countsOf(column: string): Promise<readonly [present: number, distinct: number]> {
    const name = this.name(column);
    const [[present, distinct]] = await this.all(
      `select count(${name})::double, count(distinct ${name})::double from data`,
    );
    return [Number(present), Number(distinct)];
  }

  /** Third and fourth moments are taken of standardised values: of raw ones they drown in rounding. */
  private async numberFigures(column: string, quantiles: readonly number[]): Promise<NumberFigures> {
    const name = this.name(column);
    const [[min, max, mean, std, zeros, negatives, ...values]] = await this.all(`
      select min(${name}), max(${name}), favg(${name}), stddev_samp(${name}),
        count(*) filter (${name} = 0)::double, count(*) filter (${name} < 0)::double
        ${quantiles.map((_, i) => `, q[${i + 1}]`).join('')}
      from data, (select quantile_cont(${name}, [${quantiles.map(exact).join(', ')}]) as q from data) group by q`);
    const spread = Number(std ?? 0);
    const standard = `((${name} - ${exact(Number(mean))}) / ${exact(spread)})`;
    const [[skewness, kurtosis]] =
      spread > 0 ? await this.all(`select skewness(${standard}), kurtosis(${standard}) from data`) : [[null, null]];
    return {
      min: Number(min),
      max: Number(max),
      mean: Number(mean),
      std: finiteOrNull(std),
      skewness: finiteOrNull(skewness),
      kurtosis: finiteOrNull(kurtosis),
      zeros: Number(zeros),
      negatives: Number(negatives),
      quantiles: values.map(Number),
    };
  }

  private labelledCounts(label: string | undefined): string {
    if (label === undefined) return 'count(*)::double, 0, 0';
    const name = this.name(label);
    return `count(*)::double, count(${name})::double, count(*) filter (${name}::double = 1)::double`;
  }

  private selection(columns: readonly string[]): string {
    return columns.map(column => this.name(column)).join(', ');
  }

  private name(column: string): string {
    return quotedName(this.column(column).name);
  }

  private column(name: string): DatasetColumn {
    const found = this.columns.find(column => column.name === name);
    if (!found)
      throw new RikuyError(
        'not-found',
        `The table has no column \`${name}\`; it has ${this.columns.map(column => column.name).join(', ')}.`,
      );
    return found;
  }
}

export interface ParquetTableOptions {
  readonly path: string;
  readonly columns: readonly DatasetColumn[];
  /** What to do once nobody reads the file any more. */
  readonly dispose?: () => Promise<void>;
}

function viewOf({ path, columns }: Pick<ParquetTableOptions, 'path' | 'columns'>, name = 'data'): string {
  const selected = columns.map(column => `${readable(column)} as ${quotedName(column.name)}`);
  return `create or replace view ${name} as select ${[...selected, 'file_row_number'].join(', ')}
    from read_parquet(${quotedText(path)}, file_row_number = true)`;
}

function readable({ name, kind }: DatasetColumn): string {
  const column = quotedName(name);
  switch (kind) {
    case 'number':
      return `${column}::double`;
    case 'time':
      return `epoch_ms(${column})::double`;
    case 'boolean':
      return `${column}::boolean`;
    case 'category':
      return `${column}::varchar`;
  }
}

async function countRows(connection: DuckDBConnection, path: string): Promise<number> {
  const sql = `select num_rows::double from parquet_file_metadata(${quotedText(path)})`;
  return Number((await connection.runAndReadAll(sql)).getRowsJS()[0][0]);
}

function labelledRows([rows, labelled, positives]: Row): { rows: number; labelled: number; positives: number } {
  return { rows: Number(rows), labelled: Number(labelled), positives: Number(positives) };
}

/** A number that SQL reads back as the same bits. */
function exact(value: number): string {
  return `'${value}'::double`;
}

function finiteOrNull(value: unknown): number | null {
  return value === null || value === undefined || !Number.isFinite(Number(value)) ? null : Number(value);
}
