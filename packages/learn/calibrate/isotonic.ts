import { z } from 'zod';
import { ascendingOrder } from '../math/order.ts';
import type { ScoredRows } from '../metrics/scored-rows.ts';
import { readFloats, readValues } from '../protocol/read-state.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { type CalibrationRows, calibrationRows, type Calibrator } from './calibrator.ts';

/** A rising line through knots; flat outside. */
export interface IsotonicCalibrator extends Calibrator {
  /** Scores of the knots, rising. */
  readonly knots: Float64Array;
  /** The share of class 1 at each. */
  readonly shares: Float64Array;
}

const KIND = 'isotonic-calibration';

/**
 * Isotonic calibration: the rising steps that fit best by weighted squared error, found by pooling adjacent violators
 * (Zadrozny and Elkan, 2002), joined by straight lines between the steps as scikit-learn does. It takes any rising
 * shape, so it wants a thousand rows or more, and it may say exactly 0 or 1 at the ends.
 * @throws LearnError `invalid-data`
 */
export function isotonicCalibration(rows: ScoredRows): IsotonicCalibrator {
  const steps = pooled(distinctScores(calibrationRows(rows)));
  const knots: number[] = [];
  const shares: number[] = [];
  for (const { first, last, ones, weight } of steps) {
    for (const knot of first === last ? [first] : [first, last]) {
      knots.push(knot);
      shares.push(ones / weight);
    }
  }
  return isotonicCalibrator(Float64Array.from(knots), Float64Array.from(shares));
}

export function readIsotonicCalibration(state: State): IsotonicCalibrator {
  const { knots } = readValues(state, KIND, z.object({ knots: z.int().min(1) }));
  return isotonicCalibrator(readFloats(state, 'knots', knots), readFloats(state, 'shares', knots));
}

function isotonicCalibrator(knots: Float64Array, shares: Float64Array): IsotonicCalibrator {
  return {
    kind: KIND,
    knots,
    shares,
    calibrate: probability => probability.map(p => interpolated(p, knots, shares)),
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: { knots: knots.length },
      arrays: { knots, shares },
      parts: {},
    }),
  };
}

/** Neighbouring scores that share one value of the curve. */
interface Step {
  readonly first: number;
  readonly last: number;
  /** Weight of class 1. */
  readonly ones: number;
  readonly weight: number;
}

/** One step per score, rising. */
function distinctScores({ y, score, weights }: CalibrationRows): Step[] {
  const steps: Step[] = [];
  for (const row of ascendingOrder(score)) {
    const step: Step = { first: score[row], last: score[row], ones: y[row] * weights[row], weight: weights[row] };
    const before = steps.at(-1);
    if (before?.last === step.first) steps[steps.length - 1] = joined(before, step);
    else steps.push(step);
  }
  return steps;
}

/** Joins each step that is not above the one before it. */
function pooled(steps: readonly Step[]): Step[] {
  const rising: Step[] = [];
  for (const step of steps) {
    let last = step;
    for (let before = rising.at(-1); before && shareOf(before) >= shareOf(last); before = rising.at(-1)) {
      last = joined(before, last);
      rising.pop();
    }
    rising.push(last);
  }
  return rising;
}

function joined(before: Step, after: Step): Step {
  return {
    first: before.first,
    last: after.last,
    ones: before.ones + after.ones,
    weight: before.weight + after.weight,
  };
}

function shareOf({ ones, weight }: Step): number {
  return ones / weight;
}

function interpolated(p: number, knots: Float64Array, shares: Float64Array): number {
  const above = firstAbove(p, knots);
  if (above === 0) return shares[0];
  if (above === knots.length) return shares[knots.length - 1];
  const part = (p - knots[above - 1]) / (knots[above] - knots[above - 1]);
  return shares[above - 1] + part * (shares[above] - shares[above - 1]);
}

function firstAbove(p: number, knots: Float64Array): number {
  let [from, to] = [0, knots.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (knots[middle] > p) to = middle;
    else from = middle + 1;
  }
  return from;
}
