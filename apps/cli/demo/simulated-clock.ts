import type { Clock } from '@rikuy/engine';

/** A clock that stands still until it is moved, and never goes back. */
export interface SimulatedClock extends Clock {
  moveTo(time: number): void;
}

export function simulatedClock(start: number): SimulatedClock {
  let now = start;
  return {
    now: () => now,
    moveTo: time => {
      now = Math.max(now, time);
    },
  };
}
