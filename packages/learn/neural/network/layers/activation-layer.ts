import type { Layer, LayerPlace } from '../layer.ts';
import type { Activation } from '../layer-spec.ts';
import { signal } from '../signal.ts';

const backwardOf = { relu: 'reluBack', sigmoid: 'sigmoidBack', tanh: 'tanhBack' } as const;

/** A function of each number alone. */
export function activationLayer({ memory, input, mostRows, learns }: LayerPlace, activation: Activation): Layer {
  const { kernels } = memory;
  const output = signal(memory, input, { mostRows, gradient: learns });
  const hasPadding = input.stride > input.channels;
  return {
    output,
    parameters: [],
    forward: rows => {
      kernels[activation](input.value, output.value, rows * input.rowFloats);
      // Of the three only the sigmoid of 0 is not 0, as padding must be.
      if (activation === 'sigmoid' && hasPadding) {
        kernels.clearPadding(output.value, rows * input.steps, input.channels, input.stride);
      }
    },
    backward: rows => {
      if (input.gradient)
        kernels[backwardOf[activation]](output.gradient, output.value, input.gradient, rows * input.rowFloats);
    },
  };
}
