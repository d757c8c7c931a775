import type { Column } from '../table/column.ts';
import type { Table } from '../table/table.ts';
import type { SearchRows } from './measure-trial.ts';

/** The same rows in memory that threads share, so that each sees them without a copy of its own. */
export function sharedRows({ X, y, weights, value, splits }: SearchRows): SearchRows {
  return {
    X: sharedTable(X),
    y: shared(y),
    splits: splits.map(({ train, validation }) => ({ train: shared(train), validation: shared(validation) })),
    ...(weights && { weights: shared(weights) }),
    ...(value && { value: shared(value) }),
  };
}

function sharedTable({ rowCount, columns }: Table): Table {
  return { rowCount, columns: new Map([...columns].map(([name, one]) => [name, sharedColumn(one)])) };
}

function sharedColumn(one: Column): Column {
  if (one.kind === 'category') return { ...one, codes: shared(one.codes) };
  if (one.kind === 'time') return { ...one, values: shared(one.values) };
  return { ...one, values: shared(one.values) };
}

type Values = Float64Array | Float32Array | Int32Array | Uint32Array;

function shared<A extends Values>(values: A): A {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const make = values.constructor as new (buffer: SharedArrayBuffer) => A;
  const copy = new make(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
