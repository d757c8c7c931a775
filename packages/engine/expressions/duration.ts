import { z } from 'zod';

/** How far back a window reaches from the event's time; `all` is everything before. */
export const duration = z.union([
  z.strictObject({ days: z.number().positive() }),
  z.strictObject({ hours: z.number().positive() }),
  z.literal('all'),
]);
export type Duration = z.infer<typeof duration>;

export const days = (count: number): Duration => ({ days: count });
export const hours = (count: number): Duration => ({ hours: count });

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** In milliseconds; `Infinity` for `all`. */
export function durationMs(within: Duration): number {
  if (within === 'all') return Infinity;
  return 'days' in within ? within.days * dayMs : within.hours * hourMs;
}

/** As people say it: `within 90 days`. */
export function durationText(within: Duration): string {
  if (within === 'all') return 'ever';
  return 'days' in within ? `within ${within.days} days` : `within ${within.hours} hours`;
}
