import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum, sortedNumbers } from '../../expressions/accumulators/kinds.ts';
import type { ExactSum } from '../../expressions/accumulators/exact-sum.ts';
import type { SortedNumbers } from '../../expressions/accumulators/sorted-numbers.ts';
import { Timeline } from './timeline.ts';

const plans = [
  {
    withinMs: 50,
    accumulators: [
      { column: 0, ...exactSum },
      { column: 0, ...sortedNumbers },
    ],
  },
];

type Row = readonly [time: number, value: number];

/** What is asked of a timeline: rows come in any order, some go, windows jump to and fro. */
const step = fc.oneof(
  { weight: 120, arbitrary: fc.record({ kind: fc.constant('insert' as const), time: fc.nat(400), value: fc.nat(9) }) },
  { weight: 20, arbitrary: fc.record({ kind: fc.constant('remove' as const), index: fc.nat() }) },
  { weight: 40, arbitrary: fc.record({ kind: fc.constant('look' as const), at: fc.nat(450), within: fc.nat(120) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), before: fc.nat(100) }) },
);

describe('a timeline', () => {
  it('agrees with a plain list, through chunks filled, split and emptied', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 300, maxLength: 2500, size: 'max' }), steps => {
        const timeline = new Timeline(1, plans);
        let rows: Row[] = [];
        let forgotten = 0;
        const seen: (readonly number[])[] = [];
        const expected: (readonly number[])[] = [];
        for (const one of steps) {
          if (one.kind === 'insert' && one.time >= forgotten) {
            rows.push([one.time, one.value]);
            timeline.insert([one.time, one.value]);
          }
          if (one.kind === 'remove' && rows.length > 0) {
            const [row] = rows.splice(one.index % rows.length, 1);
            timeline.remove(row);
          }
          if (one.kind === 'forget') {
            forgotten = Math.max(forgotten, one.before);
            rows = rows.filter(([time]) => time >= forgotten);
            timeline.forgetBefore(forgotten);
          }
          if (one.kind === 'look') {
            const from = Math.max(one.at - one.within, forgotten);
            seen.push(lookAt(timeline, from, one.at));
            expected.push(figuresOf(rows.filter(([time]) => time >= from && time < one.at)));
          }
        }
        expect(seen).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('removes nothing that it does not have', () => {
    const timeline = new Timeline(1, plans);
    timeline.insert([10, 1]);
    expect(timeline.remove([10, 2])).toBe(false);
    expect(timeline.remove([11, 1])).toBe(false);
    expect(timeline.window(0, 0, 20).events).toBe(1);
  });

  it('is empty when everything has been forgotten', () => {
    const timeline = new Timeline(1, plans);
    for (let time = 0; time < 600; time++) timeline.insert([time, 1]);
    timeline.window(0, 0, 600);
    timeline.forgetBefore(600);
    expect(timeline.isEmpty).toBe(true);
    expect(timeline.window(0, 600, 700).events).toBe(0);
  });
});

function lookAt(timeline: Timeline, from: number, at: number): readonly number[] {
  const window = timeline.window(0, from, at);
  const [sum, sorted] = window.accumulators as unknown as readonly [ExactSum, SortedNumbers];
  return [window.events, sum.value(), sorted.min(), sorted.max(), window.firstTime(), window.lastTime()];
}

function figuresOf(rows: readonly Row[]): readonly number[] {
  if (rows.length === 0) return [0, 0, NaN, NaN, NaN, NaN];
  const times = rows.map(([time]) => time);
  const values = rows.map(([, value]) => value);
  const sum = values.reduce((a, b) => a + b);
  return [rows.length, sum, Math.min(...values), Math.max(...values), Math.min(...times), Math.max(...times)];
}
