import type { DatasetColumn } from '@rikuy/contracts';
import { categories, type Column, numbers, table as learnTable, type Table, times } from '@rikuy/learn';
import type { DatasetTable, DatasetValue } from '../../ports/dataset-store.ts';

/** Some rows of a table in memory. */
export interface Sample {
  readonly rows: number;
  readonly columns: readonly DatasetColumn[];
  readonly table: Table;
  /** 0, 1, or NaN where unknown; null where no label is declared. */
  readonly labels: Float64Array | null;
}

export interface SampleOptions {
  readonly rows: number;
  readonly seed?: number;
  readonly label?: { readonly column: string };
}

/** The columns of at most so many rows, drawn at random. */
export async function takeSample(
  table: DatasetTable,
  columns: readonly DatasetColumn[],
  { rows, seed = 1, label }: SampleOptions,
): Promise<Sample> {
  const names = [...columns.map(({ name }) => name), ...(label ? [label.column] : [])];
  const values = await table.sample(names, { rows, seed });
  const taken = values[0]?.length ?? 0;
  const named = columns.map(({ name, kind }, j): [string, Column] => [name, toColumn(kind, values[j])]);
  return {
    rows: taken,
    columns,
    table: learnTable(new Map(named)),
    labels: label ? asNumbers(values[columns.length]) : null,
  };
}

function toColumn(kind: DatasetColumn['kind'], values: readonly DatasetValue[]): Column {
  switch (kind) {
    case 'number':
      return numbers(asNumbers(values));
    case 'time':
      return times(asNumbers(values));
    case 'category':
    case 'boolean':
      return categories(values.map(value => (value === null ? null : String(value))));
  }
}

function asNumbers(values: readonly DatasetValue[]): Float64Array {
  return Float64Array.from(values, value => (value === null ? NaN : Number(value)));
}
