import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsAtTop } from './at-top.ts';
import { calibrationCurve } from './calibration.ts';
import { confusionAt } from './confusion.ts';
import { averagePrecision, ksStatistic, rocAuc } from './ranking.ts';
import type { ScoredRows } from './scored-rows.ts';

const row = record({
  y: constantFrom(0, 1),
  score: integer({ min: 0, max: 20 }).map(k => k / 20),
  weight: integer({ min: 0, max: 3 }),
});

/** Rows of both classes, some with equal scores and some of weight 0. */
const scoredRows = array(row, { minLength: 1, maxLength: 40 }).map((rows): ScoredRows => {
  const all = [{ y: 1, score: 0.5, weight: 1 }, { y: 0, score: 0.4, weight: 1 }, ...rows];
  return {
    y: Float64Array.from(all, one => one.y),
    score: Float64Array.from(all, one => one.score),
    weights: Float64Array.from(all, one => one.weight),
  };
});

/** The chance that a row of class 1 scores above one of class 0, pair by pair. */
function aucByPairs({ y, score, weights }: ScoredRows): number {
  let [above, pairs] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    for (let j = 0; j < y.length; j++) {
      if (y[i] !== 1 || y[j] !== 0) continue;
      const weight = weights![i] * weights![j];
      pairs += weight;
      if (score[i] > score[j]) above += weight;
      if (score[i] === score[j]) above += weight / 2;
    }
  }
  return above / pairs;
}

describe('metrics, for any rows', () => {
  it('the AUC is the share of pairs ranked rightly', () => {
    assert(
      property(scoredRows, rows => {
        expect(rocAuc(rows)).toBeCloseTo(aucByPairs(rows), 12);
      }),
    );
  });

  it('ranking metrics do not change with a rising function of the score', () => {
    assert(
      property(scoredRows, rows => {
        const risen = { ...rows, score: rows.score.map(score => Math.exp(3 * score) - 7) };
        for (const metric of [rocAuc, averagePrecision, ksStatistic]) expect(metric(risen)).toBe(metric(rows));
      }),
    );
  });

  it('ranking metrics do not change with the order of the rows', () => {
    assert(
      property(scoredRows, ({ y, score, weights }) => {
        const turned = { y: y.toReversed(), score: score.toReversed(), weights: weights!.toReversed() };
        for (const metric of [rocAuc, averagePrecision, ksStatistic]) {
          expect(metric(turned)).toBeCloseTo(metric({ y, score, weights }), 12);
        }
      }),
    );
  });

  it('confusion, top findings and calibration bins count every row once', () => {
    assert(
      property(scoredRows, integer({ min: 1, max: 12 }), (rows, bins) => {
        const total = rows.weights!.reduce((sum, weight) => sum + weight, 0);
        const parts = Object.values(confusionAt(rows, 0.5)) as number[];
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(findingsAtTop(rows, { share: 1 }).inspected).toBe(total);
        const curve = calibrationCurve(rows, { bins });
        expect(curve.reduce((sum, bin) => sum + bin.weight, 0)).toBeCloseTo(total, 9);
      }),
    );
  });
});
