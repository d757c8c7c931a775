import type { Json } from '../protocol/state.ts';
import type { Random } from '../random/random.ts';
import type { Table } from '../table/table.ts';
import type { TrialRecord } from './journal.ts';
import { mean } from './pruning.ts';
import { runSearch, type SearchPlan, type SearchResult } from './search.ts';
import type { KnownNames, SpaceOf, Tuned } from './space.ts';
import { nextParameters, type Observation } from './tree-parzen.ts';

/**
 * Searches parameters by the tree-structured Parzen estimator, learning from trial to trial; default 50 trials. Each
 * trial draws from a stream of its own, so that a search continued from a journal is the search that was never killed.
 *
 * @example await tpeSearch(X, y, { trees: whole(50, 400), learningRate: logReal(0.01, 0.3) }, {
 *   objective: bankObjective, splits, workers: 2, pruning: 'median', journal: fileJournal('bank.ndjson') })
 */
export function tpeSearch<P, S extends SpaceOf<P>>(
  X: Table,
  y: Float64Array,
  space: S & KnownNames<S, P>,
  plan: SearchPlan<P> & { readonly trials?: number },
): Promise<SearchResult<Tuned<S>>> {
  const strategy = {
    name: { tpe: space as Json },
    trials: plan.trials ?? 50,
    propose: (_trial: number, seen: readonly TrialRecord[], random: Random) =>
      nextParameters(space, seen.map(observed), random),
  };
  return runSearch(strategy, { X, y }, plan);
}

function observed({ params, scores, pruned }: TrialRecord): Observation {
  return { params, pruned, score: mean(scores) };
}
