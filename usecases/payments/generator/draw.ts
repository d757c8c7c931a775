import type { Random } from '@rikuy/learn';

export function oneOf<T>(values: readonly T[], random: Random): T {
  return values[random.below(values.length)];
}

export function chance(probability: number, random: Random): boolean {
  return random.next() < probability;
}

export function between(low: number, high: number, random: Random): number {
  return low + (high - low) * random.next();
}

/** A whole number from `low` to `high`, both included. */
export function whole(low: number, high: number, random: Random): number {
  return low + random.below(high - low + 1);
}

/** Log-normal with this median; `spread` is the standard deviation of the logarithm. */
export function logNormal(median: number, spread: number, random: Random): number {
  return median * Math.exp(spread * random.normal());
}

/** The earlier of the values the more often, as a few carry most of the volume. */
export function skewed<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(values.length * random.next() ** 2)];
}
