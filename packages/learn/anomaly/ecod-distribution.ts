import { presentNumbers } from '../math/weighted.ts';
import { ascendingOrder } from '../math/order.ts';

/** Distinct observed numbers, ascending, and the weight of all up to and including each. */
export interface EmpiricalDistribution {
  readonly values: Float64Array;
  readonly reached: Float64Array;
}

/** The distribution of the numbers that are not NaN. */
export function distributionOf(given: Float64Array | Float32Array, weights: Float64Array): EmpiricalDistribution {
  const present = presentNumbers(given, weights);
  const order = ascendingOrder(present.values);
  const [values, reached] = [new Float64Array(order.length), new Float64Array(order.length)];
  let [count, sum] = [0, 0];
  for (const at of order) {
    if (count === 0 || present.values[at] !== values[count - 1]) values[count++] = present.values[at];
    sum += present.weights[at];
    reached[count - 1] = sum;
  }
  return { values: values.slice(0, count), reached: reached.slice(0, count) };
}

/** The distribution with these numbers added, each of weight 1. */
export function joined(seen: EmpiricalDistribution, added: Float64Array | Float32Array): EmpiricalDistribution {
  const values = new Float64Array(seen.values.length + added.length);
  values.set(seen.values);
  values.set(added, seen.values.length);
  const weights = new Float64Array(values.length).fill(1);
  weights.set(seen.reached.map((reached, k) => reached - (seen.reached[k - 1] ?? 0)));
  return distributionOf(values, weights);
}

/**
 * For each number the greatest −log of the shares of observed ones up to it, from it on, and on the side of the skew;
 * a number counts with weight `joining` beside the observed ones. 0 for NaN.
 */
export function tailParts(
  seen: EmpiricalDistribution,
  given: Float64Array | Float32Array,
  joining: number,
): Float64Array {
  const total = (seen.reached.at(-1) ?? 0) + joining;
  const skew = Math.sign(thirdMoment(seen));
  return Float64Array.from(given, value => {
    if (Number.isNaN(value)) return 0;
    const { upTo, below } = weightsAt(seen, value);
    const left = -Math.log((upTo + joining) / total);
    const right = -Math.log((total - below) / total);
    const skewed = skew === 0 ? left + right : skew < 0 ? left : right;
    return Math.max(left, right, skewed) + 0; // −log 1 is −0
  });
}

/** Weight of the observed numbers up to a value, and of those below it. */
function weightsAt({ values, reached }: EmpiricalDistribution, value: number): { upTo: number; below: number } {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < value) low = middle + 1;
    else high = middle;
  }
  const below = low === 0 ? 0 : reached[low - 1];
  return { below, upTo: values[low] === value ? reached[low] : below };
}

/** Of which the sign is that of the skewness; 0 for numbers that are all alike. */
function thirdMoment({ values, reached }: EmpiricalDistribution): number {
  const weightOf = (k: number): number => reached[k] - (k === 0 ? 0 : reached[k - 1]);
  const total = reached.at(-1) ?? 0;
  let mean = 0;
  for (let k = 0; k < values.length; k++) mean += (weightOf(k) / total) * values[k];
  let [second, third] = [0, 0];
  for (let k = 0; k < values.length; k++) {
    second += (weightOf(k) / total) * (values[k] - mean) ** 2;
    third += (weightOf(k) / total) * (values[k] - mean) ** 3;
  }
  const skewness = third / second ** 1.5;
  return Math.abs(skewness) > 1e-12 ? skewness : 0; // NaN where all are alike, rounding where symmetric
}
