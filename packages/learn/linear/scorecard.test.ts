import { describe, expect, it } from 'vitest';
import { rocAuc } from '../metrics/ranking.ts';
import { seeded } from '../random/random.ts';
import { categories, numbers } from '../table/column.ts';
import { table } from '../table/table.ts';
import { scorecard } from './scorecard.ts';

const random = seeded(5);
const income = Float64Array.from({ length: 800 }, () => random.normal());
const region = Array.from({ length: 800 }, () => ['north', 'south', 'east'][random.below(3)]);
const X = table({
  income: numbers(income.map((value, i) => (i % 10 === 0 ? NaN : value))),
  region: categories(region),
});
const y = income.map((value, i) =>
  random.next() < 1 / (1 + Math.exp(1.5 * value + (region[i] === 'east' ? 1 : 2))) ? 1 : 0,
);

describe('scorecard', () => {
  it('gives points that add up to the score, each the one of its bin on the card', () => {
    const fitted = scorecard().fit(X, y);
    const { values } = fitted.points(X);
    const onCard = fitted.card.map(({ bins }) => new Set(bins.map(({ points }) => points)));
    fitted.score(X).forEach((score, row) => {
      expect(score).toBe(values[2 * row] + values[2 * row + 1]);
      expect(Number.isInteger(score)).toBe(true);
      expect(onCard[0].has(values[2 * row]) && onCard[1].has(values[2 * row + 1])).toBe(true);
    });
  });

  it('has the stated score at the stated odds, and the stated points double them', () => {
    const fitted = scorecard({ rounded: false, baseScore: 500, baseOdds: 20, pointsToDouble: 40 }).fit(X, y);
    const probability = fitted.predictProba(X);
    fitted.score(X).forEach((score, row) => {
      const odds = (1 - probability[row]) / probability[row];
      expect(score).toBeCloseTo(500 + 40 * Math.log2(odds / 20), 8);
    });
  });

  it('moves a score by rounding no more than half a point per column', () => {
    const [whole, exact] = [true, false].map(rounded => scorecard({ rounded }).fit(X, y).score(X));
    whole.forEach((score, row) => expect(Math.abs(score - exact[row])).toBeLessThanOrEqual(1));
  });

  it('ranks by risk: income of known direction gets more points bin by bin', () => {
    const fitted = scorecard().fit(X, y);
    const points = fitted.card[0].bins.slice(0, -1).map(bin => bin.points);
    expect(points.length).toBeGreaterThan(2);
    expect(points).toEqual(points.toSorted((a, b) => a - b));
    expect(rocAuc({ y, score: fitted.predictProba(X) })).toBeGreaterThan(0.75);
  });

  it('refuses a choice of columns that leaves some without bins', () => {
    expect(() => scorecard({ columns: ['income'] }).fit(X, y)).toThrow(/leaves out `region`\. Put keepColumns/);
  });
});
