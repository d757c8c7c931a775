import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures } from '../../expressions/figures.ts';
import { recentOf } from '../../expressions/figures/recent.ts';
import { dayMs } from '../../expressions/duration.ts';
import type { Figure } from '../../expressions/figure.ts';
import { WindowBook } from './window-book.ts';

interface Row {
  readonly key: number;
  readonly time: number;
  readonly value: number;
}

const drawnRow = fc.record({
  key: fc.constantFrom(0, 0, 0, 1, 2),
  time: fc.nat(900),
  value: fc.oneof({ weight: 9, arbitrary: fc.nat(9) }, fc.constant(NaN)),
});

/** Rows in any order, some removed; the first key has enough of them to become busy, the others stay quiet. */
const step = fc.oneof(
  { weight: 60, arbitrary: fc.record({ kind: fc.constant('insert' as const), row: drawnRow }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('remove' as const), index: fc.nat() }) },
  { weight: 30, arbitrary: fc.record({ kind: fc.constant('look' as const), key: fc.nat(3), at: fc.nat(1000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('advance' as const), newest: fc.nat(1000) }) },
);

const windows = [40, 300] as const;
const names = ['count', 'sum', 'mean', 'median', 'min', 'max', 'distinct', 'daysSinceFirst', 'daysSinceLast'] as const;
const ranks = [1, 2, 30, 50] as const;
const latenessMs = 500;

describe('a book of windows', () => {
  it('agrees with a plain list, of quiet keys, of busy ones, and of those that change', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 100, maxLength: 600, size: 'max' }), steps => {
        const progress = { newest: -Infinity, latenessMs };
        const present = { symbol: 0 };
        const book = new WindowBook(progress, 1);
        const read = windows.flatMap(within => [
          ...names.map(name => book.figure(figures[name] as Figure, within, 0, present)),
          ...ranks.map(rank => book.figure(recentOf(rank), within, 0, present)),
        ]);
        let rows: Row[] = [];
        for (const one of steps) {
          if (one.kind === 'insert') {
            rows.push(one.row);
            book.insert(one.row.key, [one.row.time, one.row.value]);
          }
          if (one.kind === 'remove' && rows.length > 0) {
            const { key, time, value } = rows[one.index % rows.length];
            // Of equal rows the book removes the one that came first.
            rows.splice(
              rows.findIndex(row => row.key === key && row.time === time && Object.is(row.value, value)),
              1,
            );
            book.remove(key, [time, value]);
          }
          if (one.kind === 'advance') {
            progress.newest = Math.max(progress.newest, one.newest);
            book.forget();
          }
          if (one.kind !== 'look') continue;
          present.symbol = one.key;
          const reach = Math.max(one.at, progress.newest - latenessMs);
          expect(read.map(figure => figure(one.at))).toEqual(
            windows.flatMap(within =>
              figuresOf(
                rows.filter(({ key, time }) => key === one.key && time >= reach - within && time < one.at),
                one.at,
              ),
            ),
          );
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('gives a key that became busy back to the quiet ones when all of it is forgotten', () => {
    const progress = { newest: -Infinity, latenessMs: 0 };
    const present = { symbol: 0 };
    const book = new WindowBook(progress, 1);
    const count = book.figure(figures.count, 100, 0, present);
    for (let time = 0; time < 2000; time++) book.insert(0, [time, 1]);
    expect(count(2000)).toBe(100);
    progress.newest = 5000;
    book.forget();
    expect(count(5000)).toBe(0);
    book.insert(0, [5001, 1]);
    expect(count(5002)).toBe(1);
  });
});

/** In the order of `names`; whole numbers, whose sums are exact in any order. */
function figuresOf(rows: readonly Row[], at: number): readonly number[] {
  const values = rows.map(({ value }) => value).filter(value => !Number.isNaN(value));
  const sorted = values.toSorted((a, b) => a - b);
  const sum = values.reduce((a, b) => a + b, 0);
  const times = rows.map(({ time }) => time);
  // Of one time in the order in which they came.
  const inOrder = rows.toSorted((a, b) => a.time - b.time);
  const ofSome = (value: number): number => (values.length === 0 ? NaN : value);
  const middle = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  const since = (time: number): number => (rows.length === 0 ? NaN : (at - time) / dayMs);
  return [
    rows.length,
    sum,
    ofSome(sum / values.length),
    ofSome(middle),
    ofSome(sorted[0]),
    ofSome(sorted.at(-1) ?? NaN),
    new Set(values).size,
    since(Math.min(...times)),
    since(Math.max(...times)),
    ...ranks.map(rank => inOrder.at(-rank)?.value ?? NaN),
  ];
}
