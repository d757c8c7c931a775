import type { QueueItem } from '@rikuy/contracts';

/** A row of the list: a case, or the line below which capacity does not reach. */
export type QueueRow =
  | { readonly kind: 'case'; readonly item: QueueItem; readonly position: number }
  | { readonly kind: 'line' };

/**
 * The cases with the capacity line between them, where one line can tell it all: every case above fits, none below.
 * Where offices are mixed so that no such place exists, there is no line and each case says it for itself.
 */
export function withCapacityLine(items: readonly QueueItem[]): readonly QueueRow[] {
  const rows = items.map((item, position): QueueRow => ({ kind: 'case', item, position }));
  const firstBelow = items.findIndex(({ withinCapacity }) => !withinCapacity);
  const isClean = firstBelow > 0 && items.slice(firstBelow).every(({ withinCapacity }) => !withinCapacity);
  return isClean ? rows.toSpliced(firstBelow, 0, { kind: 'line' }) : rows;
}

/** Where the case at `position` stands among the rows. */
export function rowOfPosition(rows: readonly QueueRow[], position: number): number {
  return rows.findIndex(row => row.kind === 'case' && row.position === position);
}
