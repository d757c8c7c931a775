import { kernel } from '../generated/kernels.ts';

/** What boosting minimises: where it starts, which kernel takes its gradients, and how good a margin is. */
export interface Loss {
  readonly gradients: number;
  /** The best constant margin for these targets. */
  base(targets: Float32Array, weights: Float32Array): number;
  /** The mean loss of these margins. */
  mean(margins: Float32Array, targets: Float64Array, weights?: Float64Array): number;
}

export const logLoss: Loss = {
  gradients: kernel.DO_LOG_LOSS,
  base: (targets, weights) => {
    const share = Math.min(Math.max(weightedMean(targets, weights), 1e-7), 1 - 1e-7);
    return Math.log(share / (1 - share));
  },
  mean: (margins, targets, weights) =>
    meanOf(margins, weights, (margin, i) => Math.log1p(Math.exp(-Math.abs(margin))) + wrongSide(margin, targets[i])),
};

export const squaredError: Loss = {
  gradients: kernel.DO_SQUARED_ERROR,
  base: weightedMean,
  mean: (margins, targets, weights) => meanOf(margins, weights, (margin, i) => (margin - targets[i]) ** 2),
};

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
