import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import reference from '../checks/references/scikit-learn.json' with { type: 'json' };
import { averagePrecision, gini, ksStatistic, rocAuc } from './ranking.ts';
import { brierScore, logLoss } from './probability.ts';
import { accuracy, confusionAt, f1Score, precision, recall, totalCost } from './confusion.ts';
import { liftAtTop, precisionAtTop, recallAtTop, revenueAtTop, revenueShareAtTop } from './at-top.ts';
import { capacityCurve, liftCurve, precisionRecallCurve, rocCurve, valueCurve } from './curves.ts';
import { calibrationCurve, calibrationError, wilsonInterval } from './calibration.ts';
import { meanAbsoluteError, rootMeanSquaredError, rSquared } from './regression.ts';
import type { ScoredRows } from './scored-rows.ts';

const floats = (values: readonly number[]): Float64Array => Float64Array.from(values);
const { metrics } = reference;
const unweighted: ScoredRows = { y: floats(metrics.y), score: floats(metrics.score) };
const weighted: ScoredRows = { ...unweighted, weights: floats(metrics.weights) };

describe.each([
  ['unweighted', unweighted, metrics.unweighted],
  ['weighted', weighted, metrics.weighted],
] as const)(`%s metrics equal ${reference.source}`, (_, rows, expected) => {
  it.each([
    ['rocAuc', rocAuc],
    ['averagePrecision', averagePrecision],
    ['ksStatistic', ksStatistic],
    ['brierScore', brierScore],
    ['logLoss', logLoss],
  ] as const)('%s', (name, metric) => {
    expect(metric(rows)).toBeCloseTo(expected[name], 12);
  });

  it.each([
    ['accuracy', accuracy],
    ['precision', precision],
    ['recall', recall],
    ['f1', f1Score],
  ] as const)('%s at a threshold of 0.5', (name, metric) => {
    expect(metric(confusionAt(rows, 0.5))).toBeCloseTo(expected[name], 12);
  });

  it('the points of the ROC curve', () => {
    const curve = rocCurve(rows, { points: 1000 });
    const distinct = new Set(expected.fpr.map((fpr, k) => `${fpr.toFixed(12)} ${expected.tpr[k].toFixed(12)}`));
    const ours = curve.map(p => `${p.falsePositiveRate.toFixed(12)} ${p.truePositiveRate.toFixed(12)}`);
    expect(new Set(ours)).toEqual(distinct);
  });
});

describe('regression metrics', () => {
  const rows = {
    y: floats(metrics.regression.y),
    prediction: floats(metrics.regression.prediction),
    weights: floats(metrics.regression.weights),
  };

  it(`equal ${reference.source}`, () => {
    expect(meanAbsoluteError(rows)).toBeCloseTo(metrics.regression.mae, 12);
    expect(rootMeanSquaredError(rows)).toBeCloseTo(metrics.regression.rmse, 12);
    expect(rSquared(rows)).toBeCloseTo(metrics.regression.r2, 12);
  });
});

