import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { precisionAtTop } from './at-top.ts';
import { bootstrapInterval, bootstrapPredictedInterval } from './bootstrap.ts';
import { rocAuc } from './ranking.ts';
import { meanAbsoluteError } from './regression.ts';

function rowsOf(length: number, seed: number): { y: Float64Array; score: Float64Array } {
  const random = seeded(seed);
  const y = Float64Array.from({ length }, () => (random.next() < 0.2 ? 1 : 0));
  return { y, score: y.map(label => random.normal() + 1.2 * label) };
}

/** Hanley and McNeil's standard error of the AUC ("The meaning and use of the area under a ROC curve", 1982). */
function hanleyError(auc: number, positives: number, negatives: number): number {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const variance = auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc);
  return Math.sqrt(variance / (positives * negatives));
}

describe('bootstrap intervals', () => {
  it('of the AUC are as wide as the standard error of Hanley and McNeil says', () => {
    const rows = rowsOf(2000, 1);
    const positives = rows.y.reduce((sum, label) => sum + label, 0);
    const { estimate, lower, upper } = bootstrapInterval(rocAuc, rows, { random: seeded(5), repeats: 1000 });
    const expected = 2 * 1.96 * hanleyError(estimate, positives, rows.y.length - positives);
    expect((upper - lower) / expected).toBeGreaterThan(0.85);
    expect((upper - lower) / expected).toBeLessThan(1.15);
  });

  it('cover the true AUC about as often as they say', () => {
    const truth = 0.8019; // Φ(1.2 / √2)
    let covered = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { lower, upper } = bootstrapInterval(rocAuc, rowsOf(400, seed), { random: seeded(seed), level: 0.9 });
      if (lower <= truth && truth <= upper) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(82);
    expect(covered).toBeLessThanOrEqual(97);
  });

  it('are the same for the same seed', () => {
    const rows = rowsOf(300, 2);
    const at = (seed: number): unknown =>
      bootstrapInterval(all => precisionAtTop(all, { share: 0.1 }), rows, { random: seeded(seed) });
    expect(at(9)).toEqual(at(9));
    expect(at(9)).not.toEqual(at(10));
  });

  it('never draw a row of weight 0', () => {
    const rows = {
      y: Float64Array.of(1, 0, 1),
      score: Float64Array.of(0.9, 0.5, 0.1),
      weights: Float64Array.of(1, 1, 0),
    };
    const { lower, upper } = bootstrapInterval(rocAuc, rows, { random: seeded(1), repeats: 50 });
    expect([lower, upper]).toEqual([1, 1]);
  });

  it('of an error are as wide as its standard error says', () => {
    const random = seeded(12);
    const y = Float64Array.from({ length: 1000 }, () => random.normal());
    const rows = { y, prediction: y.map(value => value + random.normal()) };
    const { lower, upper } = bootstrapPredictedInterval(meanAbsoluteError, rows, { random, repeats: 500 });
    const errorOfMean = Math.sqrt((1 - 2 / Math.PI) / 1000); // |N(0, 1)| has variance 1 − 2 / π
    expect((upper - lower) / (2 * 1.96 * errorOfMean)).toBeGreaterThan(0.85);
    expect((upper - lower) / (2 * 1.96 * errorOfMean)).toBeLessThan(1.15);
  });

  it('refuse a level outside (0, 1)', () => {
    expect(() => bootstrapInterval(rocAuc, rowsOf(10, 1), { random: seeded(1), level: 95 })).toThrow(
      /`level` must be between 0 and 1; got 95/,
    );
  });
});
