import { LearnError } from '../../protocol/learn-error.ts';
import { kernel } from '../generated/kernels.ts';
import type { Cutting } from './bins.ts';

/** What boosting minimises: where it starts, which kernel takes its gradients, and how good a margin is. */
export interface Loss {
  readonly gradients: number;
  /** How numbers are cut for it. */
  readonly cutting: Cutting;
  /** What that kernel needs besides margins, targets and weights. */
  readonly parameter?: number;
  /** The best constant margin for these targets. */
  base(targets: Float32Array, weights: Float32Array): number;
  /** The mean loss of these margins. */
  mean(margins: Float32Array, targets: Float64Array, weights?: Float64Array): number;
}

export const logLoss: Loss = {
  gradients: kernel.DO_LOG_LOSS,
  cutting: 'finer-at-ends',
  base: (targets, weights) => {
    const share = Math.min(Math.max(weightedMean(targets, weights), 1e-7), 1 - 1e-7);
    return Math.log(share / (1 - share));
  },
  mean: (margins, targets, weights) =>
    meanOf(margins, weights, (margin, i) => Math.log1p(Math.exp(-Math.abs(margin))) + wrongSide(margin, targets[i])),
};

export const squaredError: Loss = {
  gradients: kernel.DO_SQUARED_ERROR,
  cutting: 'even',
  base: weightedMean,
  mean: (margins, targets, weights) => meanOf(margins, weights, (margin, i) => (margin - targets[i]) ** 2),
};

/**
 * Counts: the deviance of Poisson's distribution with mean e^margin. `maxStep` makes the hessians those at the end of
 * the largest step of a leaf.
 */
export function poissonDeviance(maxStep: number): Loss {
  return {
    gradients: kernel.DO_POISSON,
    cutting: 'even',
    parameter: maxStep,
    base: logOfMean,
    mean: (margins, targets, weights) =>
      meanOf(margins, weights, (margin, i) => {
        const y = targets[i];
        return 2 * ((y > 0 ? y * (Math.log(y) - margin) : 0) - y + Math.exp(margin));
      }),
  };
}

/** Amounts that are 0 or positive: the deviance of Tweedie's distribution, its variance ∝ mean^`power`, 1 < power < 2. */
export function tweedieDeviance(power: number): Loss {
  const [low, high] = [1 - power, 2 - power];
  return {
    gradients: kernel.DO_TWEEDIE,
    cutting: 'even',
    parameter: power,
    base: logOfMean,
    mean: (margins, targets, weights) =>
      meanOf(margins, weights, (margin, i) => {
        const y = targets[i];
        return 2 * (y ** high / (low * high) - (y * Math.exp(low * margin)) / low + Math.exp(high * margin) / high);
      }),
  };
}

/** @throws LearnError `invalid-data` when a target is negative, or all are 0, so that no mean e^margin is theirs */
function logOfMean(targets: Float32Array, weights: Float32Array): number {
  const negative = targets.findIndex(target => target < 0);
  if (negative >= 0)
    throw new LearnError('invalid-data', `\`y\` must be at least 0; row ${negative} has ${targets[negative]}.`);
  const mean = weightedMean(targets, weights);
  if (mean > 0) return Math.log(mean);
  throw new LearnError('invalid-data', '`y` must be above 0 for at least one row that has weight; all are 0.');
}

function wrongSide(margin: number, target: number): number {
  return Math.max(margin, 0) - target * margin;
}

function weightedMean(targets: Float32Array, weights: Float32Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < targets.length; i++) {
    sum += targets[i] * weights[i];
    total += weights[i];
  }
  return sum / total;
}

function meanOf(
  margins: Float32Array,
  weights: Float64Array | undefined,
  lossOf: (margin: number, row: number) => number,
): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < margins.length; i++) {
    const weight = weights?.[i] ?? 1;
    sum += weight * lossOf(margins[i], i);
    total += weight;
  }
  return sum / total;
}
