import { createHash } from 'node:crypto';
import type { Progress } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { Json } from '../protocol/state.ts';
import { type Random, seeded } from '../random/random.ts';
import type { Split } from '../select/split.ts';
import type { Table } from '../table/table.ts';
import type { TrialJournal, TrialRecord } from './journal.ts';
import type { SearchRows } from './measure-trial.ts';
import type { Objective } from './objective.ts';
import { limitsBy, mean, type Pruning } from './pruning.ts';
import { openRunners, type TrialRunner } from './trial-runner.ts';

/** How far a search has come. */
export interface SearchProgress extends Progress {
  readonly step: 'trials';
  /** The highest mean of a finished trial. */
  readonly best?: number;
  /** By the mean time of the trials of this run; only with a `clock`. */
  readonly millisecondsLeft?: number;
}

/** What grid, random and TPE search are told alike. */
export interface SearchPlan<P> {
  readonly objective: Objective<P>;
  /** A candidate is fitted and measured on each; its score is the mean. */
  readonly splits: readonly Split[];
  readonly weights?: Float64Array;
  /** What finding a row is worth, for metrics that need it. */
  readonly value?: Float64Array;
  readonly random?: Random;
  /**
   * Hands the rows held back to each fit as well, default false: estimators that stop early stop by them, and a fit
   * that falls behind is given up. Scores are then a little too good; judge the winner on rows of its own.
   */
  readonly earlyStopping?: boolean;
  /** Default `none`. */
  readonly pruning?: Pruning;
  /** Threads on which trials run, default 1, the calling one. More need an objective made by `moduleObjective`. */
  readonly workers?: number;
  /** Threads of each fit; default 1. */
  readonly threads?: number;
  /**
   * Trials that may be under way at once, default 4: trial k is proposed from, and pruned by, the trials before
   * k − `inFlight` + 1. So the result depends on it and on the seed, but neither on `workers` nor on who is faster.
   */
  readonly inFlight?: number;
  /** Keeps finished trials; with the same space, seed and rows a search goes on where it was killed. */
  readonly journal?: TrialJournal;
  /** Stops the search at once; it then gives what is finished, and throws the signal's reason when nothing is. */
  readonly signal?: AbortSignal;
  /** Milliseconds that only grow, such as `performance.now`. */
  readonly clock?: () => number;
  readonly onProgress?: (progress: SearchProgress) => void;
}

export interface Trial<P> {
  readonly params: P;
  /** The metric on each split; fewer than there are when the trial was given up. */
  readonly scores: readonly number[];
  /** Of the scores; NaN when there are none. */
  readonly mean: number;
  /** Whether it was given up; such a trial is never the best. */
  readonly pruned: boolean;
}

export interface SearchResult<P> {
  /** The highest mean, the first of equal ones; fit it again to use it. */
  readonly best: Trial<P>;
  /** In the order proposed. */
  readonly trials: readonly Trial<P>[];
  readonly pruned: number;
  /** False when a signal stopped the search. */
  readonly isComplete: boolean;
}

/** What to try: given the trials that it may know, in their order, the parameters of trial k. */
export interface Strategy {
  /** What must be the same for a journal to be continued. */
  readonly name: Json;
  readonly trials: number;
  propose(trial: number, seen: readonly TrialRecord[], random: Random): Readonly<Record<string, Json>>;
}

export interface LabelledRows {
  readonly X: Table;
  readonly y: Float64Array;
}

/** Runs the trials of a strategy. */
export async function runSearch<P, R>(
  strategy: Strategy,
  { X, y }: LabelledRows,
  plan: SearchPlan<P>,
): Promise<SearchResult<R>> {
  const setup = checkedSetup(strategy, plan);
  const rows = {
    X,
    y,
    splits: plan.splits,
    ...(plan.weights && { weights: plan.weights }),
    ...(plan.value && { value: plan.value }),
  };
  const kept = plan.journal?.open(searchName(strategy, plan, { rows, setup })) ?? [];
  const records = new Map(kept.filter(({ trial }) => trial < strategy.trials).map(one => [one.trial, one]));
  if (records.size < strategy.trials && !plan.signal?.aborted)
    await runTrials({ strategy, plan, setup, rows, records });
  return resultOf(strategy, records, plan.signal);
}

interface Setup {
  readonly workers: number;
  readonly inFlight: number;
  readonly pruning: Pruning;
  readonly random: Random;
}

function checkedSetup<P>({ trials }: Strategy, plan: SearchPlan<P>): Setup {
  const { workers = 1, inFlight = 4, pruning = 'none', random = seeded(0) } = plan;
  if (!(Number.isInteger(trials) && trials >= 1) || plan.splits.length === 0) {
    throw new LearnError(
      'invalid-parameter',
      `a search needs at least one trial and one split; got ${trials} and ${plan.splits.length}.`,
    );
  }
  requireCount('workers', workers, inFlight);
  requireCount('inFlight', inFlight, Infinity);
  return { workers: Math.min(workers, trials), inFlight, pruning, random };
}

