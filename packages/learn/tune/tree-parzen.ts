import type { Json } from '../protocol/state.ts';
import type { Random } from '../random/random.ts';
import { parzenEstimator } from './parzen.ts';
import {
  type ChoiceDimension,
  type NumberDimension,
  searchedInterval,
  searchedPlace,
  type TuningSpace,
  valueAt,
} from './space.ts';

/** Parameters tried, and how good they were; pruned ones were below the median when they were given up. */
export interface Observation {
  readonly params: Readonly<Record<string, Json>>;
  readonly score: number;
  readonly pruned: boolean;
}

/** Trials drawn at random before any is learned from. */
export const STARTUP_TRIALS = 10;
const CANDIDATES = 24;

/**
 * The next parameters to try by the tree-structured Parzen estimator (Bergstra et al. 2011): of each parameter the
 * candidate, drawn where the best tenth lies, that is most likely there and least likely where the others lie.
 */
export function nextParameters(space: TuningSpace, seen: readonly Observation[], random: Random): Record<string, Json> {
  const { good, others } = divided(seen);
  const isStarting = seen.length < STARTUP_TRIALS || good.length === 0;
  const next = (name: string, dimension: NumberDimension | ChoiceDimension): Json => {
    const [ours, theirs] = [good, others].map(group => (isStarting ? [] : group.map(({ params }) => params[name])));
    if (dimension.kind === 'choice') return likelierChoice(dimension, { ours, theirs }, random);
    return likelierNumber(dimension, { ours: ours as number[], theirs: theirs as number[] }, random);
  };
  return Object.fromEntries(Object.entries(space).map(([name, dimension]) => [name, next(name, dimension)]));
}

/** The best tenth of the trials, at most 25, and the others; a pruned trial is never among the best. */
function divided(seen: readonly Observation[]): { good: Observation[]; others: Observation[] } {
  const ranked = seen.toSorted((a, b) => Number(a.pruned) - Number(b.pruned) || b.score - a.score);
  const finished = ranked.filter(({ pruned }) => !pruned).length;
  const count = Math.min(Math.ceil(0.1 * seen.length), 25, finished);
  return { good: ranked.slice(0, count), others: ranked.slice(count) };
}

interface Groups<T> {
  readonly ours: readonly T[];
  readonly theirs: readonly T[];
}

function likelierNumber(dimension: NumberDimension, { ours, theirs }: Groups<number>, random: Random): number {
  const { from, to } = searchedInterval(dimension);
  const [near, far] = [ours, theirs].map(values =>
    parzenEstimator(
      values.map(value => searchedPlace(dimension, value)),
      from,
      to,
    ),
  );
  if (ours.length === 0) return valueAt(dimension, from + (to - from) * random.next());
  const candidates = Array.from({ length: CANDIDATES }, () => near.draw(random));
  return valueAt(
    dimension,
    greatest(candidates, place => near.logDensity(place) - far.logDensity(place)),
  );
}

function likelierChoice({ options }: ChoiceDimension, { ours, theirs }: Groups<Json>, random: Random): Json {
  const [near, far] = [ours, theirs].map(values => choiceShares(options, values));
  const candidates = Array.from({ length: CANDIDATES }, () => drawnPlace(near, random));
  if (ours.length === 0) return options[candidates[0]];
  return options[greatest(candidates, place => Math.log(near[place] / far[place]))];
}

/** The share of each option among the values, each option counted once more. */
function choiceShares(options: readonly Json[], values: readonly Json[]): number[] {
  const texts = values.map(value => JSON.stringify(value));
  const counts = options.map(option => 1 + texts.filter(text => text === JSON.stringify(option)).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map(count => count / total);
}

function drawnPlace(shares: readonly number[], random: Random): number {
  let rest = random.next();
  const found = shares.findIndex(share => (rest -= share) < 0);
  return found < 0 ? shares.length - 1 : found;
}

function greatest(candidates: readonly number[], worth: (candidate: number) => number): number {
  return candidates.reduce((best, next) => (worth(next) > worth(best) ? next : best));
}
