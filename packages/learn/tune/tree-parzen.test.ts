import { describe, expect, it } from 'vitest';
import { type Random, seeded } from '../random/random.ts';
import { parzenEstimator } from './parzen.ts';
import { choice, logReal, logWhole, real, whole } from './space.ts';
import { nextParameters, type Observation } from './tree-parzen.ts';

describe('a Parzen estimator', () => {
  it('is a density over its interval', () => {
    const { logDensity } = parzenEstimator([0.1, 0.12, 3], 0, 4);
    const steps = 4000;
    const mass = Array.from({ length: steps }, (_, k) => (Math.exp(logDensity(((k + 0.5) * 4) / steps)) * 4) / steps);
    expect(mass.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
  });

  it('draws inside, mostly where it was shown places', () => {
    const { draw } = parzenEstimator([1, 1.01, 1.02, 0.99, 0.98], 0, 100);
    const stream = seeded(1);
    const drawn = Array.from({ length: 500 }, () => draw(stream));
    expect(drawn.every(place => place >= 0 && place <= 100)).toBe(true);
    expect(drawn.filter(place => place < 30).length).toBeGreaterThan(350);
  });
});

describe('the tree-structured Parzen estimator', () => {
  const bowl = { a: real(-5, 5), b: logReal(1e-3, 1e3), c: choice(['x', 'y', 'z']), d: whole(1, 9) };

  /** Best where a = 2, b = 1, c = y, d = 7; the best of 60 trials. */
  function bestOf(next: (seen: readonly Observation[], stream: Random) => Observation['params'], seed: number): number {
    const seen: Observation[] = [];
    for (let k = 0; k < 60; k++) {
      const params = next(seen, seeded(seed).fork(k));
      const { a, b, c, d } = params as { a: number; b: number; c: string; d: number };
      const score = -((a - 2) ** 2) - Math.log10(b) ** 2 - (c === 'y' ? 0 : 1) - ((d - 7) / 4) ** 2;
      seen.push({ params, score, pruned: false });
    }
    return Math.max(...seen.map(({ score }) => score));
  }

  it('comes nearer to the best than random search', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const learned = mean(seeds.map(seed => bestOf((seen, stream) => nextParameters(bowl, seen, stream), seed)));
    const drawn = mean(seeds.map(seed => bestOf((_, stream) => nextParameters(bowl, [], stream), seed)));
    expect(learned).toBeGreaterThan(drawn / 2); // scores are losses negated: less than half the loss
  });

  it('stays within the space, both ends of whole numbers included', () => {
    const stream = seeded(4);
    const drawn = Array.from({ length: 300 }, () => nextParameters({ n: whole(1, 3), m: logWhole(1, 2) }, [], stream));
    expect(new Set(drawn.map(({ n }) => n))).toEqual(new Set([1, 2, 3]));
    expect(new Set(drawn.map(({ m }) => m))).toEqual(new Set([1, 2]));
  });

  it('refuses impossible dimensions', () => {
    expect(() => logReal(0, 1)).toThrow(/above zero, low < high; got 0 and 1/);
    expect(() => whole(1, 2.5)).toThrow(/whole numbers/);
    expect(() => choice([])).toThrow(/at least one value/);
  });
});
