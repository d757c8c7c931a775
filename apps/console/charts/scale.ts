/** Where a value falls between the ends of an axis, 0 to 1. */
export type Position = (value: number) => number;

/** An even scale from `low` to `high`. */
export function linearPosition(low: number, high: number): Position {
  const span = high - low || 1;
  return value => (value - low) / span;
}

/** A scale on which equal ratios are equally far apart; for positive values that span several magnitudes. */
export function logPosition(low: number, high: number): Position {
  const even = linearPosition(Math.log(low), Math.log(high));
  return value => even(Math.log(value));
}

/** Whether values span so much that only a logarithmic scale shows them all. */
export function needsLog(values: readonly number[]): boolean {
  const low = Math.min(...values);
  return low > 0 && Math.max(...values) / low > 30;
}
