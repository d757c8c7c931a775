import type { TreeInput } from './matrix.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

/** How much the splits on one input did, summed over all trees. */
export interface SplitImportance {
  readonly input: string;
  /** Reduction of the loss. */
  readonly gain: number;
  /** Hessian (boosting) or weight (forest) of the rows that the splits divided. */
  readonly cover: number;
  /** Number of splits. */
  readonly count: number;
}

/** The importance of every input, the greatest gain first. */
export function splitImportance(ensemble: TreeEnsemble, inputs: readonly TreeInput[]): SplitImportance[] {
  const sums = inputs.map(({ name }) => ({ input: name, gain: 0, cover: 0, count: 0 }));
  ensemble.feature.forEach((input, node) => {
    if (input < 0) return;
    sums[input].gain += ensemble.gain[node];
    sums[input].cover += ensemble.cover[node];
    sums[input].count++;
  });
  return sums.sort((a, b) => b.gain - a.gain);
}
