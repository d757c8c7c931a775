import { between, chance, oneOf, type Random } from '@rikuy/learn';

export const dayMs = 86_400_000;
export const hourMs = 3_600_000;

export interface Span {
  /** Midnight in Lima of the first day, epoch milliseconds. */
  readonly start: number;
  readonly days: number;
}

/** Payments by hour of the working day in Lima, from 0, as weights. */
const hourly = [0, 0, 0, 0, 0, 0, 0, 1, 4, 9, 12, 12, 10, 6, 7, 10, 12, 10, 6, 3, 1, 0, 0, 0];

/** A moment of the working week. */
export function workingMoment(span: Span, fromDay: number, random: Random): number {
  for (;;) {
    const day = Math.floor(between(fromDay, span.days, random));
    const midnight = span.start + day * dayMs;
    if (!isWeekendDay(midnight)) return midnight + (weightedHour(random) + random.next()) * hourMs;
  }
}

/** A night hour, or any hour of a weekend. */
export function offHoursMoment(span: Span, fromDay: number, random: Random): number {
  for (;;) {
    const midnight = span.start + Math.floor(between(fromDay, span.days, random)) * dayMs;
    if (isWeekendDay(midnight)) return midnight + (8 + 12 * random.next()) * hourMs;
    if (chance(0.4, random))
      return midnight + (oneOf([21, 22, 23, 0, 1, 2, 3, 4, 5, 6], random) + random.next()) * hourMs;
  }
}

/** How far into the span, from 0 to 1. */
export function progress(time: number, { start, days }: Span): number {
  return (time - start) / (days * dayMs);
}

/** Saturday or Sunday in Lima, given a midnight there. */
function isWeekendDay(midnight: number): boolean {
  return [0, 6].includes(new Date(midnight).getUTCDay());
}

function weightedHour(random: Random): number {
  const at = random.next() * hourly.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return hourly.findIndex(weight => (passed += weight) > at);
}
