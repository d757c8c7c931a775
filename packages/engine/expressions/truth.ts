import type { Value } from './expression.ts';

/** A claim as a value: 1 true, 0 false, NaN when one of what it rests on is missing. */
export function truth(claim: boolean, ...restsOn: readonly Value[]): number {
  return restsOn.some(isMissingValue) ? NaN : Number(claim);
}

export function isMissingValue(value: Value): boolean {
  return value === null || Number.isNaN(value);
}
