import type { ColumnShift, DatasetColumn } from '@rikuy/contracts';
import type { ScannedTable, DatasetValue } from '../../ports/dataset-store.ts';

/** A bin without rows counts as if it had this share: the logarithm of nothing is not a number. */
const leastShare = 1e-4;
const tenths = 10;
const commonestKept = 30;

/** How a column's distribution moved from an older table to a newer one. */
export async function columnShift(
  older: ScannedTable,
  newer: ScannedTable,
  { name, kind }: Pick<DatasetColumn, 'name' | 'kind'>,
): Promise<ColumnShift> {
  const before = await valuesOf(older, name);
  const after = await valuesOf(newer, name);
  const shift = kind === 'category' || kind === 'boolean' ? categoryShift(before, after) : numberShift(before, after);
  return { column: name, ...shift, missingBefore: missingShare(before), missingAfter: missingShare(after) };
}

/**
 * The population stability index Σ (p − q) ln (p / q) over bins. Missing values are a bin of their own; an empty bin
 * counts as a share of 0.0001.
 */
export function stabilityIndex(before: readonly number[], after: readonly number[]): number {
  const shares = (counts: readonly number[]): number[] => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map(count => Math.max(leastShare, total > 0 ? count / total : 0));
  };
  const q = shares(before);
  const p = shares(after);
  return p.reduce((sum, share, i) => sum + (share - q[i]) * Math.log(share / q[i]), 0);
}

/** The two-sample Kolmogorov–Smirnov statistic of sorted samples: 0 the same, 1 apart; NaN where one is empty. */
export function kolmogorovSmirnov(before: Float64Array, after: Float64Array): number {
  if (before.length === 0 || after.length === 0) return NaN;
  let [i, j, greatest] = [0, 0, 0];
  while (i < before.length && j < after.length) {
    const value = Math.min(before[i], after[j]);
    while (i < before.length && before[i] <= value) i++;
    while (j < after.length && after[j] <= value) j++;
    greatest = Math.max(greatest, Math.abs(i / before.length - j / after.length));
  }
  return greatest;
}

/** Bins are the tenths of the older values. */
function numberShift(before: readonly DatasetValue[], after: readonly DatasetValue[]): Pick<ColumnShift, 'psi' | 'ks'> {
  const [sortedBefore, sortedAfter] = [sortedNumbers(before), sortedNumbers(after)];
  const edges = tenthsOf(sortedBefore);
  const counts = (sorted: Float64Array, all: readonly DatasetValue[]): number[] => [
    ...countBetween(sorted, edges),
    all.length - sorted.length,
  ];
  const ks = kolmogorovSmirnov(sortedBefore, sortedAfter);
  return {
    psi: stabilityIndex(counts(sortedBefore, before), counts(sortedAfter, after)),
    ks: Number.isNaN(ks) ? null : ks,
  };
}

/** Bins are the commonest older values, the others together, and missing. */
function categoryShift(
  before: readonly DatasetValue[],
  after: readonly DatasetValue[],
): Pick<ColumnShift, 'psi' | 'ks'> {
  const countsBefore = countValues(before);
  const countsAfter = countValues(after);
  const kept = [...countsBefore]
    .filter(([value]) => value !== null)
    .sort(([, a], [, b]) => b - a)
    .slice(0, commonestKept)
    .map(([value]) => value);
  const bins = (counts: ReadonlyMap<DatasetValue, number>, rows: number): number[] => {
    const known = [...kept, null].map(value => counts.get(value) ?? 0);
    return [...known, rows - known.reduce((sum, count) => sum + count, 0)];
  };
  return { psi: stabilityIndex(bins(countsBefore, before.length), bins(countsAfter, after.length)), ks: null };
}

async function valuesOf(table: ScannedTable, column: string): Promise<readonly DatasetValue[]> {
  const values: DatasetValue[] = [];
  for await (const [batch] of table.scan([column])) for (const value of batch) values.push(value);
  return values;
}

function sortedNumbers(values: readonly DatasetValue[]): Float64Array {
  return Float64Array.from(values.filter(value => value !== null) as number[]).sort();
}

/** The distinct inner borders of the tenths. */
function tenthsOf(sorted: Float64Array): readonly number[] {
  const borders = Array.from({ length: tenths - 1 }, (_, k) => sorted[Math.floor(((k + 1) / tenths) * sorted.length)]);
  return [...new Set(borders.filter(border => border !== undefined))];
}

/** Values up to the first border, above it up to the second, …, above the last. */
function countBetween(sorted: Float64Array, borders: readonly number[]): readonly number[] {
  const upTo = [...borders.map(border => upperPosition(sorted, border)), sorted.length];
  return upTo.map((position, i) => position - (i === 0 ? 0 : upTo[i - 1]));
}

/** How many values are at most this. */
function upperPosition(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function countValues(values: readonly DatasetValue[]): ReadonlyMap<DatasetValue, number> {
  const counts = new Map<DatasetValue, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function missingShare(values: readonly DatasetValue[]): number {
  return values.length === 0 ? 0 : values.filter(value => value === null).length / values.length;
}
