import type { KernelMemory } from '../kernels/kernel-memory.ts';
import type { Parameter } from './parameter.ts';
import type { Signal } from './signal.ts';

/** How a network is run: to learn (batch moments, dropout by this seed) or to answer. */
export type Pass = { readonly kind: 'answer' } | { readonly kind: 'learn'; readonly seed: number };

/** A layer over the kernels' memory. */
export interface Layer {
  readonly output: Signal;
  /** In the order of TensorFlow's `getWeights`. */
  readonly parameters: readonly Parameter[];
  /** Computes the output of so many rows from the input. */
  forward(rows: number, pass: Pass): void;
  /** From the output's gradient, those of the parameters and, where there is room for it, of the input; after `forward`. */
  backward(rows: number, pass: Pass): void;
}

/** What every layer is made from. */
export interface LayerPlace {
  readonly memory: KernelMemory;
  readonly input: Signal;
  readonly mostRows: number;
  /** Whether gradients are wanted. */
  readonly learns: boolean;
  /** Number of the layer, which makes its random numbers differ from others'. */
  readonly place: number;
}
