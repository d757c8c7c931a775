import type { TreeInput } from '../trees/matrix.ts';
import type { TreeEnsemble } from '../trees/tree-ensemble.ts';

/** What a boosted-tree model is, whoever trained it. */
export interface TreeModel {
  /** `binary:logistic`: the margin is a log-odds; `reg:squarederror`: it is the value. */
  readonly objective: 'binary:logistic' | 'reg:squarederror';
  /** What each input of the ensemble is, in order. */
  readonly inputs: readonly TreeInput[];
  readonly ensemble: TreeEnsemble;
}
