import type { ScoredRows } from './scored-rows.ts';
import { thresholdSteps, totalsOf } from './threshold-steps.ts';

/**
 * Area under the ROC curve: the chance that a row of class 1 scores above one of class 0, ties counting half.
 * NaN when a class is absent.
 */
export function rocAuc(rows: ScoredRows): number {
  const steps = thresholdSteps(rows);
  const { positive, negative } = totalsOf(steps);
  let area = 0;
  let [positivesBefore, negativesBefore] = [0, 0];
  for (let k = 0; k < steps.threshold.length; k++) {
    area += (steps.negatives[k] - negativesBefore) * (steps.positives[k] + positivesBefore) * 0.5;
    [positivesBefore, negativesBefore] = [steps.positives[k], steps.negatives[k]];
  }
  return area / (positive * negative);
}

/** Gini coefficient, 2 · AUC − 1. */
export function gini(rows: ScoredRows): number {
  return 2 * rocAuc(rows) - 1;
}

/**
 * Average precision: Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores, without interpolation (scikit-learn's definition).
 * NaN when class 1 is absent.
 */
export function averagePrecision(rows: ScoredRows): number {
  const steps = thresholdSteps(rows);
  const { positive } = totalsOf(steps);
  let sum = 0;
  let before = 0;
  for (let k = 0; k < steps.threshold.length; k++) {
    sum += ((steps.positives[k] - before) * steps.positives[k]) / (steps.positives[k] + steps.negatives[k]);
    before = steps.positives[k];
  }
  return sum / positive;
}

/** Kolmogorov and Smirnov's distance between the score distributions of the two classes. NaN when one is absent. */
export function ksStatistic(rows: ScoredRows): number {
  const steps = thresholdSteps(rows);
  const { positive, negative } = totalsOf(steps);
  if (positive === 0 || negative === 0) return NaN;
  let widest = 0;
  for (let k = 0; k < steps.threshold.length; k++) {
    widest = Math.max(widest, Math.abs(steps.positives[k] / positive - steps.negatives[k] / negative));
  }
  return widest;
}
