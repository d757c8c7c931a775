import type { Layer, LayerPlace, Pass } from '../layer.ts';
import { signal } from '../signal.ts';

/** Dropout (Srivastava et al. 2014): while learning each number is 0 with this chance, others grow to make up for it. */
export function dropoutLayer({ memory, input, mostRows, learns, place }: LayerPlace, rate: number): Layer {
  const { kernels } = memory;
  const output = signal(memory, input, { mostRows, gradient: learns });

  function drop(from: number, to: number, { floats, pass }: { floats: number; pass: Pass }): void {
    const below = pass.kind === 'learn' ? Math.round(rate * 4294967296) : 0;
    const factor = pass.kind === 'learn' ? 1 / (1 - rate) : 1;
    const seed = pass.kind === 'learn' ? (pass.seed ^ Math.imul(place + 1, 0x9e3779b9)) >>> 0 : 0;
    kernels.dropout(from, to, floats, seed, below, factor);
  }

  return {
    output,
    parameters: [],
    forward: (rows, pass) => drop(input.value, output.value, { floats: rows * input.rowFloats, pass }),
    backward: (rows, pass) => {
      if (input.gradient) drop(output.gradient, input.gradient, { floats: rows * input.rowFloats, pass });
    },
  };
}
