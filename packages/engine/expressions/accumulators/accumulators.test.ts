import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DistinctCount } from './distinct-count.ts';
import { ExactMoments } from './exact-moments.ts';
import { ExactSum } from './exact-sum.ts';
import { ownStore } from './number-store.ts';
import { SortedNumbers } from './sorted-numbers.ts';

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e150, max: 1e150 }));
const amounts = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 600 });

describe('the exact sum', () => {
  it('rounds once: ten tenths are one, and the small is not lost beside the large', () => {
    expect(sumOf(Array.from({ length: 10 }, () => 0.1))).toBe(1);
    expect(sumOf([1e100, 1, -1e100])).toBe(1);
  });

  it('agrees with integers of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger()), integers => {
        const exact = integers.reduce((sum, integer) => sum + BigInt(integer), 0n);
        expect(sumOf(integers)).toBe(Number(exact));
      }),
    );
  });

  it('depends neither on order nor on what left again', () => {
    fc.assert(
      fc.property(numbers, numbers, (kept, gone) => {
        const sum = new ExactSum();
        for (const number of gone) sum.add(number);
        for (const number of kept.toReversed()) sum.add(number);
        for (const number of gone) sum.remove(number);
        expect(sum.value()).toBe(sumOf(kept));
        expect(sum.count).toBe(kept.length);
      }),
    );
  });
});

describe('exact sums in one store', () => {
  it('keep their numbers apart, also those that need more room than there is', () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        const store = ownStore(2 * ExactSum.size);
        const sums = [new ExactSum(store, 0), new ExactSum(store, ExactSum.size)];
        for (let i = 0; i < Math.max(left.length, right.length); i++) {
          if (i < left.length) sums[0].add(left[i]);
          if (i < right.length) sums[1].add(right[i]);
        }
        expect(sums.map(sum => sum.value())).toEqual([sumOf(left), sumOf(right)]);
        for (const number of left) sums[0].remove(number);
        expect(sums.map(sum => sum.value())).toEqual([0, sumOf(right)]);
      }),
    );
  });

  it('spill what needs more room, and take it back when it fits again', () => {
    const store = ownStore(ExactSum.size);
    const sum = new ExactSum(store, 0);
    for (const number of [1e150, 1e100, 1e50, 1]) sum.add(number);
    expect(store.spilled?.size).toBe(1);
    for (const number of [1e150, 1e100]) sum.remove(number);
    expect(store.spilled?.size).toBe(0);
    expect(sum.value()).toBe(1e50);
    sum.remove(1e50);
    expect(sum.value()).toBe(1);
  });
});

describe('the exact moments', () => {
  it('give the spread of large numbers that differ little', () => {
    expect(spreadOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(Math.sqrt(30));
  });

  it('depend neither on order nor on what left again', () => {
    fc.assert(
      fc.property(numbers, numbers, (kept, gone) => {
        const moments = new ExactMoments();
        for (const number of [...gone, ...kept.toReversed()]) moments.add(number);
        for (const number of gone) moments.remove(number);
        expect(moments.standardDeviation()).toBe(spreadOf(kept));
      }),
    );
  });

  it('are missing of fewer than two numbers', () => {
    expect(spreadOf([3])).toBeNaN();
  });
});

describe('the sorted numbers', () => {
  it('know smallest, middle and largest through many additions and removals', () => {
    fc.assert(
      fc.property(amounts, amounts, (kept, gone) => {
        const sorted = new SortedNumbers();
        for (const number of gone) sorted.add(number);
        for (const number of kept) sorted.add(number);
        for (const number of gone) sorted.remove(number);
        const expected = kept.toSorted((a, b) => a - b);
        const middle = (expected[(kept.length - 1) >> 1] + expected[kept.length >> 1]) / 2;
        expect([sorted.min(), sorted.median(), sorted.max()]).toEqual(
          kept.length === 0 ? [NaN, NaN, NaN] : [expected[0], middle, expected.at(-1)],
        );
      }),
    );
  });

  it('hold more than fits one chunk', () => {
    const sorted = new SortedNumbers();
    for (let i = 0; i < 5001; i++) sorted.add((i * 2089) % 5001);
    expect([sorted.min(), sorted.median(), sorted.max()]).toEqual([0, 2500, 5000]);
  });
});

describe('what can be filled', () => {
  it.each([
    ['an exact sum', () => new ExactSum(), (sum: ExactSum) => [sum.count, sum.value()]],
    [
      'sorted numbers',
      () => new SortedNumbers(),
      (one: SortedNumbers) => [one.count, one.min(), one.median(), one.max()],
    ],
  ])(
    '%s: is as if emptied and added to, missing values aside',
    (_, create: () => Fillable, read: (one: never) => unknown) => {
      fc.assert(
        fc.property(
          numbers,
          fc.array(fc.oneof(fc.double({ noDefaultInfinity: true, min: -1e150, max: 1e150 }), fc.nat(9))),
          (before, values) => {
            const [filled, added] = [create(), create()];
            for (const number of before) filled.add(number);
            const spread = Float64Array.from(values.flatMap(value => [1e9, value]));
            filled.refill({ numbers: spread, first: 1, end: spread.length, stride: 2 });
            for (const value of values) if (!Number.isNaN(value)) added.add(value);
            expect(read(filled as never)).toEqual(read(added as never));
          },
        ),
      );
    },
  );
});

describe('the distinct count', () => {
  it('forgets a value with its last occurrence', () => {
    const count = new DistinctCount();
    for (const value of [1, 2, 2]) count.add(value);
    count.remove(2);
    expect(count.distinct).toBe(2);
    count.remove(2);
    expect(count.distinct).toBe(1);
  });

  it('agrees with a plain list, of few values and of many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 300, size: 'max' }),
        fc.nat(40),
        (added, few) => {
          const count = new DistinctCount();
          for (const value of added) count.add(value);
          expect(count.distinct).toBe(new Set(added).size);
          for (const value of added.filter(one => one >= few)) count.remove(value);
          const left = added.filter(one => one < few);
          expect(count.distinct).toBe(new Set(left).size);
          for (const value of left) count.remove(value);
          expect(count.distinct).toBe(0);
        },
      ),
    );
  });
});

type Fillable = ExactSum | SortedNumbers;

function sumOf(numbers: readonly number[]): number {
  const sum = new ExactSum();
  for (const number of numbers) sum.add(number);
  return sum.value();
}

function spreadOf(numbers: readonly number[]): number {
  const moments = new ExactMoments();
  for (const number of numbers) moments.add(number);
  return moments.standardDeviation();
}
