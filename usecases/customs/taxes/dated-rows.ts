import type { Lookup } from '@rikuy/engine';

export type DatedRow = Lookup['rows'][number];

/** A time zone has to be named where days begin; Peru has no summer time. */
const limaOffset = 5 * 3_600_000;

/** The value that holds for `key` on the day of `time` in Lima, or null where the table has none yet. */
export function valueOn(rows: readonly DatedRow[], key: string, time: number): number | null {
  const day = new Date(time - limaOffset).toISOString().slice(0, 10);
  let found: DatedRow | null = null;
  for (const row of rows) {
    if (row.key === key && row.from <= day && (found === null || row.from >= found.from)) found = row;
  }
  return found?.value ?? null;
}

/** Midnight in Lima of the day `2025-11-14`, in epoch milliseconds. */
export function limaDay(day: string): number {
  return Date.parse(`${day}T00:00:00-05:00`);
}
