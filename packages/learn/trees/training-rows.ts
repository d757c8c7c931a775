import type { FitOptions } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { type Table, takeRows } from '../table/table.ts';

/** What trees learn from: targets and weights as float32; no weight is 0. */
export interface TrainingRows {
  readonly X: Table;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
  /** Positions of these rows in the table given, where some were left out. */
  readonly kept?: Int32Array;
}

/** @throws LearnError `invalid-data` when there is nothing to learn from, or a target or weight that cannot be used */
export function trainingRows(X: Table, y: Float64Array, { weights }: FitOptions): TrainingRows {
  if (X.columns.size === 0) throw new LearnError('invalid-data', '`X` must have at least one column; got none.');
  if (X.rowCount === 0) throw new LearnError('invalid-data', '`X` must have at least one row; got none.');
  const targets = Float32Array.from(y);
  const used = weights ? Float32Array.from(weights) : new Float32Array(y.length).fill(1);
  refuse(targets, '`y` must hold finite numbers', Number.isFinite);
  refuse(used, '`weights` must hold finite numbers of at least 0', weight => Number.isFinite(weight) && weight >= 0);
  if (!used.some(weight => weight > 0)) {
    throw new LearnError('invalid-data', '`weights` must be above 0 for at least one row; all are 0.');
  }
  return withWeight({ X, targets, weights: used });
}

/** Rows of weight 0 would still shape the bins and the samples. */
function withWeight(rows: TrainingRows): TrainingRows {
  if (rows.weights.every(weight => weight > 0)) return rows;
  const kept = Int32Array.from(rows.weights.keys()).filter(row => rows.weights[row] > 0);
  const gather = (values: Float32Array): Float32Array => Float32Array.from(kept, row => values[row]);
  return { X: takeRows(rows.X, kept), targets: gather(rows.targets), weights: gather(rows.weights), kept };
}

/** @throws LearnError `invalid-data` when a target is neither 0 nor 1 */
export function classTargets(y: Float64Array): Float64Array {
  refuse(y, '`y` must be 0 or 1 for a classifier', target => target === 0 || target === 1);
  return y;
}

function refuse(values: Float32Array | Float64Array, expected: string, accepts: (value: number) => boolean): void {
  for (let i = 0; i < values.length; i++) {
    if (accepts(values[i])) continue;
    throw new LearnError('invalid-data', `${expected}; row ${i} has ${values[i]}.`);
  }
}
