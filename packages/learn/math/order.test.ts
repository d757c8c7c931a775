import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { ascendingOrder, descendingOrder } from './order.ts';

describe('order', () => {
  it('is that of a stable comparison sort, for numbers of every size and sign', () => {
    const random = seeded(1);
    const values = Float64Array.from({ length: 5000 }, () => Math.round(random.normal() * 50) * 10 ** random.below(20));
    const expected = Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
    expect([...ascendingOrder(values)]).toEqual(expected);
  });

  it('puts infinities at the ends and missing numbers last', () => {
    expect([...ascendingOrder(Float64Array.of(NaN, Infinity, -0, 0, -Infinity, 0 / 0))]).toEqual([4, 2, 3, 1, 0, 5]);
  });

  it('is the same for many values, which are sorted by radix', () => {
    const few = Float64Array.of(NaN, Infinity, -0, 0, -Infinity, 0 / 0);
    const many = Float64Array.from({ length: 6000 }, (_, i) => few[i % 6]);
    const order = ascendingOrder(many);
    const kinds = Array.from(order, row => row % 6);
    expect([...new Set(kinds.slice(0, 1000))]).toEqual([4]);
    expect(new Set(kinds.slice(1000, 3000))).toEqual(new Set([2, 3]));
    expect([...new Set(kinds.slice(3000, 4000))]).toEqual([1]);
    expect(Array.from(order.slice(1000, 1004))).toEqual([2, 3, 8, 9]);
    expect(Array.from(order.slice(4000, 4004))).toEqual([0, 5, 6, 11]);
  });

  it('keeps equal values in the order of the rows, descending too', () => {
    expect([...descendingOrder(Float64Array.of(1, 2, 1, 2))]).toEqual([1, 3, 0, 2]);
  });
});
