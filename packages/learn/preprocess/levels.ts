import type { CategoryColumn } from '../table/column.ts';

/** Levels with the weight of the rows that have each; levels that no row has are left out. Sorted by name. */
export interface LevelWeights {
  readonly levels: string[];
  readonly weights: number[];
  /** Weight of the rows without a level. */
  readonly missing: number;
}

export function levelWeights({ codes, levels }: CategoryColumn, weights: Float64Array): LevelWeights {
  const sums = new Float64Array(levels.length);
  let missing = 0;
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] < 0) missing += weights[i];
    else sums[codes[i]] += weights[i];
  }
  const present = sortedLevels(levels).filter(code => sums[code] > 0);
  return { levels: present.map(code => levels[code]), weights: present.map(code => sums[code]), missing };
}

/** Codes in the order of their levels' names, so that nothing learned depends on the order of a table's rows. */
function sortedLevels(levels: readonly string[]): number[] {
  return [...levels.keys()].sort((a, b) => (levels[a] < levels[b] ? -1 : 1));
}

/** How a level outside the known ones, and a missing one, are to be read. */
export interface OutsideLevels {
  readonly unseen: number;
  readonly missing: number;
}

/**
 * A number for each row by its level. Levels are looked up once each, or once per row where a table has fewer rows
 * than levels, as when a single row comes with the dictionary of millions.
 */
export function lookUpLevels(
  { codes, levels }: CategoryColumn,
  known: ReadonlyMap<string, number>,
  { unseen, missing }: OutsideLevels,
): Float64Array {
  const valueOf = (code: number): number => known.get(levels[code]) ?? unseen;
  if (codes.length < levels.length) return Float64Array.from(codes, code => (code < 0 ? missing : valueOf(code)));
  const translated = Float64Array.from(levels, (_, code) => valueOf(code));
  return Float64Array.from(codes, code => (code < 0 ? missing : translated[code]));
}
