import { described } from '../compose/capabilities.ts';
import type { Estimator, Fitted } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';

/** What a row of each class counts; `balanced` lets both classes count the same in sum. */
export type ClassWeights = 'balanced' | { readonly 0: number; readonly 1: number };

/**
 * A weight per row by its class. Balanced weights are n / (2 · rows of the class), as scikit-learn has it; where rows
 * have weights of their own, sums of these take the place of counts, and the result is the product.
 * @throws LearnError `invalid-data` when balanced weights are asked of one class alone
 * @example boosting.fit(X, y, { weights: classWeights(y, { 0: 1, 1: 20 }) })
 */
export function classWeights(y: Float64Array, chosen: ClassWeights = 'balanced', own?: Float64Array): Float64Array {
  const each = chosen === 'balanced' ? balanced(y, own) : positive(chosen);
  return y.map((label, row) => (own?.[row] ?? 1) * each[label === 1 ? 1 : 0]);
}

/**
 * An estimator fitted with class weights of the rows given to its `fit`, so that under cross-validation they are those
 * of the training part. What `fit` gives is the estimator's own fitted object.
 * @example pipeline([impute(), scale(), classWeighted(logisticRegression())])
 */
export function classWeighted<F extends Fitted>(
  estimator: Estimator<F>,
  chosen: ClassWeights = 'balanced',
): Estimator<F> {
  if (chosen !== 'balanced') positive(chosen);
  return {
    kind: 'class-weighted',
    params: { estimator: described(estimator), weights: chosen },
    fit: (X, y, options = {}) => {
      const isFitting = y.length === X.rowCount && (options.weights?.length ?? y.length) === y.length;
      if (!isFitting) return estimator.fit(X, y, options); // which refuses them, in its words
      return estimator.fit(X, y, { ...options, weights: classWeights(y, chosen, options.weights) });
    },
  };
}

type Pair = { readonly 0: number; readonly 1: number };

function balanced(y: Float64Array, own: Float64Array | undefined): Pair {
  const sums = [0, 0];
  y.forEach((label, row) => (sums[label === 1 ? 1 : 0] += own?.[row] ?? 1));
  if (sums[0] > 0 && sums[1] > 0) {
    const half = (sums[0] + sums[1]) / 2;
    return { 0: half / sums[0], 1: half / sums[1] };
  }
  throw new LearnError('invalid-data', 'balanced weights need rows of both classes, 0 and 1; only one was given.');
}

function positive(chosen: Pair): Pair {
  const isPositive = [chosen[0], chosen[1]].every(weight => weight > 0 && Number.isFinite(weight));
  if (isPositive) return chosen;
  throw new LearnError(
    'invalid-parameter',
    `class weights must be numbers above zero for 0 and 1; got ${chosen[0]} and ${chosen[1]}.`,
  );
}
