import { describe, expect, it } from 'vitest';
import { rocAuc } from '../metrics/ranking.ts';
import { readState, writeState } from '../persist/archive.ts';
import { seeded } from '../random/random.ts';
import { categories, numbers } from '../table/column.ts';
import { table, takeRows } from '../table/table.ts';
import { oddRows } from './fixtures/odd-rows.ts';
import { isolationForest } from './isolation-forest.ts';
import { meanPathLength } from './isolation-tree.ts';

const rows = oddRows(4000, 21);
const unlabelled = new Float64Array(4000);

describe('isolationForest', () => {
  it('finds odd rows as well as scikit-learn 1.9.1 (mean AUC 0.9233 on these rows; isolation_auc.py)', () => {
    const aucs = Array.from({ length: 10 }, (_, seed) => {
      const fitted = isolationForest().fit(rows.X, unlabelled, { random: seeded(seed) });
      return rocAuc({ score: fitted.anomalyScore(rows.X), y: rows.y });
    });
    expect(aucs.reduce((sum, auc) => sum + auc, 0) / 10).toBeGreaterThan(0.9233 - 0.01);
  });

  it('gives scores in (0, 1), ordinary rows near 0.5 or below', () => {
    const score = isolationForest().fit(rows.X, unlabelled).anomalyScore(rows.X);
    expect(Math.min(...score)).toBeGreaterThan(0);
    expect(Math.max(...score)).toBeLessThan(1);
    expect(score.toSorted()[2000]).toBeLessThan(0.5);
  });

  it('gives the same bits for the same seed, and others for another', () => {
    const scoresOf = (seed: number): Float64Array =>
      isolationForest({ trees: 5 })
        .fit(rows.X, unlabelled, { random: seeded(seed) })
        .anomalyScore(rows.X);
    expect(scoresOf(1)).toEqual(scoresOf(1));
    expect(scoresOf(1)).not.toEqual(scoresOf(2));
  });

  it('comes back from its state with the same scores', () => {
    const fitted = isolationForest({ trees: 10 }).fit(rows.X, unlabelled);
    const restored = isolationForest.fromState(readState(writeState(fitted.toState())));
    expect(restored.anomalyScore(rows.X)).toEqual(fitted.anomalyScore(rows.X));
  });

  it('explains the logarithm of the score exactly', () => {
    const X = takeRows(rows.X, [0, 17, 1234]);
    const fitted = isolationForest({ trees: 20 }).fit(rows.X, unlabelled);
    const { base, values, inputs } = fitted.explain(X);
    fitted.anomalyScore(X).forEach((score, row) => {
      const parts = values.subarray(row * inputs.length, (row + 1) * inputs.length);
      expect(parts.reduce((sum, part) => sum + part, base)).toBeCloseTo(Math.log2(score), 9);
    });
  });

  it('finds a rare category odd', () => {
    const origins = Array.from({ length: 500 }, (_, i) => (i === 7 ? 'AQ' : ['CN', 'US', 'DE'][i % 3]));
    const X = table({ origin: categories(origins), weight: numbers(origins.map((_, i) => i % 10)) });
    const score = isolationForest({ sampleSize: 500 }).fit(X, new Float64Array(500)).anomalyScore(X);
    expect(score.indexOf(Math.max(...score))).toBe(7);
  });

  it('sends missing values and unknown categories with the greater side, so that they alone are not odd', () => {
    const X = table({ origin: categories(['CN', 'CN', 'CN', 'US']), weight: numbers([1, 1, 1, 9]) });
    const fitted = isolationForest().fit(X, new Float64Array(4));
    const unknown = table({ origin: categories(['ZZ', null]), weight: numbers([NaN, NaN]) });
    const [usual] = fitted.anomalyScore(X);
    expect([...fitted.anomalyScore(unknown)]).toEqual([usual, usual]);
  });

  it('gives 0.5 to rows that are all alike, and to a row alone', () => {
    const alike = table({ weight: numbers([3, 3, 3]) });
    const alone = takeRows(alike, [0]);
    expect(isolationForest().fit(alike, new Float64Array(3)).anomalyScore(alone)[0]).toBeCloseTo(0.5, 6);
    expect(isolationForest().fit(alone, new Float64Array(1)).anomalyScore(alone)[0]).toBeCloseTo(0.5, 6);
  });

  it('leaves rows of weight 0 out', () => {
    const X = table({ weight: numbers([1, 2, 3, 1000]) });
    const weights = Float64Array.of(1, 1, 1, 0);
    const withZero = isolationForest().fit(X, new Float64Array(4), { weights }).anomalyScore(X);
    const without = isolationForest()
      .fit(takeRows(X, [0, 1, 2]), new Float64Array(3))
      .anomalyScore(X);
    expect(withZero).toEqual(without);
  });
});

describe('meanPathLength', () => {
  it('gives the value of the paper for 256 rows', () => {
    expect(meanPathLength(256)).toBeCloseTo(10.24, 2);
  });
});
