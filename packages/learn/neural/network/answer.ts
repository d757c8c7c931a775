import { type KernelMemory, withKernels } from '../kernels/kernel-memory.ts';
import { Network, type NetworkSpec, type NetworkWeights } from './network.ts';
import { type NetworkRows, writeRows } from './rows.ts';

const MOST_ROWS = 256;

/** The outputs of the network for each row, one behind the other. A row's bits do not depend on other rows. */
export function answer(spec: NetworkSpec, weights: NetworkWeights, rows: NetworkRows): Float32Array {
  if (rows.count === 0) return new Float32Array(0);
  return withKernels(memory => {
    const mostRows = Math.min(rows.count, MOST_ROWS);
    const network = new Network(spec, { memory, mostRows, learns: false });
    network.writeWeights(weights);
    return outputsOf(network, memory, { rows, mostRows });
  });
}

/** The same by a network that is in memory already, in blocks of `mostRows`. */
export function outputsOf(
  network: Network,
  memory: KernelMemory,
  { rows, mostRows }: { rows: NetworkRows; mostRows: number },
): Float32Array {
  const { input, output } = network;
  const width = output.steps * output.channels;
  const outputs = new Float32Array(rows.count * width);
  for (let first = 0; first < rows.count; first += mostRows) {
    const count = Math.min(mostRows, rows.count - first);
    writeRows(memory, { values: rows.values, count }, { shape: input, address: input.value, first });
    network.forward(count, { kind: 'answer' });
    const padded = memory.floats(output.value, count * output.rowFloats);
    for (let step = 0; step < count * output.steps; step++) {
      for (let c = 0; c < output.channels; c++) {
        outputs[first * width + step * output.channels + c] = padded[step * output.stride + c];
      }
    }
  }
  return outputs;
}
