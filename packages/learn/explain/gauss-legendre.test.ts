import { describe, expect, it } from 'vitest';
import { gaussLegendre } from './gauss-legendre.ts';

describe('gaussLegendre', () => {
  it('gives the rule of three points', () => {
    const { points, weights } = gaussLegendre(3);
    const offset = Math.sqrt(3 / 5) / 2;
    [0.5 + offset, 0.5, 0.5 - offset].forEach((point, i) => expect(points[i]).toBeCloseTo(point, 14));
    [5 / 18, 4 / 9, 5 / 18].forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 14));
  });

  it.each([1, 2, 5, 16, 40])('integrates powers below twice its count (%i) exactly', count => {
    const { points, weights } = gaussLegendre(count);
    for (let power = 0; power < 2 * count; power++) {
      const sum = points.reduce((total, point, i) => total + weights[i] * point ** power, 0);
      expect(sum).toBeCloseTo(1 / (power + 1), 12);
    }
  });
});
