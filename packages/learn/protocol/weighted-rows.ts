import { gather } from '../math/gather.ts';
import { takeRows, type Table } from '../table/table.ts';
import type { FitOptions } from './estimator.ts';
import { LearnError } from './learn-error.ts';

/** Training rows that count: every weight is above zero. */
export interface WeightedRows {
  readonly X: Table;
  readonly y: Float64Array;
  readonly weights: Float64Array;
  /** Their positions in the table given. */
  readonly rows: Uint32Array;
}

/**
 * The rows of weight above zero, so that weight 0 means the same as leaving the row out.
 * @throws LearnError `invalid-data` when a weight is negative or not a number, or no row is left.
 */
export function countedRows(X: Table, y: Float64Array, { weights }: FitOptions): WeightedRows {
  const rows = positionsAboveZero(X.rowCount, weights);
  if (rows.length === 0) throw new LearnError('invalid-data', 'fitting needs at least one row of weight above zero.');
  if (rows.length === X.rowCount) return { X, y, weights: weights ?? new Float64Array(X.rowCount).fill(1), rows };
  return { X: takeRows(X, rows), y: gather(y, rows), weights: gather(weights!, rows), rows };
}

function positionsAboveZero(rowCount: number, weights: Float64Array | undefined): Uint32Array {
  const rows = new Uint32Array(rowCount);
  let count = 0;
  for (let i = 0; i < rowCount; i++) {
    const weight = weights ? weights[i] : 1;
    if (!(weight >= 0) || weight === Infinity) {
      throw new LearnError('invalid-data', `\`weights\` must be finite numbers ≥ 0; row ${i} has ${weight}.`);
    }
    if (weight > 0) rows[count++] = i;
  }
  return rows.subarray(0, count);
}
