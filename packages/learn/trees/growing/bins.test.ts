import { describe, expect, test } from 'vitest';
import { seeded } from '../../random/random.ts';
import { KernelPool } from '../kernels/kernel-pool.ts';
import { MemoryPlan } from '../kernels/memory-plan.ts';
import { categoryBins, type Cutting, numberBins, sampleBytes } from './bins.ts';

describe('bins of numbers', () => {
  test('few values have a bin each, in order, −0 with 0, missing ones left out', () => {
    expect(cutsOf([3, -1, 0, -0, 3, NaN, -Infinity, 2.5], 256)).toEqual([-1, 0, 2.5, 3]);
  });

  test('one value or none needs no cut', () => {
    expect(cutsOf([7, 7, NaN], 256)).toEqual([]);
    expect(cutsOf([NaN, NaN], 256)).toEqual([]);
  });

  test('a value rare among many rows keeps its bin while values are few', () => {
    const values = Array.from({ length: 600_000 }, (_, i) => (i === 123_457 ? 9 : i % 3));
    expect(cutsOf(values, 256)).toEqual([1, 2, 9]);
  });

  test('many values are cut at their quantiles', () => {
    const random = seeded(1);
    const values = Array.from({ length: 5000 }, () => Math.fround(random.normal() * 10 ** random.below(6)));
    const sorted = values.toSorted((a, b) => a - b);
    const expected = Array.from({ length: 9 }, (_, k) => sorted[((k + 1) * 5000) / 10]);
    expect(cutsOf([...values, NaN, NaN], 11)).toEqual(expected);
  });

  test('bins finer at the ends are even but there, where they narrow', () => {
    const cuts = cutsOf(
      Array.from({ length: 129_000 }, (_, i) => i),
      256,
      'finer-at-ends',
    );
    expect(cuts.filter(cut => cut % 1000 === 0)).toEqual(Array.from({ length: 128 }, (_, k) => (k + 1) * 1000));
    const widths = cuts.filter(cut => cut >= 128_000).map((cut, k, ends) => (ends[k + 1] ?? 129_000) - cut);
    expect(widths.length).toBeGreaterThan(60);
    widths.slice(1).forEach((width, k) => expect(width).toBeLessThanOrEqual(widths[k] + 1));
  });

  test('beyond the sample, quantiles stay within a fraction of a percent of their rank', () => {
    const random = seeded(2);
    const values = Array.from({ length: 700_000 }, () => random.next());
    cutsOf(values, 256).forEach((cut, k) => expect(Math.abs(cut - (k + 1) / 255)).toBeLessThan(0.005));
  });

  test('values as frequent as several bins still give ascending cuts', () => {
    const values = Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 0 : i));
    const cuts = cutsOf(values, 256);
    cuts.slice(1).forEach((cut, k) => expect(cut).toBeGreaterThan(cuts[k]));
    expect(cuts.length).toBeLessThan(200);
  });
});

describe('bins of categories', () => {
  test('each level has its own, the most frequent first', () => {
    const bins = categoryBins(Float32Array.of(0, 1, 1, 2, 2, 2, NaN), 3, 256);
    expect([...bins.binOfCode]).toEqual([2, 1, 0]);
    expect(bins.count).toBe(3);
  });

  test('the rarest share the last bin when levels are more than bins', () => {
    const bins = categoryBins(Float32Array.of(0, 1, 1, 2, 2, 2, 3), 4, 4);
    expect([...bins.binOfCode]).toEqual([2, 1, 0, 2]);
    expect(bins.count).toBe(3);
  });
});

function cutsOf(values: readonly number[], maxBins: number, cutting: Cutting = 'even'): number[] {
  const rowCount = values.length;
  const plan = new MemoryPlan();
  const column = {
    values: plan.reserve(rowCount * 4),
    rowCount,
    sample: plan.reserve(sampleBytes(rowCount)),
    otherSample: plan.reserve(sampleBytes(rowCount)),
  };
  const pool = new KernelPool(plan, 1, 8192);
  pool.floats.set(values, column.values >>> 2);
  const { cuts, count } = numberBins(pool, column, { maxBins, cutting });
  expect(count).toBe(cuts.length + 1);
  return [...cuts];
}
