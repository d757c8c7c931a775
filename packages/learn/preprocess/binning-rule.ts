import { z } from 'zod';
import { presentNumbers, weightedQuantiles } from '../math/weighted.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { CategoryColumn, Column, NumberColumn } from '../table/column.ts';
import type { BinningParameters } from './binning-parameters.ts';
import { type Counts, mergedOptimally, type Totals, weightOf } from './binning-merge.ts';
import type { ColumnToLearn } from './column-rules.ts';
import { lookUpLevels } from './levels.ts';

const bin = z.object({ label: z.string(), events: z.number(), others: z.number(), woe: z.number() });

/** A bin of training rows: weight of class 1 and of class 0, and ln of the ratio of their shares: the higher, the riskier. */
export type Bin = z.infer<typeof bin>;

/** Bins of a column. A number belongs to the first bin whose edge is above it; a level to the bin under its name. */
export const binningRule = z.object({
  edges: z.array(z.number()),
  levels: z.array(z.tuple([z.string(), z.int().min(0)])),
  bins: z.array(bin),
  /** The bin of rows that have no value. */
  missing: bin,
  /** Σ (share of class 1 − share of class 0) · weight of evidence. */
  informationValue: z.number(),
});
export type BinningRule = z.infer<typeof binningRule>;

/** Bins of a column that tell most of the label (greatest information value) under the parameters. */
export function learnBins(given: ColumnToLearn, params: BinningParameters): BinningRule {
  const totals = totalsOf(given, params.smoothing);
  const { present, missing } = countsOfGaps(given);
  const laid = given.column.kind === 'number' ? numberBins(given, params, totals) : levelBins(given, params, totals);
  const bins = laid.bins.map(({ label, counts }) => binOf(label, counts, totals));
  const gaps = binOf('missing', missing, totals);
  const all = missing.events + missing.others > 0 ? [...bins, gaps] : bins;
  const informationValue = present === 0 ? 0 : all.reduce((sum, each) => sum + information(each, totals), 0);
  return { edges: laid.edges, levels: laid.levels, bins, missing: gaps, informationValue };
}

/** The place of each row's bin: that of the bin of gaps stands behind the others, −1 for a level without a bin. */
export function binPlaces({ edges, levels, bins }: BinningRule): (from: Column) => Float64Array {
  const known = new Map(levels);
  return from => {
    if (from.kind === 'category') return lookUpLevels(from, known, { unseen: -1, missing: bins.length });
    return Float64Array.from(from.values, value => (Number.isNaN(value) ? bins.length : placeOf(edges, value)));
  };
}

interface LaidBins {
  readonly edges: number[];
  readonly levels: [string, number][];
  readonly bins: readonly { readonly label: string; readonly counts: Counts }[];
}

function totalsOf({ y, weights }: ColumnToLearn, smoothing: number): Totals {
  let [events, others] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    if (y[i] === 1) events += weights[i];
    else others += weights[i];
  }
  if (events > 0 && others > 0) return { events, others, smoothing };
  throw new LearnError('invalid-data', '`y` must hold both classes, 0 and 1, to bin by; only one was given.');
}

function countsOfGaps({ column, y, weights }: ColumnToLearn): { present: number; missing: Counts } {
  const isGap = (i: number): boolean =>
    column.kind === 'category' ? column.codes[i] < 0 : Number.isNaN(column.values[i]);
  const missing = { events: 0, others: 0 };
  let present = 0;
  for (let i = 0; i < y.length; i++) {
    if (isGap(i)) missing[y[i] === 1 ? 'events' : 'others'] += weights[i];
    else present++;
  }
  return { present, missing };
}

