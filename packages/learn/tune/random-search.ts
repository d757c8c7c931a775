import type { Json } from '../protocol/state.ts';
import type { Random } from '../random/random.ts';
import type { Table } from '../table/table.ts';
import { runSearch, type SearchPlan, type SearchResult } from './search.ts';
import type { KnownNames, SpaceOf, Tuned } from './space.ts';
import { nextParameters } from './tree-parzen.ts';

/**
 * Tries so many random draws from the space (Bergstra and Bengio, "Random search for hyper-parameter optimization",
 * 2012); default 20.
 * @example await randomSearch(X, y, { trees: whole(50, 400), learningRate: logReal(0.01, 0.3) },
 *   { objective: { make: gradientBoostingClassifier, metric: rocAuc }, splits, trials: 40 })
 */
export function randomSearch<P, S extends SpaceOf<P>>(
  X: Table,
  y: Float64Array,
  space: S & KnownNames<S, P>,
  plan: SearchPlan<P> & { readonly trials?: number },
): Promise<SearchResult<Tuned<S>>> {
  const strategy = {
    name: { random: space as Json },
    trials: plan.trials ?? 20,
    propose: (_trial: number, _seen: unknown, random: Random) => nextParameters(space, [], random),
  };
  return runSearch(strategy, { X, y }, plan);
}
