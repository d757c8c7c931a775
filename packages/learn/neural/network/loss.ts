import type { KernelMemory } from '../kernels/kernel-memory.ts';
import type { Signal } from './signal.ts';

/** Where the outputs of a batch, their targets and the rows' weights lie. */
export interface LossBatch {
  readonly output: Signal;
  readonly target: number;
  readonly weights: number;
  readonly rows: number;
}

/** What a network makes small: the mean over the rows of weight times loss. */
export interface Loss {
  /** Writes the gradient of the batch's mean by the output, and gives the sum of weight times loss. */
  measureBatch(memory: KernelMemory, batch: LossBatch): number;
  /** The loss of one row from its outputs and targets, from `at` on. */
  ofRow(outputs: Float32Array, targets: Float32Array, at: { readonly first: number; readonly width: number }): number;
}

/** Mean over the outputs of the squared difference. */
export const squaredError: Loss = {
  measureBatch: ({ kernels }, { output, target, weights, rows }) => {
    const factor = 1 / (rows * output.channels);
    const { value, gradient, stride, channels } = output;
    return kernels.squaredError(value, target, weights, gradient, rows, stride, factor) / channels;
  },
  ofRow: (outputs, targets, { first, width }) => {
    let sum = 0;
    for (let k = first; k < first + width; k++) sum += (outputs[k] - targets[k]) ** 2;
    return sum / width;
  },
};

/** Logistic loss of one output, a log-odds, and a class 0 or 1. */
export const logisticLoss: Loss = {
  measureBatch: (memory, { output, target, weights, rows }) => {
    memory.kernels.logisticGradient(output.value, target, weights, output.gradient, rows, 1 / rows);
    const [odds, classes] = [memory.floats(output.value, rows * 4), memory.floats(target, rows * 4)];
    const each = memory.floats(weights, rows);
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += each[i] * logistic(odds[i * 4], classes[i * 4]);
    return sum;
  },
  ofRow: (outputs, targets, { first }) => logistic(outputs[first], targets[first]),
};

function logistic(odds: number, isPositive: number): number {
  const against = isPositive === 1 ? -odds : odds;
  return Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
}
