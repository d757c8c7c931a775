import type { NumberStore } from './accumulators/number-store.ts';
import type { Kind } from './expression.ts';

/** The kind that an operator takes; `any` takes every kind. */
export type Wanted = Kind | 'any';

/** Few values that lie in an array at equal distances, NaN the missing. */
export interface StridedValues {
  readonly numbers: Float64Array;
  readonly first: number;
  readonly end: number;
  readonly stride: number;
}

/** What remembers the values of a window; adding and removing are exact inverses, in any order. */
export interface Accumulator {
  add(value: number): void;
  remove(value: number): void;
  /** Forgets all values. */
  clear(): void;
  /** `clear`, then `add` of each value that is not missing; absent where that is no slower. */
  refill?(values: StridedValues): void;
}

/** What a window can be made to remember of the values of a column. */
export interface AccumulatorKind<A extends Accumulator = Accumulator> {
  readonly name: string;
  /** How many numbers it keeps in a store, all 0 at first; 0 when it keeps its values by itself. */
  readonly size: number;
  /** One that keeps its numbers from this place of a store on; without a store, in one of its own. */
  readonly create: (store?: NumberStore, at?: number) => A;
}

/** The events of a window, seen from the present event. */
export interface WindowView {
  /** How many there are. */
  readonly events: number;
  /** Times of the oldest and the newest in the window, epoch ms; NaN when it is empty. */
  firstTime(): number;
  lastTime(): number;
  /**
   * The value in a column of the event that is the `rank`-th from the newest backwards; NaN when there are fewer. Of
   * events of the very same time, the one taken later is the newer.
   */
  recent(rank: number, column: number): number;
}

/**
 * A figure over the past events of a window. It must depend on the events alone, never on what left the window or was
 * asked before, so that live and replay agree to the last bit.
 */
export interface Figure<A extends Accumulator = Accumulator> {
  readonly name: string;
  /** In one sentence. */
  readonly summary: string;
  /** The kind of value taken from each event; null when none is. */
  readonly takes: Wanted | null;
  /** The figure of no events. */
  readonly ofNothing: number;
  /** What it needs remembered; figures that need the same share it. */
  readonly accumulator: AccumulatorKind<A> | null;
  /** `at` is the time of the present event, epoch ms; `column` that of the value taken. */
  // oxlint-disable-next-line max-params -- called for every figure of every event; an object would be made each time
  read(window: WindowView, accumulator: A, at: number, column: number): number;
  formula(value: string): string;
}
