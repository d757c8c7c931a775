import type { Table } from '../table/table.ts';
import type { Json } from '../protocol/state.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { runSearch, type SearchPlan, type SearchResult } from './search.ts';
import type { KnownNames } from './space.ts';

/** Candidate values of an estimator's parameters, all or some of them, by name. */
export type Grid<P> = { readonly [K in keyof P]: readonly P[K][] };

/** The combinations of a grid. */
export type OfGrid<G> = { -readonly [K in keyof G]: G[K] extends readonly (infer T)[] ? T : never };

/**
 * Tries every combination of the grid, the last parameter fastest.
 * @throws LearnError `invalid-parameter` for an empty grid
 * @example await gridSearch(X, y, { maxDepth: [4, 6], trees: [100, 300] },
 *   { objective: { make: gradientBoostingClassifier, metric: rocAuc }, splits })
 */
export function gridSearch<P, const G extends Grid<Partial<NonNullable<P>>>>(
  X: Table,
  y: Float64Array,
  grid: G & KnownNames<G, P>,
  plan: SearchPlan<P>,
): Promise<SearchResult<OfGrid<G>>> {
  const combinations = combinationsOf(grid);
  const strategy = {
    name: { grid: grid as Json },
    trials: combinations.length,
    propose: (trial: number) => combinations[trial],
  };
  return runSearch(strategy, { X, y }, plan);
}

function combinationsOf(grid: Readonly<Record<string, readonly Json[]>>): Record<string, Json>[] {
  for (const [name, values] of Object.entries(grid)) {
    if (values.length === 0) {
      throw new LearnError('invalid-parameter', `\`${name}\` must have at least one value in the grid; got none.`);
    }
  }
  return Object.entries(grid).reduce<Record<string, Json>[]>(
    (made, [name, values]) => made.flatMap(params => values.map(value => ({ ...params, [name]: value }))),
    [{}],
  );
}
