import { LearnError } from '../protocol/learn-error.ts';
import { weightAt } from './scored-rows.ts';

/** Rows with a known number and the one predicted: what every regression metric reads. */
export interface PredictedRows {
  readonly y: Float64Array;
  readonly prediction: Float64Array;
  /** Non-negative; absent means 1 each. */
  readonly weights?: Float64Array;
}

/** Mean absolute error (MAE), in the unit of `y`. */
export function meanAbsoluteError(rows: PredictedRows): number {
  return meanOf(rows, i => Math.abs(rows.prediction[i] - rows.y[i]));
}

/** Root of the mean squared error (RMSE), in the unit of `y`. */
export function rootMeanSquaredError(rows: PredictedRows): number {
  return Math.sqrt(meanOf(rows, i => (rows.prediction[i] - rows.y[i]) ** 2));
}

/** Coefficient of determination R²: 1 is perfect, 0 no better than the mean; NaN when `y` does not vary. */
export function rSquared(rows: PredictedRows): number {
  const mean = meanOf(rows, i => rows.y[i]);
  const variance = meanOf(rows, i => (rows.y[i] - mean) ** 2);
  return variance === 0 ? NaN : 1 - meanOf(rows, i => (rows.prediction[i] - rows.y[i]) ** 2) / variance;
}

function meanOf(rows: PredictedRows, valueAt: (row: number) => number): number {
  if (rows.prediction.length !== rows.y.length) {
    throw new LearnError(
      'invalid-data',
      `\`prediction\` must have one value per row (${rows.y.length}); got ${rows.prediction.length}.`,
    );
  }
  let sum = 0;
  let total = 0;
  for (let i = 0; i < rows.y.length; i++) {
    const weight = weightAt(rows, i);
    sum += weight * valueAt(i);
    total += weight;
  }
  return sum / total;
}
