import { z } from 'zod';
import type { ScoredRows } from '../metrics/scored-rows.ts';
import { readValues } from '../protocol/read-state.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { type CalibrationRows, calibrationRows, type Calibrator } from './calibrator.ts';

/** σ(slope · logit(p) + intercept). */
export interface PlattCalibrator extends Calibrator {
  readonly slope: number;
  readonly intercept: number;
}

const KIND = 'platt-calibration';

/**
 * Platt's calibration: a logistic curve over the log-odds of the score, its targets drawn in a little from 0 and 1 as
 * Platt proposes ("Probabilistic outputs for support vector machines", 1999). Two numbers, so some hundred rows do.
 * @throws LearnError `invalid-data`
 */
export function plattCalibration(rows: ScoredRows): PlattCalibrator {
  const { y, score, weights } = calibrationRows(rows);
  const x = score.map(p => logOdds(p, FITTED));
  return plattCalibrator(fitCurve({ x, target: smoothedTargets(y, weights), weights }));
}

export function readPlattCalibration(state: State): PlattCalibrator {
  return plattCalibrator(readValues(state, KIND, z.object({ slope: z.number(), intercept: z.number() })));
}

function plattCalibrator(curve: Curve): PlattCalibrator {
  const { slope, intercept } = curve;
  return {
    kind: KIND,
    slope,
    intercept,
    calibrate: probability => probability.map(p => sigmoid(slope * logOdds(p, FINITE) + intercept)),
    toState: () => ({ kind: KIND, protocol: PROTOCOL, values: { slope, intercept }, arrays: {}, parts: {} }),
  };
}

/** Keeps the log-odds of 0 and 1 finite. */
const FINITE = 2 ** -53;

/** While fitting, scores nearer to 0 and 1 count as this near: a forest gives many exact zeros, and they must not bend the curve. */
const FITTED = 1e-6;

function logOdds(p: number, least: number): number {
  const inside = Math.min(Math.max(p, least), 1 - least);
  return Math.log(inside / (1 - inside));
}

function sigmoid(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}

/** (n₁ + 1) / (n₁ + 2) and 1 / (n₀ + 2) in place of 1 and 0. */
function smoothedTargets(y: Float64Array, weights: Float64Array): Float64Array {
  const count = (label: number): number => weights.reduce((sum, weight, i) => sum + (y[i] === label ? weight : 0), 0);
  const [negative, positive] = [1 / (count(0) + 2), (count(1) + 1) / (count(1) + 2)];
  return y.map(label => (label === 1 ? positive : negative));
}

interface Curve {
  readonly slope: number;
  readonly intercept: number;
}

interface CurveRows extends Pick<CalibrationRows, 'weights'> {
  readonly x: Float64Array;
  readonly target: Float64Array;
}

const MOST_STEPS = 100;

/** Newton's method, each step halved until the loss falls. */
function fitCurve(rows: CurveRows): Curve {
  let curve: Curve = { slope: 1, intercept: 0 };
  let loss = lossOf(rows, curve);
  for (let k = 0; k < MOST_STEPS; k++) {
    const step = newtonStep(rows, curve);
    let next = moved(curve, step, 1);
    for (let size = 0.5; lossOf(rows, next) > loss && size > 1e-12; size /= 2) next = moved(curve, step, size);
    const reached = lossOf(rows, next);
    if (!(reached < loss)) break;
    [curve, loss] = [next, reached];
  }
  return curve;
}

function moved(curve: Curve, step: Curve, size: number): Curve {
  return { slope: curve.slope - size * step.slope, intercept: curve.intercept - size * step.intercept };
}

function lossOf({ x, target, weights }: CurveRows, { slope, intercept }: Curve): number {
  return x.reduce((sum, value, i) => {
    const margin = slope * value + intercept;
    return sum + weights[i] * (Math.max(margin, 0) - target[i] * margin + Math.log1p(Math.exp(-Math.abs(margin))));
  }, 0);
}

/** A touch of curvature beyond the data's, so that equal scores do not make the system singular. */
const RIDGE = 1e-10;

function newtonStep({ x, target, weights }: CurveRows, { slope, intercept }: Curve): Curve {
  let [gradientA, gradientB, aa, ab, bb] = [0, 0, RIDGE, 0, RIDGE];
  for (let i = 0; i < x.length; i++) {
    const p = sigmoid(slope * x[i] + intercept);
    const curvature = weights[i] * p * (1 - p);
    gradientA += weights[i] * (p - target[i]) * x[i];
    gradientB += weights[i] * (p - target[i]);
    aa += curvature * x[i] * x[i];
    ab += curvature * x[i];
    bb += curvature;
  }
  const determinant = aa * bb - ab * ab;
  return {
    slope: (bb * gradientA - ab * gradientB) / determinant,
    intercept: (aa * gradientB - ab * gradientA) / determinant,
  };
}
