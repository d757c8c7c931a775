import { expect, it } from 'vitest';
import { correlationRatio, cramersV, spearman } from './association-measures.ts';

it('ranks with ties and leaves out rows without either, as pandas does', () => {
  // pandas: DataFrame({'a': [1, 2, 2, 4, nan, 7], 'b': [3, 1, 4, 4, 5, 9]}).corr('spearman')
  const a = Float64Array.of(1, 2, 2, 4, NaN, 7);
  const b = Float64Array.of(3, 1, 4, 4, 5, 9);
  expect(spearman(a, b)).toBeCloseTo(0.7631578947368421, 12);
});

it('gives no correlation of a constant', () => {
  expect(spearman(Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3))).toBeNaN();
});

it('finds that one category gives the other, and that none does', () => {
  const codes = Int32Array.from({ length: 400 }, (_, i) => i % 4);
  const independent = Int32Array.from({ length: 400 }, (_, i) => Math.floor(i / 4) % 5);
  expect(cramersV(codes, codes)).toBeCloseTo(1, 12);
  expect(cramersV(codes, independent)).toBe(0);
});

it('corrects the V of Cramér for small samples, as Bergsma states', () => {
  // The table [[20, 10], [5, 15]]: χ²/n = 1/6 · … by hand: φ² = 0.1666…, corrected by 1/49, levels shrunk to 2 − 1/49.
  const a = Int32Array.from([...Array<number>(30).fill(0), ...Array<number>(20).fill(1)]);
  const b = Int32Array.from([
    ...Array<number>(20).fill(0),
    ...Array<number>(10).fill(1),
    ...Array<number>(5).fill(0),
    ...Array<number>(15).fill(1),
  ]);
  const phi = (20 * 15 - 10 * 5) ** 2 / (30 * 20 * 25 * 25);
  expect(cramersV(a, b)).toBeCloseTo(Math.sqrt((phi - 1 / 49) / (1 - 1 / 49)), 12);
});

it('tells the share of variance between groups', () => {
  // Groups {1, 3} and {5, 7}: between 16, within 4.
  expect(correlationRatio(Int32Array.of(0, 0, 1, 1), Float64Array.of(1, 3, 5, 7))).toBeCloseTo(Math.sqrt(16 / 20), 12);
  expect(correlationRatio(Int32Array.of(0, 0, 1, -1), Float64Array.of(1, 1, 1, 9))).toBeNaN();
});
