import { gather } from './gather.ts';
import { ascendingOrder } from './order.ts';

/** Numbers with the weight of each; missing numbers are left out by whoever makes it. */
export interface WeightedNumbers {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/** Those that are not NaN. */
export function presentNumbers(values: Float64Array | Float32Array, weights: Float64Array): WeightedNumbers {
  const present = new Uint32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) present[count++] = i;
  const rows = present.subarray(0, count);
  return {
    values: gather(values, rows),
    weights: gather(weights, rows),
  };
}

export function weightedMean({ values, weights }: WeightedNumbers): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i] * values[i];
    total += weights[i];
  }
  return sum / total;
}

/** The population's standard deviation: squared distances divided by the whole weight. */
export function weightedDeviation(numbers: WeightedNumbers): number {
  const { values, weights } = numbers;
  const mean = weightedMean(numbers);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i] * (values[i] - mean) ** 2;
    total += weights[i];
  }
  return Math.sqrt(sum / total);
}

/**
 * Quantiles at the given shares in [0, 1]. Under equal weights they interpolate between neighbours (NumPy's default,
 * Hyndman and Fan's type 7); otherwise they invert the weighted distribution, averaging at its steps (NumPy's
 * `averaged_inverted_cdf`). NaN when there is no number.
 */
export function weightedQuantiles(numbers: WeightedNumbers, shares: readonly number[]): number[] {
  const order = ascendingOrder(numbers.values);
  if (order.length === 0) return shares.map(() => NaN);
  const sorted = gather(numbers.values, order);
  const weights = gather(numbers.weights, order);
  const isEven = weights.every(weight => weight === weights[0]);
  return shares.map(share => (isEven ? interpolated(sorted, share) : inverted(sorted, weights, share)));
}

/** The value with the greatest weight; the smallest of several. NaN when there is no number. */
export function weightedMode({ values, weights }: WeightedNumbers): number {
  const totals = new Map<number, number>();
  for (let i = 0; i < values.length; i++) totals.set(values[i], (totals.get(values[i]) ?? 0) + weights[i]);
  let [mode, most] = [NaN, 0];
  for (const [value, total] of totals) {
    if (total > most || (total === most && value < mode)) [mode, most] = [value, total];
  }
  return mode;
}

function interpolated(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

function inverted(sorted: Float64Array, weights: Float64Array, share: number): number {
  const target = share * weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  for (let i = 0; i < sorted.length; i++) {
    reached += weights[i];
    if (reached > target) return sorted[i];
    if (reached === target) return (sorted[i] + sorted[Math.min(i + 1, sorted.length - 1)]) / 2;
  }
  return sorted[sorted.length - 1];
}
