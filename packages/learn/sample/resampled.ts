import { described } from '../compose/capabilities.ts';
import { requireRowLabels } from '../compose/row-labels.ts';
import type { Estimator, Fitted, FitOptions } from '../protocol/estimator.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { seeded } from '../random/random.ts';
import type { Table } from '../table/table.ts';
import { drawRows, type Sampler } from './sampler.ts';

/**
 * An estimator that is fitted on resampled training rows. What `fit` gives is the estimator's own fitted object:
 * predicting never resamples, nor are rows of `validation` touched. Under cross-validation each fold is resampled
 * within its training part, because that is all that `fit` is given.
 *
 * Probabilities follow the resampled share of class 1; calibrate on untouched rows where they must be true.
 *
 * @example pipeline([impute(), scale(), resampled(smote({ ratio: 0.5 }), logisticRegression())])
 */
export function resampled<F extends Fitted>(sampler: Sampler, estimator: Estimator<F>): Estimator<F> {
  return {
    kind: 'resampled',
    params: { sampler: { kind: sampler.kind, params: sampler.params }, estimator: described(estimator) },
    fit: (X, y, options = {}) => fitResampled(sampler, estimator, { X, y, options }),
  };
}

interface Training {
  readonly X: Table;
  readonly y: Float64Array;
  readonly options: FitOptions;
}

function fitResampled<F extends Fitted>(sampler: Sampler, estimator: Estimator<F>, { X, y, options }: Training): F {
  requireRowLabels(X, y, options);
  const random = options.random ?? seeded(0);
  const drawn = sampler[drawRows](countedRows(X, y, options), random.fork('sample'));
  return estimator.fit(drawn.X, drawn.y, { ...options, weights: drawn.weights, random: random.fork('fit') });
}
