import { linearPosition, logPosition, needsLog, type Position } from './scale.ts';

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Histogram {
  readonly bins: readonly Bin[];
  /** Where a value stands along all the bins, 0 to 1. */
  readonly position: Position;
}

/** Counts values in equally wide bins over all of `values` and `marked`; the bins are of equal ratio where values span magnitudes. */
export function histogramOf(values: readonly number[], marked: number | null, bins: number): Histogram {
  const all = marked === null ? values : [...values, marked];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const isLog = needsLog(all);
  const position = isLog ? logPosition(low, high) : linearPosition(low, high);
  const edge = (index: number) => (isLog ? low * (high / low) ** (index / bins) : low + ((high - low) * index) / bins);
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) counts[Math.min(bins - 1, Math.floor(position(value) * bins))] += 1;
  return { bins: counts.map((count, index) => ({ from: edge(index), to: edge(index + 1), count })), position };
}

/** The share of `values` that lie below `value`. */
export function shareBelow(values: readonly number[], value: number): number {
  return values.length === 0 ? 0 : values.filter(other => other < value).length / values.length;
}
