import type { InputColumn } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { numberColumn, type Table } from '../table/table.ts';
import type { NetworkRows } from './network/rows.ts';

/**
 * The inputs of each row one behind the other, in their order.
 * @throws LearnError `invalid-data` where a column has categories, gaps or numbers beyond float32, with the remedy
 */
export function networkRows(X: Table, inputs: readonly InputColumn[]): NetworkRows {
  const values = new Float32Array(X.rowCount * inputs.length);
  inputs.forEach(({ name, kind }, place) => {
    if (kind === 'category') throw notNumbers(name, 'holds categories', 'oneHot()');
    const column = numberColumn(X, name).values;
    for (let i = 0, at = place; i < column.length; i++, at += inputs.length) values[at] = column[i];
    requireFinite(values, name, { place, width: inputs.length });
  });
  return { values, count: X.rowCount };
}

function requireFinite(values: Float32Array, name: string, { place, width }: { place: number; width: number }): void {
  for (let at = place; at < values.length; at += width) {
    if (Number.isNaN(values[at])) throw notNumbers(name, 'has gaps', 'impute()');
    if (!Number.isFinite(values[at])) throw notNumbers(name, 'has numbers beyond float32', 'winsorise() or log1p()');
  }
}

function notNumbers(name: string, trouble: string, remedy: string): LearnError {
  return new LearnError(
    'invalid-data',
    `a neural network needs numbers without gaps; column \`${name}\` ${trouble}. Put ${remedy} before it in a pipeline.`,
  );
}
