import { gather, positionsUpTo } from '../math/gather.ts';
import type { Fitted } from '../protocol/estimator.ts';
import { inputsOf } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { type Random, seeded, shuffle } from '../random/random.ts';
import { type Table, takeRows } from '../table/table.ts';
import { type FeatureChoice, selectFeatures } from './features.ts';
import { attributedImportance, type ImportanceSource } from './importance-of.ts';

export interface StabilityPlan<F extends Fitted> extends ImportanceSource<F> {
  /** What is chosen on each half. */
  readonly choice: FeatureChoice;
  /** Pairs of halves; default 25, which makes 50 fits. */
  readonly pairs?: number;
  /** The share of halves that must have chosen an input for it to be kept; default 0.6. */
  readonly threshold?: number;
  readonly onProgress?: (progress: { readonly step: 'pairs'; readonly done: number; readonly total: number }) => void;
}

export interface StableFeatures {
  /** The most often chosen first; fits `keepColumns({ columns })`. Empty when nothing was chosen often enough. */
  readonly kept: readonly string[];
  /** The share of halves that chose it, for each input. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/**
 * Stability selection (Meinshausen and Bühlmann 2010) on complementary halves (Shah and Samworth 2013): inputs that are
 * chosen on most random halves of the rows, each class halved by itself, so that chance alone rarely keeps one.
 * @example stabilitySelection(X, y, { estimator: gradientBoostingClassifier(), choice: { count: 10 } })
 */
export function stabilitySelection<F extends Fitted>(
  X: Table,
  y: Float64Array,
  plan: StabilityPlan<F>,
): StableFeatures {
  const { pairs = 25, threshold = 0.6, random = seeded(0) } = plan;
  requirePlan(pairs, threshold);
  const counts = new Map(inputsOf(X).map(({ name }) => [name, 0]));
  for (let pair = 0; pair < pairs; pair++) {
    for (const half of halves(y, random.fork(pair))) {
      const chosen = chosenOn(half, { X, y }, { ...plan, random: random.fork(`fit/${pair}`) });
      for (const name of chosen) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    plan.onProgress?.({ step: 'pairs', done: pair + 1, total: pairs });
  }
  const frequencies = new Map([...counts].map(([name, count]) => [name, count / (2 * pairs)]));
  const often = [...frequencies].filter(([, share]) => share >= threshold);
  const kept = often.sort(([a, x], [b, z]) => z - x || (a < b ? -1 : 1)).map(([name]) => name);
  return { kept, frequencies };
}

function requirePlan(pairs: number, threshold: number): void {
  if (!Number.isInteger(pairs) || pairs < 1) {
    throw new LearnError('invalid-parameter', `\`pairs\` must be an integer ≥ 1; got ${pairs}.`);
  }
  if (!(threshold > 0.5 && threshold <= 1)) {
    throw new LearnError('invalid-parameter', `\`threshold\` must be above 0.5 and at most 1; got ${threshold}.`);
  }
}

/** Two halves of the rows, each with half of every class. */
function halves(y: Float64Array, random: Random): [Uint32Array, Uint32Array] {
  const rows = shuffle(positionsUpTo(y.length), random);
  const byLabel = rows.sort((a, b) => y[a] - y[b]); // stable: equal labels stay shuffled
  const start = random.below(2);
  return [byLabel.filter((_, at) => (at + start) % 2 === 0), byLabel.filter((_, at) => (at + start) % 2 === 1)];
}

function chosenOn<F extends Fitted>(
  half: Uint32Array,
  { X, y }: { X: Table; y: Float64Array },
  { estimator, importance = attributedImportance, weights, random, choice }: StabilityPlan<F>,
): string[] {
  const [ownX, ownY] = [takeRows(X, half), gather(y, half)];
  const fitted = estimator.fit(ownX, ownY, {
    ...(weights && { weights: gather(weights, half) }),
    ...(random && { random }),
  });
  return selectFeatures(importance(fitted, ownX, ownY), choice);
}
