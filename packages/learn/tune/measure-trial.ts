import { gather } from '../math/gather.ts';
import type { FitOptions, FittedClassifier, FittedRegressor, Progress } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { seeded } from '../random/random.ts';
import type { Split } from '../select/split.ts';
import { type Table, takeRows } from '../table/table.ts';
import type { TrialRecord } from './journal.ts';
import type { Objective } from './objective.ts';
import { isCheckpoint, type Limits, mean } from './pruning.ts';

/** The rows of a search, and how they are split. */
export interface SearchRows {
  readonly X: Table;
  readonly y: Float64Array;
  readonly weights?: Float64Array;
  readonly value?: Float64Array;
  readonly splits: readonly Split[];
}

/** How every trial is fitted. */
export interface FitSettings {
  readonly seed: number;
  readonly threads: number;
  readonly earlyStopping: boolean;
}

export type Measured = Pick<TrialRecord, 'scores' | 'losses' | 'pruned'>;

/** Everything about a search that its trials share. */
export interface Bench<P> {
  readonly objective: Objective<P>;
  readonly rows: SearchRows;
  readonly settings: FitSettings;
}

/**
 * Fits and measures one candidate on each split until it falls behind its limits.
 * @throws LearnError `invalid-data` when the metric gives no number
 */
export function measureTrial<P>(params: P, limits: Limits, bench: Bench<P>): Measured {
  const scores: number[] = [];
  const losses: number[][] = [];
  for (const split of bench.rows.splits) {
    const watched = watchedLosses(limits.mostLoss[scores.length] ?? []);
    losses.push(watched.losses);
    const score = scoreOn(split, params, { ...bench, onProgress: watched.onProgress });
    if (score === GIVEN_UP) return { scores, losses, pruned: true };
    scores.push(finite(score));
    if (mean(scores) < (limits.leastMean[scores.length - 1] ?? -Infinity)) return { scores, losses, pruned: true };
  }
  return { scores, losses, pruned: false };
}

const GIVEN_UP = Symbol('given up');

/** Keeps the losses at the checkpoints; throws `GIVEN_UP` when one is above its limit. */
function watchedLosses(most: readonly number[]): { losses: number[]; onProgress: (progress: Progress) => void } {
  const losses: number[] = [];
  const onProgress = ({ done, loss }: Progress): void => {
    if (loss === undefined || !isCheckpoint(done)) return;
    losses.push(loss);
    // A fit is synchronous: an exception is the only way out of it.
    if (loss > (most[losses.length - 1] ?? Infinity)) throw GIVEN_UP;
  };
  return { losses, onProgress };
}

function scoreOn<P>(
  split: Split,
  params: P,
  { objective, rows, settings, onProgress }: Bench<P> & Pick<FitOptions, 'onProgress'>,
): number | typeof GIVEN_UP {
  const held = rowsOf(rows, split.validation);
  const { X, y, weights } = rowsOf(rows, split.train);
  try {
    const fitted = objective.make(params).fit(X, y, {
      random: seeded(settings.seed),
      threads: settings.threads,
      ...(weights && { weights }),
      ...(settings.earlyStopping && { validation: held, onProgress }),
    });
    return objective.metric({ ...held, score: predicted(fitted, held.X) });
  } catch (error) {
    if (error === GIVEN_UP) return GIVEN_UP;
    throw error;
  }
}

function rowsOf({ X, y, weights, value }: SearchRows, rows: Uint32Array): Omit<SearchRows, 'splits'> {
  return {
    X: takeRows(X, rows),
    y: gather(y, rows),
    ...(weights && { weights: gather(weights, rows) }),
    ...(value && { value: gather(value, rows) }),
  };
}

function predicted(fitted: FittedClassifier | FittedRegressor, X: Table): Float64Array {
  return 'predictProba' in fitted ? fitted.predictProba(X) : fitted.predict(X);
}

function finite(score: number): number {
  if (Number.isFinite(score)) return score;
  throw new LearnError('invalid-data', `\`metric\` must give a finite number on each split; got ${score}.`);
}