describe('ranking metrics', () => {
  it('count integer weights as repeated rows', () => {
    const repeated = [0, 1, 1, 2, 2, 2];
    const once = { y: floats([1, 0, 1]), score: floats([0.2, 0.2, 0.9]), weights: floats([1, 2, 3]) };
    const often = { y: floats(repeated.map(i => once.y[i])), score: floats(repeated.map(i => once.score[i])) };
    expect(rocAuc(once)).toBe(rocAuc(often));
    expect(averagePrecision(once)).toBe(averagePrecision(often));
    expect(ksStatistic(once)).toBe(ksStatistic(often));
  });

  it('give NaN when a class is absent', () => {
    const rows = { y: floats([0, 0]), score: floats([0.1, 0.2]) };
    expect([rocAuc(rows), gini(rows), ksStatistic(rows), averagePrecision(rows)]).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('refuse a label that is neither 0 nor 1, and say what to do', () => {
    const rows = { y: floats([0, NaN]), score: floats([0.1, 0.2]) };
    expect(() => rocAuc(rows)).toThrow(/row 1 has NaN. Leave out rows of unknown label/);
  });
});

describe('metrics at the top', () => {
  const rows: ScoredRows = {
    y: floats([1, 0, 1, 0, 1]),
    score: floats([0.9, 0.9, 0.8, 0.1, 0.05]),
    value: floats([100, 999, 50, 999, 10]),
  };

  it('count what is found within the capacity', () => {
    expect(precisionAtTop(rows, { count: 3 })).toBeCloseTo(2 / 3, 15);
    expect(recallAtTop(rows, { count: 3 })).toBeCloseTo(2 / 3, 15);
    expect(liftAtTop(rows, { count: 3 })).toBeCloseTo(2 / 3 / 0.6, 15);
    expect(revenueAtTop(rows, { count: 3 })).toBe(150);
    expect(revenueShareAtTop(rows, { count: 3 })).toBeCloseTo(150 / 160, 15);
  });

  it('take equal scores in the order of the rows', () => {
    expect(precisionAtTop(rows, { count: 1 })).toBe(1);
  });

  it('round a share to whole rows, at least one', () => {
    expect(precisionAtTop(rows, { share: 0.01 })).toBe(1);
    expect(precisionAtTop(rows, { share: 0.4 })).toBe(0.5);
  });

  it('count the last row in part when weights are no whole numbers', () => {
    const weights = floats([0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(precisionAtTop({ ...rows, weights }, { share: 0.5 })).toBeCloseTo((0.5 + 0.25) / 1.25, 15);
  });

  it('refuse a share outside (0, 1] and a count below 1', () => {
    expect(() => precisionAtTop(rows, { share: 5 })).toThrow(/`share` must be above 0 and at most 1; got 5/);
    expect(() => precisionAtTop(rows, { count: 0 })).toThrow(/`count` must be an integer ≥ 1; got 0/);
  });

  it('ask for values when revenue is wanted without', () => {
    expect(() => revenueAtTop({ y: rows.y, score: rows.score }, { count: 1 })).toThrow(/`value` is needed/);
  });
});

describe('costs', () => {
  it('add up over the four kinds of decision', () => {
    const rows = { y: floats([1, 1, 0, 0]), score: floats([0.9, 0.2, 0.7, 0.1]) };
    const costs = { falsePositive: 5, falseNegative: 100, truePositive: -80 };
    expect(totalCost(confusionAt(rows, 0.5), costs)).toBe(5 + 100 - 80);
  });
});

describe('curves', () => {
  const random = seeded(3);
  const y = Float64Array.from({ length: 20_000 }, () => (random.next() < 0.1 ? 1 : 0));
  const rows = { y, score: y.map(label => random.normal() + label), value: y.map(() => random.next()) };

  it('are thinned to the points asked for and keep both ends', () => {
    const curve = rocCurve(rows, { points: 50 });
    expect(curve.length).toBeLessThanOrEqual(50);
    expect(curve.length).toBeGreaterThan(40);
    expect(curve[0]).toMatchObject({ falsePositiveRate: 0, truePositiveRate: 0 });
    expect(curve.at(-1)).toMatchObject({ falsePositiveRate: 1, truePositiveRate: 1 });
  });

  it('keep the area under a thinned ROC curve', () => {
    const curve = rocCurve(rows);
    let area = 0;
    for (let k = 1; k < curve.length; k++) {
      const width = curve[k].falsePositiveRate - curve[k - 1].falsePositiveRate;
      area += (width * (curve[k].truePositiveRate + curve[k - 1].truePositiveRate)) / 2;
    }
    expect(area).toBeCloseTo(rocAuc(rows), 3);
  });

  it('agree with the metrics at a share', () => {
    const curve = capacityCurve(rows, { points: 21 });
    const fifth = curve[4];
    expect(curve).toHaveLength(21);
    expect(fifth.share).toBe(0.2);
    expect(fifth.precision).toBe(precisionAtTop(rows, { share: 0.2 }));
    expect(fifth.recall).toBe(recallAtTop(rows, { share: 0.2 }));
    expect(fifth.value).toBe(revenueAtTop(rows, { share: 0.2 }));
  });

  it('end where everything is inspected', () => {
    expect(liftCurve(rows).at(-1)).toEqual({ share: 1, lift: 1 });
    expect(valueCurve(rows).at(-1)?.value).toBeCloseTo(revenueAtTop(rows, { share: 1 }), 9);
    expect(precisionRecallCurve(rows).at(-1)?.recall).toBe(1);
  });
});

describe('calibration', () => {
  it(`has the bins of ${reference.source} at equal width`, () => {
    const bins = calibrationCurve(unweighted, { bins: 5, by: 'width' });
    bins.forEach((bin, k) => {
      expect(bin.predicted).toBeCloseTo(metrics.calibration.predicted[k], 12);
      expect(bin.observed).toBeCloseTo(metrics.calibration.observed[k], 12);
    });
    expect(bins).toHaveLength(metrics.calibration.observed.length);
  });

  it('splits rows into bins of equal weight, equal probabilities together', () => {
    const rows = { y: floats([0, 0, 1, 1]), score: floats([0.1, 0.1, 0.6, 0.9]) };
    expect(calibrationCurve(rows, { bins: 2 }).map(bin => bin.weight)).toEqual([2, 2]);
    expect(calibrationError(rows, { bins: 2 })).toBeCloseTo((0.1 * 2 + 0.25 * 2) / 4, 12);
  });

  it('gives the Wilson interval of the published example: 0 of 10 is at most 27.8 %', () => {
    // Brown, Cai, DasGupta, "Interval estimation for a binomial proportion", 2001: [0, 0.278] for n = 10.
    const { lower, upper } = wilsonInterval(0, 10);
    expect(lower).toBe(0);
    expect(upper).toBeCloseTo(0.278, 3);
  });
});