function requireCount(name: string, count: number, most: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= most) return;
  const range = most === Infinity ? '≥ 1' : `from 1 to \`inFlight\` (${most})`;
  throw new LearnError('invalid-parameter', `\`${name}\` must be an integer ${range}; got ${count}.`);
}

/** What must be the same for a search to go on; the seed shows in a number drawn from it. */
function searchName<P>(
  strategy: Strategy,
  plan: SearchPlan<P>,
  { rows, setup }: { rows: SearchRows; setup: Setup },
): string {
  const digest = createHash('sha256');
  for (const values of [rows.y, ...rows.splits.flatMap(({ train, validation }) => [train, validation])]) {
    digest.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  const { inFlight, pruning, random } = setup;
  const { earlyStopping = false } = plan;
  const columns = [...rows.X.columns.keys()];
  const seed = random.fork('name').next();
  return JSON.stringify({
    search: strategy.name,
    pruning,
    inFlight,
    earlyStopping,
    seed,
    columns,
    rows: digest.digest('hex'),
  });
}

interface Search<P> {
  readonly strategy: Strategy;
  readonly plan: SearchPlan<P>;
  readonly setup: Setup;
  readonly rows: SearchRows;
  /** Finished trials, by number. */
  readonly records: Map<number, TrialRecord>;
}

/** Until all trials are finished, one has failed or the signal stops them. */
async function runTrials<P>(search: Search<P>): Promise<void> {
  const { plan, setup, rows } = search;
  const { objective, threads = 1, earlyStopping = false, signal } = plan;
  const seed = Math.floor(setup.random.fork('fit').next() * 2 ** 32);
  const runners = openRunners(setup.workers, { objective, rows, settings: { seed, threads, earlyStopping } });
  const end = new AbortController();
  const stopped = new Promise<void>(resolve =>
    signal?.addEventListener('abort', () => resolve(), { signal: end.signal }),
  );
  try {
    const lane = laneOf(search, end.signal);
    await Promise.race([Promise.all(runners.map(lane)), stopped]);
  } finally {
    end.abort();
    for (const runner of runners) runner.close();
  }
}

/** Takes one trial after another, each as soon as those that it learns from are finished. */
function laneOf<P>(
  { strategy, plan, setup, records }: Search<P>,
  ended: AbortSignal,
): (runner: TrialRunner) => Promise<void> {
  const open = Array.from({ length: strategy.trials }, (_, trial) => trial).filter(trial => !records.has(trial));
  const finished = new Map(open.map(trial => [trial, Promise.withResolvers<void>()]));
  const report = reporter(plan, strategy.trials, records);
  return async runner => {
    for (let trial = open.shift(); trial !== undefined && !ended.aborted; trial = open.shift()) {
      const known = trial - setup.inFlight + 1;
      for (const [before, { promise }] of finished) if (before < known) await promise;
      const seen = Array.from({ length: Math.max(known, 0) }, (_, before) => records.get(before)!);
      const params = strategy.propose(trial, seen, setup.random.fork(`trial/${trial}`));
      const measured = await runner.measure({ params, limits: limitsBy(setup.pruning, seen, plan.splits.length) });
      if (ended.aborted) return;
      const record = { trial, params, ...measured };
      plan.journal?.append(record);
      records.set(trial, record);
      finished.get(trial)!.resolve();
      report();
    }
  };
}

function reporter<P>(
  { clock, onProgress }: SearchPlan<P>,
  total: number,
  records: ReadonlyMap<number, TrialRecord>,
): () => void {
  const start = clock?.() ?? 0;
  const before = records.size;
  return () => {
    const done = records.size;
    const finished = [...records.values()].filter(({ pruned }) => !pruned).map(({ scores }) => mean(scores));
    onProgress?.({
      step: 'trials',
      done,
      total,
      ...(finished.length > 0 && { best: Math.max(...finished) }),
      ...(clock && { millisecondsLeft: ((clock() - start) / (done - before)) * (total - done) }),
    });
  };
}

function resultOf<R>(
  { trials: total }: Strategy,
  records: ReadonlyMap<number, TrialRecord>,
  signal?: AbortSignal,
): SearchResult<R> {
  const ordered = [...records.values()].sort((a, b) => a.trial - b.trial);
  const trials = ordered.map(({ params, scores, pruned }) => ({
    params: params as R,
    scores,
    mean: mean(scores),
    pruned,
  }));
  const finished = trials.filter(({ pruned }) => !pruned);
  if (finished.length === 0) throw signal?.reason;
  const best = finished.reduce((winner, trial) => (trial.mean > winner.mean ? trial : winner));
  return { best, trials, pruned: trials.length - finished.length, isComplete: trials.length === total };
}
