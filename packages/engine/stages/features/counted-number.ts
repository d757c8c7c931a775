import type { Value } from '../../expressions/expression.ts';

/** Larger numbers do not count in figures of past events, so that no sum of squares overflows. */
const largestCounted = 1e150;

/** A value as figures of past events count it: NaN, missing, for what is no number, or too large to be one. */
export function countedNumber(value: Value | boolean | undefined): number {
  return typeof value === 'number' && Math.abs(value) <= largestCounted ? withoutNegativeZero(value) : NaN;
}

/** JSON writes −0 as 0; so that live and logged agree to the last bit, there is only one zero. */
export function withoutNegativeZero(value: number): number {
  return value + 0;
}