function numberBins({ column, y, weights }: ColumnToLearn, params: BinningParameters, totals: Totals): LaidBins {
  const { values } = column as NumberColumn;
  const fine = quantileEdges(values, weights, params.prebins);
  const counts = Array.from({ length: fine.length + 1 }, () => ({ events: 0, others: 0 }));
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i])) counts[placeOf(fine, values[i])][y[i] === 1 ? 'events' : 'others'] += weights[i];
  }
  const merged = mergedOptimally(counts, totals, params);
  const edges = merged.slice(0, -1).map(({ end }) => fine[end - 1]);
  return { edges, levels: [], bins: merged.map((each, k) => ({ label: interval(edges, k), counts: each.counts })) };
}

/** Distinct quantiles above the smallest value, so that no bin is empty. */
function quantileEdges(values: NumberColumn['values'], weights: Float64Array, count: number): number[] {
  const present = presentNumbers(values, weights);
  const shares = Array.from({ length: count - 1 }, (_, k) => (k + 1) / count);
  const smallest = present.values.reduce((least, value) => Math.min(least, value), Infinity);
  return [...new Set(weightedQuantiles(present, shares))].filter(edge => edge > smallest);
}

/** Levels by their rate of class 1, the rare ones as one; neighbours are put together. */
function levelBins({ column, y, weights }: ColumnToLearn, params: BinningParameters, totals: Totals): LaidBins {
  const groups = levelGroups(column as CategoryColumn, { y, weights }, params);
  const rate = ({ counts }: LevelGroup): number => counts.events / (counts.events + counts.others);
  const ranked = groups.sort((a, b) => rate(a) - rate(b) || (a.levels[0] < b.levels[0] ? -1 : 1));
  const all = ranked.map(({ counts }) => counts);
  const merged = mergedOptimally(all, totals, { ...params, trend: 'any' });
  const members = merged.map(({ start, end }) => ranked.slice(start, end).flatMap(({ levels }) => levels));
  return {
    edges: [],
    levels: members.flatMap((levels, place) => levels.map((level): [string, number] => [level, place])),
    bins: merged.map(({ counts }, place) => ({ label: members[place].toSorted().join(', '), counts })),
  };
}

interface LevelGroup {
  readonly levels: string[];
  readonly counts: { events: number; others: number };
}

function levelGroups(
  { codes, levels }: CategoryColumn,
  { y, weights }: { y: Float64Array; weights: Float64Array },
  { minShare, prebins }: BinningParameters,
): LevelGroup[] {
  const own = levels.map((level): LevelGroup => ({ levels: [level], counts: { events: 0, others: 0 } }));
  codes.forEach((code, i) => {
    if (code >= 0) own[code].counts[y[i] === 1 ? 'events' : 'others'] += weights[i];
  });
  const weight = ({ counts }: LevelGroup): number => counts.events + counts.others;
  const seen = own
    .filter(group => weight(group) > 0)
    .sort((a, b) => weight(b) - weight(a) || (a.levels[0] < b.levels[0] ? -1 : 1));
  const least = minShare * seen.reduce((sum, group) => sum + weight(group), 0);
  const frequent = seen.filter((group, rank) => rank < prebins && weight(group) >= least);
  const rare = seen.slice(frequent.length);
  return rare.length === 0 ? frequent : [...frequent, rare.reduce(together)];
}

function together(a: LevelGroup, b: LevelGroup): LevelGroup {
  const counts = { events: a.counts.events + b.counts.events, others: a.counts.others + b.counts.others };
  return { levels: [...a.levels, ...b.levels], counts };
}

function binOf(label: string, counts: Counts, totals: Totals): Bin {
  const isEmpty = counts.events + counts.others === 0;
  return { label, ...counts, woe: isEmpty ? 0 : weightOf(counts, totals) };
}

function information({ events, others, woe }: Bin, totals: Totals): number {
  return (events / totals.events - others / totals.others) * woe;
}

function interval(edges: readonly number[], place: number): string {
  const from = place === 0 ? '(−∞' : `[${edges[place - 1]}`;
  return `${from}, ${place === edges.length ? '∞' : edges[place]})`;
}

function placeOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
