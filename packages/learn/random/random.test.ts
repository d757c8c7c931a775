import { describe, expect, it } from 'vitest';
import { seeded, shuffle } from './random.ts';

/** Chi-square of `counts` against equal shares. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('random numbers', () => {
  it('are the same for the same seed, and others for another', () => {
    const draw = (seed: number): number[] => {
      const random = seeded(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('keep their stream from release to release', () => {
    // Computed with an independent Python version of xoshiro128** seeded by splitmix32.
    const random = seeded(42);
    expect(Array.from({ length: 4 }, () => random.next() * 2 ** 32)).toEqual([
      660444221, 3652823732, 77672526, 910233633,
    ]);
  });

  it('fork into streams that do not depend on what was drawn before', () => {
    const [fresh, used] = [seeded(3), seeded(3)];
    used.next();
    expect(fresh.fork('trees').next()).toBe(used.fork('trees').next());
    expect(fresh.fork('trees').next()).not.toBe(fresh.fork('rows').next());
    expect(fresh.fork(1).next()).not.toBe(fresh.fork(2).next());
  });

  it('are uniform', () => {
    const random = seeded(5);
    const counts = Array.from({ length: 16 }, () => 0);
    for (let k = 0; k < 160_000; k++) counts[random.below(16)]++;
    expect(chiSquare(counts)).toBeLessThan(37.7); // 99.9 % of chi-square with 15 degrees of freedom
  });

  it('are normal with mean 0 and deviation 1', () => {
    const random = seeded(6);
    const drawn = Float64Array.from({ length: 100_000 }, () => random.normal());
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean)).toBeLessThan(0.012);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    expect(drawn.filter(value => Math.abs(value) < 1.96).length / drawn.length).toBeCloseTo(0.95, 2);
  });

  it('shuffle every order equally often', () => {
    const random = seeded(7);
    const counts = new Map<string, number>();
    for (let k = 0; k < 24_000; k++) {
      const order = shuffle([1, 2, 3, 4], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()])).toBeLessThan(49.7); // 99.9 % with 23 degrees of freedom
  });
});
