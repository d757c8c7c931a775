import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { WeightedDraw } from './weighted-draw.ts';

describe('WeightedDraw', () => {
  it('draws every row once when asked for all', () => {
    const rows = new WeightedDraw(Float64Array.of(0.1, 5, 1e-9, 2, 0.3)).draw(5, seeded(1));
    expect(rows.toSorted()).toEqual(Int32Array.of(0, 1, 2, 3, 4));
  });

  it('draws the first row in proportion to the weights', () => {
    const draw = new WeightedDraw(Float64Array.of(1, 2, 3, 4));
    const random = seeded(2);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) counts[draw.draw(1, random)[0]]++;
    expect(counts.map(count => Math.round(count / 200) / 10)).toEqual(
      [1, 2, 3, 4].map(share => expect.closeTo(share, 0.2)),
    );
  });

  it('draws the second row in proportion to the weights left', () => {
    const draw = new WeightedDraw(Float64Array.of(1e6, 1, 3));
    const random = seeded(3);
    const seconds = Array.from({ length: 4000 }, () => draw.draw(2, random)[1]).filter(row => row !== 0);
    expect(seconds.filter(row => row === 2).length / seconds.length).toBeCloseTo(0.75, 1);
  });

  it('starts again from all rows after each draw', () => {
    const draw = new WeightedDraw(Float64Array.from({ length: 300 }, (_, i) => 0.1 + i));
    const before = draw.draw(300, seeded(4));
    draw.draw(150, seeded(5));
    expect(draw.draw(300, seeded(4))).toEqual(before);
  });
});
