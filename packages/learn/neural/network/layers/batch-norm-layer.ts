import type { Layer, LayerPlace } from '../layer.ts';
import { vector } from '../parameter.ts';
import { signal } from '../signal.ts';

/** Added to the variance; TensorFlow's default. */
export const NORM_EPSILON = 1e-3;
/** What moving averages keep at each batch. TensorFlow's 0.99 suits longer training than ours. */
export const NORM_MOMENTUM = 0.9;

/**
 * Batch normalisation (Ioffe and Szegedy 2015): each channel by the mean and variance of the batch (all its steps) while
 * learning, by their moving averages when answering; then times gamma plus beta.
 */
export function batchNormLayer({ memory, input, mostRows, learns }: LayerPlace): Layer {
  const { kernels } = memory;
  const { channels, stride } = input;
  const output = signal(memory, input, { mostRows, gradient: learns });
  const unit = memory.reserve(mostRows * input.rowFloats);
  const [mean, variance] = [memory.reserve(stride), memory.reserve(stride)];
  const [gamma, beta] = [vector(memory, channels, learns), vector(memory, channels, learns)];
  const [movingMean, movingVariance] = [vector(memory, channels, false), vector(memory, channels, false)];

  function follow(moving: number, latest: number): void {
    const [average, now] = [memory.floats(moving, stride), memory.floats(latest, stride)];
    for (let c = 0; c < channels; c++) average[c] = average[c] * NORM_MOMENTUM + now[c] * (1 - NORM_MOMENTUM);
  }

  function normalise(rows: number, [center, spread]: readonly [number, number]): void {
    kernels.normalise(
      ...([input.value, center, spread, gamma.address, beta.address] as const),
      ...([unit, output.value, rows * input.steps, stride, NORM_EPSILON] as const),
    );
  }

  return {
    output,
    parameters: [gamma, beta, movingMean, movingVariance],
    forward: (rows, pass) => {
      if (pass.kind === 'answer') return normalise(rows, [movingMean.address, movingVariance.address]);
      kernels.batchMoments(input.value, mean, variance, rows * input.steps, stride);
      follow(movingMean.address, mean);
      follow(movingVariance.address, variance);
      normalise(rows, [mean, variance]);
    },
    backward: rows => {
      kernels.normaliseBack(
        ...([output.gradient, unit, variance, gamma.address, gamma.gradient, beta.gradient] as const),
        ...([input.gradient || unit, rows * input.steps, stride, NORM_EPSILON] as const),
      );
    },
  };
}
