import type { QueueItem } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { rowOfPosition, withCapacityLine } from './queue-rows.ts';

const itemsOf = (...within: readonly boolean[]) =>
  within.map((withinCapacity, index) => ({ caseId: `c${index}`, withinCapacity }) as QueueItem);
const drawn = (...within: readonly boolean[]) =>
  withCapacityLine(itemsOf(...within)).map(row => (row.kind === 'line' ? '—' : row.position));

describe('withCapacityLine', () => {
  it('draws the line where capacity ends', () => {
    expect(drawn(true, true, false)).toEqual([0, 1, '—', 2]);
  });

  it('draws none where all fit, none fit, or offices are mixed', () => {
    expect(drawn(true, true)).toEqual([0, 1]);
    expect(drawn(false, false)).toEqual([0, 1]);
    expect(drawn(true, false, true)).toEqual([0, 1, 2]);
  });
});

it('rowOfPosition counts the line', () => {
  const rows = withCapacityLine(itemsOf(true, false, false));
  expect([0, 1, 2].map(position => rowOfPosition(rows, position))).toEqual([0, 2, 3]);
});
