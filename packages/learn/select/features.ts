import { LearnError } from '../protocol/learn-error.ts';

/** How much each input matters to a model, by name; the higher, the more. */
export type Importances = Readonly<Record<string, number>> | ReadonlyMap<string, number>;

/** Which inputs to keep: so many, those that reach a share of the whole importance together, or those above a floor. */
export type FeatureChoice =
  | { readonly count: number }
  | { readonly cumulativeShare: number }
  | { readonly atLeast: number };

/**
 * The inputs that matter most, most important first; equal ones by name. The result fits `keepColumns({ columns })`.
 * @throws LearnError `invalid-parameter` when nothing would be left
 */
export function selectFeatures(importances: Importances, choice: FeatureChoice): string[] {
  const entries = importances instanceof Map ? [...importances] : Object.entries(importances);
  const ranked = entries.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const kept = keptOf(ranked, choice).map(([name]) => name);
  if (kept.length > 0) return kept;
  throw new LearnError('invalid-parameter', `the choice ${JSON.stringify(choice)} leaves no feature; widen it.`);
}

function keptOf(ranked: readonly [string, number][], choice: FeatureChoice): readonly [string, number][] {
  if ('count' in choice) return ranked.slice(0, Math.max(choice.count, 0));
  if ('atLeast' in choice) return ranked.filter(([, importance]) => importance >= choice.atLeast);
  const total = ranked.reduce((sum, [, importance]) => sum + Math.max(importance, 0), 0);
  let reached = 0;
  return ranked.filter(([, importance]) => {
    const isNeeded = importance > 0 && reached < choice.cumulativeShare * total;
    reached += Math.max(importance, 0);
    return isNeeded;
  });
}
