import { kernel } from '../generated/kernels.ts';

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

/** Quantiles are taken from at most this many rows, one from each of as many equal stretches of the column. */
const SAMPLED_ROWS = 1 << 18;

/**
 * Cuts for at most `maxBins` bins, the one of missing values included: one bin per value where values are few,
 * otherwise quantiles, as XGBoost's histogram method does.
 */
export function numberBins(values: Float32Array | Float64Array, maxBins: number): NumberBins {
  const most = Math.min(maxBins, kernel.MISSING + 1) - 1;
  const cuts = fewValues(values, most)?.subarray(1) ?? quantiles(values, most);
  return { kind: 'number', count: cuts.length + 1, cuts };
}

/** A bin for each level, the most frequent first. */
export function categoryBins(codes: Float32Array | Float64Array, levels: number, maxBins: number): CategoryBins {
  const most = Math.min(maxBins, kernel.MISSING + 1) - 1;
  const frequency = new Float64Array(levels);
  for (const code of codes) if (code >= 0) frequency[code]++;
  const byFrequency = Array.from(frequency.keys()).sort((a, b) => frequency[b] - frequency[a] || a - b);
  const binOfCode = new Uint8Array(levels);
  byFrequency.forEach((code, rank) => (binOfCode[code] = Math.min(rank, most - 1)));
  return { kind: 'category', count: Math.min(levels, most), binOfCode };
}

/** The distinct values in order, as float32; nothing when there are more than `most`. */
function fewValues(values: Float32Array | Float64Array, most: number): Float32Array | undefined {
  const seen = new Set<number>();
  let last = NaN;
  for (const value of values) {
    if (value === last || Number.isNaN(value)) continue;
    last = value;
    seen.add(Math.fround(value));
    if (seen.size > most) return undefined;
  }
  return Float32Array.from(seen).sort();
}

function quantiles(values: Float32Array | Float64Array, bins: number): Float32Array {
  const sorted = sample(values).sort();
  const cuts: number[] = [];
  for (let k = 1; k < bins; k++) {
    const cut = sorted[Math.floor((k * sorted.length) / bins)];
    if (cut > (cuts.at(-1) ?? sorted[0])) cuts.push(cut);
  }
  return Float32Array.from(cuts);
}

function sample(values: Float32Array | Float64Array): Float32Array {
  const stretches = Math.min(values.length, SAMPLED_ROWS);
  const sampled = new Float32Array(stretches);
  let count = 0;
  for (let k = 0; k < stretches; k++) {
    const start = Math.floor((k * values.length) / stretches);
    const stop = Math.floor(((k + 1) * values.length) / stretches);
    const value = values[start + ((Math.imul(k, 0x9e3779b1) >>> 8) % (stop - start))];
    if (!Number.isNaN(value)) sampled[count++] = value;
  }
  return sampled.subarray(0, count);
}
