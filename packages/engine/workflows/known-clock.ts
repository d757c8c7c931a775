import type { Clock } from '../ports/clock.ts';

/**
 * The times at which things become known, never going back. Events may share a millisecond, their sequence tells them
 * apart; a label has one of its own, because it is written by another transaction than the events around it.
 */
export interface KnownClock {
  forEvent(): number;
  forLabel(): number;
  /** The time that the next event would get. */
  now(): number;
  /** The last time given or seen, epoch ms; −Infinity before the first. */
  readonly last: number;
  /** An entry of the log was known then. */
  seen(knownAt: number): void;
}

export function knownClock(clock: Clock): KnownClock {
  let last = -Infinity;
  let lastWasLabel = false;
  const tick = (isLabel: boolean): number => {
    const earliest = isLabel || lastWasLabel ? last + 1 : last;
    last = Math.max(clock.now(), earliest);
    lastWasLabel = isLabel;
    return last;
  };
  return {
    forEvent: () => tick(false),
    forLabel: () => tick(true),
    now: () => Math.max(clock.now(), last),
    get last() {
      return last;
    },
    seen: knownAt => {
      last = Math.max(last, knownAt);
      lastWasLabel = true;
    },
  };
}
