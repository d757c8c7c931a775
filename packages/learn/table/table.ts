import { LearnError } from '../protocol/learn-error.ts';
import { type CategoryColumn, type Column, columnLength, type NumberColumn } from './column.ts';

/** Columns of equal length, by name and in order. Nothing in a table is an object per row. */
export interface Table {
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/**
 * A table of these columns.
 * @throws LearnError `invalid-data` when lengths differ.
 * @example table({ amount: numbers([10, NaN]), country: categories(['PE', 'CN']) })
 */
export function table(columns: Readonly<Record<string, Column>> | ReadonlyMap<string, Column>): Table {
  const map = columns instanceof Map ? columns : new Map(Object.entries(columns));
  let rowCount = -1;
  for (const [name, column] of map) {
    const length = columnLength(column);
    if (rowCount >= 0 && length !== rowCount) {
      throw new LearnError(
        'invalid-data',
        `column \`${name}\` must have ${rowCount} rows like the others; got ${length}.`,
      );
    }
    rowCount = length;
  }
  return { rowCount: Math.max(rowCount, 0), columns: map };
}

/** These columns, in this order. */
export function select(X: Table, names: readonly string[]): Table {
  return { rowCount: X.rowCount, columns: new Map(names.map(name => [name, column(X, name)])) };
}

/** The rows at these positions, in this order; a position may repeat. */
export function takeRows(X: Table, rows: Int32Array | Uint32Array | readonly number[]): Table {
  return {
    rowCount: rows.length,
    columns: new Map([...X.columns].map(([name, one]) => [name, takeColumn(one, rows)])),
  };
}

/** `X` with these columns added or replaced. */
export function withColumns(X: Table, added: Readonly<Record<string, Column>>): Table {
  return table(new Map([...X.columns, ...Object.entries(added)]));
}

/** @throws LearnError `missing-column` */
export function column(X: Table, name: string): Column {
  const found = X.columns.get(name);
  if (!found)
    throw new LearnError(
      'missing-column',
      `column \`${name}\` is missing; the table has ${[...X.columns.keys()].join(', ') || 'none'}.`,
    );
  return found;
}

/** @throws LearnError `missing-column` or, for another kind, `invalid-data` */
export function numberColumn(X: Table, name: string): NumberColumn {
  return ofKind(column(X, name), 'number', name);
}

/** @throws LearnError `missing-column` or, for another kind, `invalid-data` */
export function categoryColumn(X: Table, name: string): CategoryColumn {
  return ofKind(column(X, name), 'category', name);
}

function ofKind<K extends Column['kind']>(found: Column, kind: K, name: string): Extract<Column, { kind: K }> {
  if (found.kind !== kind)
    throw new LearnError('invalid-data', `column \`${name}\` must be of kind ${kind}; it is of kind ${found.kind}.`);
  return found as Extract<Column, { kind: K }>;
}

function takeColumn(from: Column, rows: ArrayLike<number>): Column {
  if (from.kind === 'category') return { ...from, codes: gather(from.codes, rows) };
  if (from.kind === 'time') return { kind: 'time', values: gather(from.values, rows) };
  return { kind: 'number', values: gather(from.values, rows) };
}

function gather<A extends Float64Array | Float32Array | Int32Array>(values: A, rows: ArrayLike<number>): A {
  const taken = new (values.constructor as new (length: number) => A)(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]];
  return taken;
}
