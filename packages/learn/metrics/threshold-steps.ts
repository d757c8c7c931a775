import { rankingOf, type ScoredRows, weightAt } from './scored-rows.ts';

/** What is caught when the threshold sinks to one of the distinct scores. */
export interface ThresholdSteps {
  /** Distinct scores, descending. */
  readonly threshold: Float64Array;
  /** Weight of class 1 scored at or above it. */
  readonly positives: Float64Array;
  /** Weight of class 0 scored at or above it. */
  readonly negatives: Float64Array;
}

/** Rows of equal score enter together; rows of weight 0 make no step. */
export function thresholdSteps(rows: ScoredRows): ThresholdSteps {
  const order = rankingOf(rows);
  const { y, score } = rows;
  const [threshold, positives, negatives] = [0, 0, 0].map(() => new Float64Array(order.length));
  let [steps, positive, negative] = [0, 0, 0];
  for (let k = 0; k < order.length; k++) {
    const row = order[k];
    const weight = weightAt(rows, row);
    if (weight === 0) continue;
    if (steps === 0 || score[row] !== threshold[steps - 1]) threshold[steps++] = score[row];
    if (y[row] === 1) positive += weight;
    else negative += weight;
    positives[steps - 1] = positive;
    negatives[steps - 1] = negative;
  }
  return {
    threshold: threshold.subarray(0, steps),
    positives: positives.subarray(0, steps),
    negatives: negatives.subarray(0, steps),
  };
}

/** The whole weight of class 1 and of class 0. */
export function totalsOf({ positives, negatives }: ThresholdSteps): { positive: number; negative: number } {
  return { positive: positives.at(-1) ?? 0, negative: negatives.at(-1) ?? 0 };
}
