import { derivatives, type Derivatives, type LinearRows, penalisedLoss } from './logistic-loss.ts';

interface Penalties {
  readonly l1: number;
  readonly l2: number;
  readonly iterations: number;
}

/**
 * The minimum of the penalised loss plus l1 · Σ |coefficient|, the intercept free: proximal Newton steps, each the
 * minimum of the quadratic model by coordinate descent (Friedman, Hastie and Tibshirani 2010; Lee, Sun and Saunders
 * 2014), halved until the loss does not grow. Coefficients that do not pay for themselves are exactly 0.
 */
export function l1Minimum(rows: LinearRows, start: Float64Array, { l1, l2, iterations }: Penalties): Float64Array {
  const total = (beta: Float64Array): number => penalisedLoss(rows, beta, l2) + l1 * absoluteSum(beta);
  let beta = start;
  let loss = total(beta);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const aim = modelMinimum(beta, derivatives(rows, beta, l2), l1);
    const next = improved(beta, aim, { loss, total });
    if (!next) break;
    const moved = largestStep(beta, next.beta);
    ({ beta, loss } = next);
    if (moved < 1e-11) break;
  }
  return beta;
}

interface Reached {
  readonly beta: Float64Array;
  readonly loss: number;
}

function improved(
  beta: Float64Array,
  aim: Float64Array,
  { loss, total }: { loss: number; total: (beta: Float64Array) => number },
): Reached | null {
  for (let size = 1; size > 1e-9; size /= 2) {
    const next = size === 1 ? aim : beta.map((value, j) => value + size * (aim[j] - value)); // 0 stays exact at 1
    const nextLoss = total(next);
    if (nextLoss <= loss + 1e-12 * Math.abs(loss)) return { beta: next, loss: nextLoss };
  }
  return null;
}

const SWEEPS = 1000;

/** Where the second-order model of the loss around `beta`, with the penalty, is least. */
function modelMinimum(beta: Float64Array, model: Derivatives, l1: number): Float64Array {
  const aim = beta.slice();
  const slope = model.gradient.slice(); // of the model at `aim`
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let largest = 0;
    for (let j = 0; j < aim.length; j++) {
      const curvature = model.hessian[j * aim.length + j];
      const penalty = j === aim.length - 1 ? 0 : l1;
      const step = shrunk(aim[j] * curvature - slope[j], penalty) / curvature - aim[j];
      if (step === 0) continue;
      move(aim, slope, { j, step, hessian: model.hessian });
      largest = Math.max(largest, Math.abs(step));
    }
    if (largest < 1e-13) break;
  }
  return aim;
}

function move(
  aim: Float64Array,
  slope: Float64Array,
  { j, step, hessian }: { j: number; step: number; hessian: Float64Array },
): void {
  const size = aim.length;
  const next = aim[j] + step;
  aim[j] = Math.abs(next) < 1e-15 ? 0 : next; // `step` was −aim[j], up to rounding
  for (let k = 0; k < size; k++) slope[k] += step * (k >= j ? hessian[k * size + j] : hessian[j * size + k]);
}

/** Nearer to 0 by `by`, no further than 0. */
function shrunk(value: number, by: number): number {
  return Math.sign(value) * Math.max(Math.abs(value) - by, 0);
}

function absoluteSum(beta: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < beta.length - 1; j++) sum += Math.abs(beta[j]);
  return sum;
}

function largestStep(from: Float64Array, to: Float64Array): number {
  return from.reduce((largest, value, j) => Math.max(largest, Math.abs(to[j] - value)), 0);
}
