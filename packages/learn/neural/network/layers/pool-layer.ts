import type { Layer, LayerPlace } from '../layer.ts';
import { signal } from '../signal.ts';

/** The greatest or the mean of each channel over all steps. */
export function poolLayer({ memory, input, mostRows, learns }: LayerPlace, by: 'max' | 'average'): Layer {
  const { kernels } = memory;
  const { steps, stride, channels } = input;
  const output = signal(memory, { steps: 1, channels }, { mostRows, gradient: learns });
  return {
    output,
    parameters: [],
    forward: rows => {
      if (by === 'max') kernels.maxPool(input.value, output.value, rows, steps, stride);
      else kernels.averagePool(input.value, output.value, rows, steps, stride);
    },
    backward: rows => {
      if (!input.gradient) return;
      if (by === 'average') kernels.averagePoolBack(output.gradient, input.gradient, rows, steps, stride);
      else kernels.maxPoolBack(output.gradient, input.value, output.value, input.gradient, rows, steps, stride);
    },
  };
}
