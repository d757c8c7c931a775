import type { Layer, LayerPlace } from '../layer.ts';
import type { LayerPlan } from '../layer-spec.ts';
import { parameter, vector } from '../parameter.ts';
import { signal } from '../signal.ts';

/**
 * At each step, the product of the `width` steps from there on with the weights. Those steps lie one behind the other,
 * so that a row's convolution is a product with a matrix whose rows overlap.
 */
export function convolutionLayer(
  { memory, input, mostRows, learns }: LayerPlace,
  { spec, output: shape }: LayerPlan,
): Layer {
  if (spec.kind !== 'convolution') throw new TypeError(`a convolution was expected; got ${spec.kind}.`);
  const { kernels } = memory;
  const { width, filters } = spec;
  const paddedShape = { steps: shape.steps + width - 1, channels: input.channels };
  const padded = signal(memory, paddedShape, { mostRows, gradient: input.gradient !== 0 });
  const output = signal(memory, shape, { mostRows, gradient: learns });
  const weightShape = { blocks: width, rows: input.channels, paddedRows: input.stride, columns: filters };
  const weights = parameter(memory, weightShape, { isLearned: learns, isPenalised: true });
  const bias = vector(memory, filters, learns);
  const tapFloats = input.stride * output.stride;
  const transposed = input.gradient ? memory.reserve(width * tapFloats) : 0;
  const [stepBytes, outBytes] = [input.stride * 4, output.stride * 4];
  const [inRow, paddedRow, outRow] = [input.rowFloats * 4, padded.rowFloats * 4, output.rowFloats * 4];
  const before = ((paddedShape.steps - input.steps) >> 1) * stepBytes;

  function backwardToInput(rows: number): void {
    memory.floats(padded.gradient, rows * padded.rowFloats).fill(0);
    for (let tap = 0; tap < width; tap++) {
      const tapWeights = transposed + tap * tapFloats * 4;
      kernels.transpose(weights.address + tap * tapFloats * 4, tapWeights, input.stride, filters, outBytes, stepBytes);
      kernels.multiplyEach(
        ...([rows, outRow, 0, paddedRow] as const),
        ...([output.gradient, outBytes, 4, tapWeights, padded.gradient + tap * stepBytes] as const),
        ...([output.steps, filters, input.stride, 1] as const),
      );
    }
    kernels.copyRows(padded.gradient + before, paddedRow, input.gradient, inRow, rows, inRow);
  }

  return {
    output,
    parameters: [weights, bias],
    forward: rows => {
      kernels.copyRows(input.value, inRow, padded.value + before, paddedRow, rows, inRow);
      kernels.multiplyEach(
        ...([rows, paddedRow, 0, outRow] as const),
        ...([padded.value, stepBytes, 4, weights.address, output.value] as const),
        ...([output.steps, width * input.stride, output.stride, bias.address] as const),
      );
    },
    backward: rows => {
      memory.floats(weights.gradient, weights.floats).fill(0);
      kernels.multiplyEach(
        ...([rows, paddedRow, outRow, 0] as const),
        ...([padded.value, 4, stepBytes, output.gradient, weights.gradient] as const),
        ...([width * input.stride, output.steps, output.stride, 1] as const),
      );
      kernels.columnSums(output.gradient, bias.gradient, rows * output.steps, output.stride);
      if (transposed) backwardToInput(rows);
    },
  };
}
