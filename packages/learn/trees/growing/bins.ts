import { kernel } from '../generated/kernels.ts';
import type { KernelPool } from '../kernels/kernel-pool.ts';

/** How the values of one input become bins; bin `kernel.MISSING` is for missing ones. */
export type InputBins = NumberBins | CategoryBins;

/** Bin `b` holds the values `x` with `cuts[b − 1] ≤ x < cuts[b]`, as float32. */
export interface NumberBins {
  readonly kind: 'number';
  readonly count: number;
  readonly cuts: Float32Array;
}

export interface CategoryBins {
  readonly kind: 'category';
  readonly count: number;
  /** The bin of each level's code. The rarest levels share the last bin when there are more levels than bins. */
  readonly binOfCode: Uint8Array;
}

/** One input's values in kernel memory, and two places of `sampleBytes` to work on them. */
export interface StagedColumn {
  readonly values: number;
  readonly rowCount: number;
  readonly sample: number;
  readonly otherSample: number;
}

/** Quantiles are taken from at most this many rows, one from each of as many equal stretches of the column. */
const SAMPLED_ROWS = 1 << 18;

/** What a sample of a column may take, its length included. */
export function sampleBytes(rowCount: number): number {
  return 4 * (1 + Math.max(kernel.MISSING + 1, Math.min(rowCount, SAMPLED_ROWS)));
}

/**
 * How a number with many values is cut: at even quantiles, or at quantiles ever closer towards both ends. What is rare
 * and tells a class much lies at the ends; a leaf of few extreme amounts is a gamble instead.
 */
export type Cutting = 'even' | 'finer-at-ends';

/**
 * Cuts for at most `maxBins` bins, the one of missing values included: one bin per value where values are few,
 * otherwise quantiles.
 */
export function numberBins(
  pool: KernelPool,
  column: StagedColumn,
  { maxBins, cutting }: { readonly maxBins: number; readonly cutting: Cutting },
): NumberBins {
  const most = mostValueBins(maxBins);
  const shares = cutting === 'even' ? evenShares(most) : sharesFinerAtEnds(most);
  const cuts = fewValues(pool, column, most)?.subarray(1) ?? quantiles(pool, column, shares);
  return { kind: 'number', count: cuts.length + 1, cuts };
}

/** A bin for each level, the most frequent first. */
export function categoryBins(codes: Float32Array, levels: number, maxBins: number): CategoryBins {
  const most = mostValueBins(maxBins);
  const frequency = new Float64Array(levels);
  for (const code of codes) if (code >= 0) frequency[code]++;
  const byFrequency = Array.from(frequency.keys()).sort((a, b) => frequency[b] - frequency[a] || a - b);
  const binOfCode = new Uint8Array(levels);
  byFrequency.forEach((code, rank) => (binOfCode[code] = Math.min(rank, most - 1)));
  return { kind: 'category', count: Math.min(levels, most), binOfCode };
}

function mostValueBins(maxBins: number): number {
  return Math.min(maxBins, kernel.MISSING + 1) - 1;
}

/** The distinct values in order; nothing when there are more than `most`. */
function fewValues(
  pool: KernelPool,
  { values, rowCount, sample }: StagedColumn,
  most: number,
): Float32Array | undefined {
  pool.add(kernel.DO_DISTINCT, values, rowCount, most, sample);
  pool.run();
  const found = countedFloats(pool, sample);
  return found.length > most ? undefined : found.slice().sort();
}

function quantiles(pool: KernelPool, column: StagedColumn, shares: readonly number[]): Float32Array {
  const stretches = Math.min(column.rowCount, SAMPLED_ROWS);
  pool.add(kernel.DO_SORTED_SAMPLE, column.values, column.rowCount, stretches, column.sample, column.otherSample);
  pool.run();
  const sorted = countedFloats(pool, column.sample);
  const cuts: number[] = [];
  for (const share of shares) {
    const cut = sorted[Math.floor(share * sorted.length)];
    if (cut > (cuts.at(-1) ?? sorted[0])) cuts.push(cut);
  }
  return Float32Array.from(cuts);
}

function evenShares(bins: number): number[] {
  return Array.from({ length: bins - 1 }, (_, k) => (k + 1) / bins);
}

/** With fewer bins than this all of them are needed where most rows are. */
const BINS_FOR_ENDS = 64;

/**
 * Shares of the sorted values below the cuts: half of the cuts evenly, a quarter each at either end, where bins narrow
 * steadily. What is rare and tells much lies there: between even quantiles of 256 bins, a payment so large that only one
 * in a thousand is shares its bin with three ordinary ones.
 */
function sharesFinerAtEnds(bins: number): number[] {
  const atEnd = bins < BINS_FOR_ENDS ? 0 : Math.floor(bins / 4);
  const evenly = bins - 2 * atEnd;
  const ends = Array.from({ length: atEnd }, (_, k) => ((k + 1) / (atEnd + 1)) ** 2 / evenly);
  return [...ends, ...evenShares(evenly), ...ends.map(share => 1 - share).toReversed()];
}

/** What a kernel wrote: one word with how many, then the floats. */
function countedFloats(pool: KernelPool, address: number): Float32Array {
  const first = (address >>> 2) + 1;
  return pool.floats.subarray(first, first + pool.ints[first - 1]);
}
