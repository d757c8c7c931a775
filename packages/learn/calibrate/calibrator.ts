import type { ScoredRows } from '../metrics/scored-rows.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { State } from '../protocol/state.ts';

/** A rising map from a model's probability to the share of class 1 that was seen at it. */
export interface Calibrator {
  readonly kind: string;
  calibrate(probability: Float64Array): Float64Array;
  toState(): State;
}

/** Rows to calibrate on, those of weight 0 left out. */
export interface CalibrationRows {
  readonly y: Float64Array;
  readonly score: Float64Array;
  readonly weights: Float64Array;
}

/** @throws LearnError `invalid-data` when a score is no probability, or no row of a class has weight */
export function calibrationRows({ y, score, weights }: ScoredRows): CalibrationRows {
  const kept = [...y.keys()].filter(row => (weights?.[row] ?? 1) > 0);
  for (const row of kept) {
    if (!(score[row] >= 0 && score[row] <= 1))
      throw new LearnError('invalid-data', `\`score\` must be a probability in [0, 1]; row ${row} has ${score[row]}.`);
  }
  const rows = {
    y: Float64Array.from(kept, row => y[row]),
    score: Float64Array.from(kept, row => score[row]),
    weights: Float64Array.from(kept, row => weights?.[row] ?? 1),
  };
  for (const label of [0, 1])
    if (!rows.y.includes(label))
      throw new LearnError('invalid-data', `calibrating needs rows of class ${label}; got none.`);
  return rows;
}
