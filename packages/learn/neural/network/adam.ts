import type { KernelMemory } from '../kernels/kernel-memory.ts';
import type { Parameter } from './parameter.ts';

export interface AdamOptions {
  readonly learningRate: number;
  /** Penalty added to the loss: l2 · Σ weights², biases free. */
  readonly l2: number;
}

/** Adam (Kingma and Ba 2015) with the moments of each parameter in the kernels' memory. */
export class Adam {
  readonly #memory: KernelMemory;
  readonly #options: AdamOptions;
  readonly #learned: readonly { readonly parameter: Parameter; readonly mean: number; readonly square: number }[];
  // Powers of β₁ and β₂ as products: unlike `**` they have the same bits in every engine.
  #first = 1;
  #second = 1;

  constructor(memory: KernelMemory, parameters: readonly Parameter[], options: AdamOptions) {
    this.#memory = memory;
    this.#options = options;
    this.#learned = parameters
      .filter(({ gradient }) => gradient !== 0)
      .map(parameter => ({
        parameter,
        mean: memory.reserve(parameter.floats),
        square: memory.reserve(parameter.floats),
      }));
  }

  /** Moves every parameter by its gradient, by this share of the learning rate. */
  step(share: number): void {
    const { kernels } = this.#memory;
    const { learningRate, l2 } = this.#options;
    this.#first *= 0.9;
    this.#second *= 0.999;
    const [c1, c2] = [1 / (1 - this.#first), 1 / (1 - this.#second)];
    for (const { parameter, mean, square } of this.#learned) {
      const { address, gradient, floats, isPenalised } = parameter;
      if (l2 > 0 && isPenalised) kernels.addScaled(gradient, address, floats, 2 * l2);
      kernels.adam(address, gradient, mean, square, floats, learningRate * share, c1, c2);
    }
  }
}
