import { describe, expect, it } from 'vitest';
import { histogramOf, shareBelow } from './histogram.ts';
import { niceTicks } from './ticks.ts';

describe('histogramOf', () => {
  it('counts every value once, the largest too', () => {
    const { bins } = histogramOf([1, 2, 3, 4, 5], null, 4);
    expect(bins.map(({ count }) => count)).toEqual([1, 1, 1, 2]);
  });

  it('makes room for the marked value without counting it', () => {
    const { bins, position } = histogramOf([10, 20], 0, 2);
    expect(bins).toEqual([
      { from: 0, to: 10, count: 0 },
      { from: 10, to: 20, count: 2 },
    ]);
    expect(position(0)).toBe(0);
  });

  it('goes by ratios where values span magnitudes', () => {
    const { bins, position } = histogramOf([1, 10, 100], null, 2);
    expect(bins[0].to).toBeCloseTo(10);
    expect(position(10)).toBeCloseTo(0.5);
  });

  it('stands equal values', () => {
    expect(histogramOf([7, 7], 7, 3).bins.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });
});

it('shareBelow leaves out equals', () => {
  expect(shareBelow([1, 2, 2, 3], 2)).toBe(0.25);
});

it('niceTicks are round and reach the most', () => {
  expect(niceTicks(870, 3)).toEqual([0, 500, 1000]);
  expect(niceTicks(42, 4)).toEqual([0, 20, 40, 60]);
  expect(niceTicks(0, 3)).toEqual([0, 1]);
});
