import type { Layer, LayerPlace } from '../layer.ts';
import { parameter, vector } from '../parameter.ts';
import { signal, upToFour } from '../signal.ts';

/** output = input · weights + bias. A row of several steps is taken as one long one. */
export function denseLayer({ memory, input, mostRows, learns }: LayerPlace, units: number): Layer {
  const { kernels } = memory;
  const output = signal(memory, { steps: 1, channels: units }, { mostRows, gradient: learns });
  const shape = { blocks: input.steps, rows: input.channels, paddedRows: input.stride, columns: units };
  const weights = parameter(memory, shape, { isLearned: learns, isPenalised: true });
  const bias = vector(memory, units, learns);
  const transposed = input.gradient ? memory.reserve(upToFour(units) * input.rowFloats) : 0;
  const rowBytes = input.rowFloats * 4;
  const outBytes = output.stride * 4;
  const width = (input.steps - 1) * input.stride + input.channels;
  return {
    output,
    parameters: [weights, bias],
    forward: rows => {
      kernels.multiply(
        ...([input.value, rowBytes, 4, weights.address, output.value] as const),
        ...([rows, width, output.stride, bias.address] as const),
      );
    },
    backward: rows => {
      kernels.multiply(
        ...([input.value, 4, rowBytes, output.gradient, weights.gradient] as const),
        ...([width, rows, output.stride, 0] as const),
      );
      kernels.columnSums(output.gradient, bias.gradient, rows, output.stride);
      if (!transposed) return;
      kernels.transpose(weights.address, transposed, input.rowFloats, units, outBytes, rowBytes);
      kernels.multiply(
        ...([output.gradient, outBytes, 4, transposed, input.gradient] as const),
        ...([rows, units, input.rowFloats, 0] as const),
      );
    },
  };
}
