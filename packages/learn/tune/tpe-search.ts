import { LearnError } from '../protocol/learn-error.ts';
import type { Json } from '../protocol/state.ts';
import { seeded } from '../random/random.ts';
import { scoreOn, type SearchPlan, type SearchResult, type Trial } from '../select/search.ts';
import type { Table } from '../table/table.ts';
import type { TrialJournal, TrialRecord } from './journal.ts';
import type { Tuned, TuningSpace } from './space.ts';
import { nextParameters, type Observation } from './tree-parzen.ts';

/** How far a search has come. */
export interface TuningProgress {
  readonly step: 'trials';
  readonly done: number;
  readonly total: number;
  /** The highest mean of a finished trial. */
  readonly best?: number;
  /** By the mean time of the trials of this run; only with a `clock`. */
  readonly millisecondsLeft?: number;
}

export interface TpePlan<P> extends Omit<SearchPlan<P>, 'onProgress'> {
  /** Trials in all, those of the journal included; default 50. */
  readonly trials?: number;
  /**
   * `median` (default): after each split a trial is given up whose mean so far is below the median of the earlier
   * trials' means over the same splits, once five have been finished. `none`: every trial is measured on all splits.
   */
  readonly pruning?: 'median' | 'none';
  /** Keeps finished trials; with the same space, seed and splits a search goes on where it was killed. */
  readonly journal?: TrialJournal;
  /** Milliseconds that only grow, such as `performance.now`. */
  readonly clock?: () => number;
  readonly onProgress?: (progress: TuningProgress) => void;
}

/** A search's trials; those given up have fewer scores than there are splits, and are never the best. */
export interface TpeResult<P> extends SearchResult<P> {
  readonly pruned: number;
}

/**
 * Searches parameters by the tree-structured Parzen estimator. Trial k draws from a stream of its own and learns from
 * the trials before it, so that a search continued from a journal is the search that was never killed.
 *
 * @example tpeSearch(X, y, { trees: whole(50, 400), learningRate: logReal(0.01, 0.3) },
 *   { make: gradientBoostingClassifier, metric: rocAuc, splits, journal: fileJournal('bank.ndjson') })
 */
export function tpeSearch<S extends TuningSpace>(
  X: Table,
  y: Float64Array,
  space: S,
  plan: TpePlan<Tuned<S>>,
): TpeResult<Tuned<S>> {
  const { trials = 50, random = seeded(0), journal } = plan;
  requirePlan(trials, plan.splits.length);
  const records = [...(journal?.open(searchName(space, plan, random.fork('name').next())) ?? [])].slice(0, trials);
  const progress = progressOf(plan, trials, records.length);
  while (records.length < trials) {
    const trial = records.length;
    const params = nextParameters(space, records.map(observed), random.fork(`trial/${trial}`));
    const record = { trial, params, ...measured(params as Tuned<S>, { X, y }, { plan, records }) };
    journal?.append(record);
    records.push(record);
    progress(records);
  }
  return resultOf<Tuned<S>>(records);
}

function requirePlan(trials: number, splits: number): void {
  if (Number.isInteger(trials) && trials >= 1 && splits >= 1) return;
  throw new LearnError(
    'invalid-parameter',
    `a search needs at least one trial and one split; got ${trials} and ${splits}.`,
  );
}

/** What must be the same for a search to go on; the seed shows in a number drawn from it. */
function searchName(space: TuningSpace, { splits, pruning = 'median' }: TpePlan<never>, seed: number): string {
  const rows = splits.map(({ train, validation }) => [train.length, validation.length]);
  return JSON.stringify({ space, rows, pruning, seed });
}

interface Search<P> {
  readonly plan: TpePlan<P>;
  /** The trials before. */
  readonly records: readonly TrialRecord[];
}

function measured<P>(
  params: P,
  rows: { readonly X: Table; readonly y: Float64Array },
  { plan, records }: Search<P>,
): Pick<TrialRecord, 'scores' | 'pruned'> {
  const { onProgress: _, ...given } = plan;
  const scores: number[] = [];
  for (const split of plan.splits) {
    scores.push(finite(scoreOn(split, params, { rows, plan: given })));
    const isLast = scores.length === plan.splits.length;
    if (!isLast && plan.pruning !== 'none' && isBelowMedian(scores, records)) return { scores, pruned: true };
  }
  return { scores, pruned: false };
}

const LEAST_FINISHED = 5;

function isBelowMedian(scores: readonly number[], records: readonly TrialRecord[]): boolean {
  if (records.filter(({ pruned }) => !pruned).length < LEAST_FINISHED) return false;
  const comparable = records.filter(record => record.scores.length >= scores.length);
  const means = comparable.map(record => mean(record.scores.slice(0, scores.length))).sort((a, b) => a - b);
  return mean(scores) < means[(means.length - 1) >> 1];
}

function finite(score: number): number {
  if (Number.isFinite(score)) return score;
  throw new LearnError('invalid-data', `\`metric\` must give a finite number on each split; got ${score}.`);
}

function observed({ params, scores, pruned }: TrialRecord): Observation {
  return { params, pruned, score: mean(scores) };
}

function progressOf<P>(
  { clock, onProgress }: TpePlan<P>,
  total: number,
  before: number,
): (records: readonly TrialRecord[]) => void {
  const start = clock?.() ?? 0;
  return records => {
    const done = records.length;
    const finished = records.filter(({ pruned }) => !pruned).map(({ scores }) => mean(scores));
    onProgress?.({
      step: 'trials',
      done,
      total,
      ...(finished.length > 0 && { best: Math.max(...finished) }),
      ...(clock && { millisecondsLeft: ((clock() - start) / (done - before)) * (total - done) }),
    });
  };
}

function resultOf<P>(records: readonly TrialRecord[]): TpeResult<P> {
  const trials = records.map(({ params, scores }) => trialOf<P>(params, scores));
  const finished = trials.filter((_, k) => !records[k].pruned);
  const best = finished.reduce((winner, trial) => (trial.mean > winner.mean ? trial : winner));
  return { best, trials, pruned: trials.length - finished.length };
}

function trialOf<P>(params: Readonly<Record<string, Json>>, scores: readonly number[]): Trial<P> {
  return { params: params as P, scores, mean: mean(scores) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
