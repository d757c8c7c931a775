/**
 * Numbers of many accumulators side by side: what an event touches lies together in memory, and not in an object with
 * boxed numbers for each of them.
 */
export interface NumberStore {
  /** Only doubles, so that they lie unboxed. */
  readonly numbers: number[];
  /** What did not fit its place, by that place; null while everything fits. */
  spilled: Map<number, number[]> | null;
}

/** A store for a single accumulator. */
export function ownStore(size: number): NumberStore {
  return { numbers: Array.from({ length: size }, () => 0), spilled: null };
}
