import { LearnError } from '../protocol/learn-error.ts';
import type { CategoryColumn, Column, NumberColumn, TimeColumn } from '../table/column.ts';
import { column, type Table, withColumns } from '../table/table.ts';

/** The mean prediction when every row has this value. */
export interface DependencePoint {
  /** A number, an epoch millisecond, or a category. */
  readonly value: number | string;
  readonly mean: number;
  /** Share of the rows that are nearest to this point, or have this category: how far to trust it. */
  readonly share: number;
}

export interface PartialDependenceOptions {
  /** Points at most; numbers are taken at evenly spaced quantiles, categories by frequency. Default 20. */
  readonly points?: number;
}

/**
 * How the mean prediction moves with one input while the other inputs stay as they are (Friedman 2001). Rows without
 * a value count as rows, but missing is no point. Give a sample of some hundred rows: each point predicts all of them.
 * @throws LearnError `missing-column`, `invalid-parameter`
 * @example partialDependence(Z => model.predictProba(Z), X, 'weight')
 */
export function partialDependence(
  predict: (X: Table) => Float64Array,
  X: Table,
  input: string,
  { points = 20 }: PartialDependenceOptions = {},
): DependencePoint[] {
  if (!Number.isInteger(points) || points < 2) {
    throw new LearnError('invalid-parameter', `\`points\` must be an integer ≥ 2; got ${points}.`);
  }
  const found = column(X, input);
  const grid = found.kind === 'category' ? frequentLevels(found, points) : quantilePoints(found, points);
  return grid.map(({ value, filled, share }) => ({
    value,
    mean: meanOf(predict(withColumns(X, { [input]: filled }))),
    share,
  }));
}

interface GridPoint {
  readonly value: number | string;
  /** The column with this value in every row. */
  readonly filled: Column;
  readonly share: number;
}

function frequentLevels({ codes, levels }: CategoryColumn, points: number): GridPoint[] {
  const counts = new Float64Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  const byFrequency = [...levels.keys()].filter(code => counts[code] > 0).sort((a, b) => counts[b] - counts[a]);
  return byFrequency.slice(0, points).map(code => ({
    value: levels[code],
    filled: { kind: 'category', levels, codes: new Int32Array(codes.length).fill(code) },
    share: counts[code] / codes.length,
  }));
}

function quantilePoints(from: NumberColumn | TimeColumn, points: number): GridPoint[] {
  const present = Float64Array.from(from.values)
    .filter(value => !Number.isNaN(value))
    .sort();
  if (present.length === 0) return [];
  const places = Array.from({ length: points }, (_, k) => Math.round((k * (present.length - 1)) / (points - 1)));
  const values = [...new Set(places.map(place => present[place]))];
  const counts = nearestCounts(present, values);
  return values.map((value, k) => ({
    value,
    filled: { kind: from.kind, values: new Float64Array(from.values.length).fill(value) },
    share: counts[k] / from.values.length,
  }));
}

function nearestCounts(sorted: Float64Array, values: readonly number[]): number[] {
  const counts = values.map(() => 0);
  let k = 0;
  for (const one of sorted) {
    while (k + 1 < values.length && values[k + 1] - one <= one - values[k]) k++;
    counts[k]++;
  }
  return counts;
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
