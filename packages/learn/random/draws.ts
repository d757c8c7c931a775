import type { Random } from './random.ts';

/** Draws one of the values in proportion to their weights. */
export type Picker<T> = (random: Random) => T;

/** @throws RangeError when no weight is above zero */
export function picker<T>(weighted: readonly (readonly [T, number])[]): Picker<T> {
  const upTo: number[] = [];
  let total = 0;
  for (const [, weight] of weighted) upTo.push((total += weight));
  if (!(total > 0))
    throw new RangeError(`a draw needs a weight above zero; got ${weighted.length} values of weight 0.`);
  return random => weighted[firstAbove(upTo, random.next() * total)][0];
}

/** Any of the values, each as likely as the other. */
export function oneOf<T>(values: readonly T[], random: Random): T {
  return values[random.below(values.length)];
}

/** True with this probability. */
export function chance(probability: number, random: Random): boolean {
  return random.next() < probability;
}

/** A number from `low` up to, not including, `high`. */
export function between(low: number, high: number, random: Random): number {
  return low + (high - low) * random.next();
}

/** A whole number from `low` to `high`, both included. */
export function wholeBetween(low: number, high: number, random: Random): number {
  return low + random.below(high - low + 1);
}

/** Log-normal with this median; `spread` is the standard deviation of the logarithm. */
export function logNormal(median: number, spread: number, random: Random): number {
  return median * Math.exp(spread * random.normal());
}

/** Weights 1, 1/2^s, 1/3^s… so that a few carry most of the volume. */
export function zipf<T>(values: readonly T[], exponent: number): (readonly [T, number])[] {
  return values.map((value, rank) => [value, (rank + 1) ** -exponent]);
}

/** The earlier of the values the more often, as a few carry most of the volume. */
export function skewed<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(values.length * random.next() ** 2)];
}

function firstAbove(upTo: readonly number[], x: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle] > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
