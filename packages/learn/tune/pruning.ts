import type { TrialRecord } from './journal.ts';

/**
 * When a trial is given up before it is measured on every split. Trials are compared after each split by their mean
 * so far and, with `earlyStopping`, within a fit by the loss it reports after 8, 16, 32, … rounds.
 *
 * - `median`: below the median of the trials before at the same place, once five of them were finished (the median
 *   stopping rule of Golovin et al., "Google Vizier", 2017).
 * - `halving`: not among the best quarter at a rung, once four trials came so far; rungs are a factor of four apart:
 *   splits 1, 4, 16, … and rounds 8, 32, 128, … (successive halving without waiting: Li et al., "A system for massively
 *   parallel hyperparameter tuning", 2020).
 * - `none`: never.
 */
export type Pruning = 'median' | 'halving' | 'none';

/** Where a trial is given up: known when it starts, so that it does not matter who else is under way. */
export interface Limits {
  /** By splits measured less one: the least mean so far. */
  readonly leastMean: readonly number[];
  /** By split, then by checkpoint: the largest loss. */
  readonly mostLoss: readonly (readonly number[])[];
}

const FIRST_CHECKPOINT = 8;
const LEAST_FINISHED = 5;
const FACTOR = 4;

/** Whether losses are compared after so many rounds. */
export function isCheckpoint(rounds: number): boolean {
  return Number.isInteger(Math.log2(rounds / FIRST_CHECKPOINT)) && rounds >= FIRST_CHECKPOINT;
}

/** What a trial over so many splits must reach, by the trials that it may learn from. */
export function limitsBy(pruning: Pruning, seen: readonly TrialRecord[], splits: number): Limits {
  if (pruning === 'none') return { leastMean: [], mostLoss: [] };
  const limitOf = pruning === 'median' ? medianRule(seen) : halvingRule;
  const leastMean = range(splits - 1).map(done => limitOf(meansAfter(seen, done + 1), done + 1));
  const mostLoss = range(splits).map(split =>
    range(checkpoints(seen, split)).map(k => -limitOf(negatedLosses(seen, split, k), 2 ** k)),
  );
  return { leastMean, mostLoss };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The least value that goes on at a place so many times as far as the first one, by the values seen there. */
type LimitRule = (values: readonly number[], place: number) => number;

function medianRule(seen: readonly TrialRecord[]): LimitRule {
  const hasEnough = seen.filter(({ pruned }) => !pruned).length >= LEAST_FINISHED;
  return values => (hasEnough ? greatestBut(values, 0.5) : -Infinity);
}

function halvingRule(values: readonly number[], place: number): number {
  const isRung = Number.isInteger(Math.log2(place) / Math.log2(FACTOR));
  return isRung && values.length >= FACTOR ? greatestBut(values, 1 / FACTOR) : -Infinity;
}

/** The least of the best share of the values. */
function greatestBut(values: readonly number[], share: number): number {
  const descending = values.toSorted((a, b) => b - a);
  return descending[Math.floor(share * values.length)] ?? -Infinity;
}

function meansAfter(seen: readonly TrialRecord[], splits: number): number[] {
  return seen.filter(({ scores }) => scores.length >= splits).map(({ scores }) => mean(scores.slice(0, splits)));
}

function negatedLosses(seen: readonly TrialRecord[], split: number, checkpoint: number): number[] {
  return seen.flatMap(({ losses }) => {
    const loss = losses[split]?.[checkpoint];
    return loss === undefined ? [] : [-loss];
  });
}

function checkpoints(seen: readonly TrialRecord[], split: number): number {
  return seen.reduce((most, { losses }) => Math.max(most, losses[split]?.length ?? 0), 0);
}

function range(count: number): number[] {
  return Array.from({ length: Math.max(count, 0) }, (_, k) => k);
}
