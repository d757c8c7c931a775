import type { TreeInput } from '../matrix.ts';
import { encodeMatrix } from '../matrix.ts';
import { treeScorer } from '../scoring.ts';
import type { FitOptions } from '../../protocol/estimator.ts';
import type { EnsembleBuilder } from './ensemble-builder.ts';
import type { Loss } from './loss.ts';

/** Rows held back to see when further trees stop helping. */
export class HeldOut {
  readonly #rows: Float32Array;
  readonly #margins: Float32Array;
  readonly #given: NonNullable<FitOptions['validation']>;
  readonly #loss: Loss;
  #best = Infinity;
  #bestTrees = 0;

  constructor(
    given: NonNullable<FitOptions['validation']>,
    { inputs, loss, base }: { inputs: readonly TreeInput[]; loss: Loss; base: number },
  ) {
    this.#given = given;
    this.#rows = encodeMatrix(given.X, inputs);
    this.#margins = new Float32Array(given.X.rowCount).fill(base);
    this.#loss = loss;
  }

  /** Trees at the lowest loss so far. */
  get bestTrees(): number {
    return this.#bestTrees;
  }

  /** Adds the latest tree to the margins and returns the loss. */
  addTree(builder: EnsembleBuilder): number {
    const leaves = treeScorer(builder.buildLast()).margins(this.#rows, this.#margins.length);
    for (let i = 0; i < leaves.length; i++) this.#margins[i] += leaves[i];
    const loss = this.#loss.mean(this.#margins, this.#given.y, this.#given.weights);
    if (loss < this.#best) {
      this.#best = loss;
      this.#bestTrees = builder.treeCount;
    }
    return loss;
  }
}
