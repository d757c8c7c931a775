import type { FitOptions } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { Table } from '../table/table.ts';

/**
 * Refuses labels and weights of another length than the rows. What takes rows apart needs it before its parts meet
 * them: rows taken by position would hide the mistake.
 * @throws LearnError `invalid-data`
 */
export function requireRowLabels(X: Table, y: Float64Array, { weights }: FitOptions): void {
  if (y.length !== X.rowCount) throw wrongLength('y', X.rowCount, y.length);
  if (weights && weights.length !== X.rowCount) throw wrongLength('weights', X.rowCount, weights.length);
}

function wrongLength(name: string, expected: number, got: number): LearnError {
  return new LearnError('invalid-data', `\`${name}\` must have one value per row (${expected}); got ${got}.`);
}
