import type { TreeInput } from '../trees/matrix.ts';
import type { TreeEnsemble } from '../trees/tree-ensemble.ts';

/**
 * `binary:logistic`: the margin is a log-odds; `reg:squarederror`: it is the value; `count:poisson`, `reg:tweedie`: it is
 * the logarithm of the value.
 */
export type TreeObjective = 'binary:logistic' | 'reg:squarederror' | 'count:poisson' | 'reg:tweedie';

/** What a boosted-tree model is, whoever trained it. */
export interface TreeModel {
  readonly objective: TreeObjective;
  /** Of `reg:tweedie`: the power of the mean to which the variance is proportional. */
  readonly variancePower?: number;
  /** What each input of the ensemble is, in order. */
  readonly inputs: readonly TreeInput[];
  readonly ensemble: TreeEnsemble;
}
