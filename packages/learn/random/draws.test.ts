import { describe, expect, it } from 'vitest';
import { picker, wholeBetween, zipf } from './draws.ts';
import { seeded } from './random.ts';

describe('draws', () => {
  it('pick in proportion to the weights, never what weighs nothing', () => {
    const random = seeded(1);
    const pick = picker([
      ['a', 3],
      ['b', 0],
      ['c', 1],
    ]);
    const picked = Array.from({ length: 20_000 }, () => pick(random));
    expect(picked.filter(value => value === 'a').length / 20_000).toBeCloseTo(0.75, 1);
    expect(picked).not.toContain('b');
  });

  it('refuse values of no weight at all', () => {
    expect(() => picker([['a', 0]])).toThrow(/a weight above zero/);
  });

  it('give whole numbers with both ends', () => {
    const random = seeded(2);
    const drawn = new Set(Array.from({ length: 500 }, () => wholeBetween(3, 5, random)));
    expect(drawn).toEqual(new Set([3, 4, 5]));
  });

  it('weigh by rank', () => {
    expect(zipf(['a', 'b'], 1)).toEqual([
      ['a', 1],
      ['b', 0.5],
    ]);
  });
});
