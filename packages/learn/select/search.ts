import { LearnError } from '../protocol/learn-error.ts';
import type { Estimator, FittedClassifier, Progress } from '../protocol/estimator.ts';
import { gather } from '../math/gather.ts';
import type { ScoredRows } from '../metrics/scored-rows.ts';
import { type Random, seeded } from '../random/random.ts';
import { type Table, takeRows } from '../table/table.ts';
import type { Split } from './split.ts';

/** Candidate values by parameter. */
export type Grid<P> = { readonly [K in keyof P]: readonly P[K][] };

/** A draw by parameter; `oneOf`, `between` and `logBetween` make the usual ones. */
export type SearchSpace = Readonly<Record<string, (random: Random) => unknown>>;

/** The parameters that a space gives. */
export type Drawn<S extends SearchSpace> = { [K in keyof S]: ReturnType<S[K]> };

export interface SearchPlan<P> {
  readonly make: (params: P) => Estimator<FittedClassifier>;
  /** The higher, the better; negate a loss. */
  readonly metric: (rows: ScoredRows) => number;
  /** A candidate is fitted and measured on each; its score is the mean. */
  readonly splits: readonly Split[];
  readonly weights?: Float64Array;
  /** What finding a row is worth, for metrics that need it. */
  readonly value?: Float64Array;
  readonly random?: Random;
  readonly threads?: number;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Trial<P> {
  readonly params: P;
  /** The metric on each split. */
  readonly scores: readonly number[];
  readonly mean: number;
}

export interface SearchResult<P> {
  readonly best: Trial<P>;
  /** In the order tried. */
  readonly trials: readonly Trial<P>[];
}

/**
 * Tries every combination of the grid. The best has the highest mean, the first of equal ones; fit it again on all
 * rows to use it.
 * @example gridSearch(X, y, { depth: [4, 6], trees: [100, 300] }, { make: gradientBoosting, metric: rocAuc, splits })
 */
export function gridSearch<P extends object>(
  X: Table,
  y: Float64Array,
  grid: Grid<P>,
  plan: SearchPlan<NoInfer<P>>,
): SearchResult<P> {
  return bestOf(combinations(grid), { X, y }, plan);
}

/** Tries so many random draws from the space (Bergstra and Bengio 2012); default 20. */
export function randomSearch<S extends SearchSpace>(
  X: Table,
  y: Float64Array,
  space: S,
  plan: SearchPlan<Drawn<S>> & { readonly trials?: number },
): SearchResult<Drawn<S>> {
  const random = (plan.random ?? seeded(0)).fork('draws');
  const draw = (): Drawn<S> =>
    Object.fromEntries(Object.entries(space).map(([name, of]) => [name, of(random)])) as Drawn<S>;
  return bestOf(Array.from({ length: plan.trials ?? 20 }, draw), { X, y }, plan);
}

export function oneOf<T>(choices: readonly T[]): (random: Random) => T {
  return random => choices[random.below(choices.length)];
}

export function between(low: number, high: number): (random: Random) => number {
  return random => low + (high - low) * random.next();
}

/** Evenly over orders of magnitude. */
export function logBetween(low: number, high: number): (random: Random) => number {
  return random => low * (high / low) ** random.next();
}

interface Rows {
  readonly X: Table;
  readonly y: Float64Array;
}

function bestOf<P>(candidates: readonly P[], rows: Rows, plan: SearchPlan<P>): SearchResult<P> {
  if (candidates.length === 0 || plan.splits.length === 0) {
    throw new LearnError('invalid-parameter', 'a search needs at least one candidate and one split.');
  }
  const trials = candidates.map((params, k) => {
    const trial = tried(params, rows, plan);
    plan.onProgress?.({ step: 'trials', done: k + 1, total: candidates.length });
    return trial;
  });
  const best = trials.reduce((winner, trial) =>
    trial.mean > winner.mean || Number.isNaN(winner.mean) ? trial : winner,
  );
  return { best, trials };
}

function tried<P>(params: P, rows: Rows, plan: SearchPlan<P>): Trial<P> {
  const scores = plan.splits.map(split => scoreOn(split, params, { rows, plan }));
  return { params, scores, mean: scores.reduce((sum, score) => sum + score, 0) / scores.length };
}

/** The metric of one candidate on the rows of a split held back. */
export function scoreOn<P>(
  { train, validation }: Split,
  params: P,
  { rows, plan }: { rows: Rows; plan: SearchPlan<P> },
): number {
  const { X, y } = rows;
  const { weights, value, threads, random = seeded(0) } = plan;
  const fitted = plan.make(params).fit(takeRows(X, train), gather(y, train), {
    random: random.fork('fit'),
    ...(weights && { weights: gather(weights, train) }),
    ...(threads && { threads }),
  });
  return plan.metric({
    y: gather(y, validation),
    score: fitted.predictProba(takeRows(X, validation)),
    ...(weights && { weights: gather(weights, validation) }),
    ...(value && { value: gather(value, validation) }),
  });
}

function combinations<P>(grid: Grid<P>): P[] {
  return Object.entries(grid).reduce<object[]>(
    (made, [name, values]) =>
      made.flatMap(params => (values as unknown[]).map(value => ({ ...params, [name]: value }))),
    [{}],
  ) as P[];
}
