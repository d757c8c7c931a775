import { describe, expect, it } from 'vitest';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { calibrationError } from '../metrics/calibration.ts';
import { rocAuc } from '../metrics/ranking.ts';
import { readState, writeState } from '../persist/archive.ts';
import { restore } from '../persist/restore.ts';
import type { Estimator, FittedClassifier } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { numberColumn, table, takeRows, type Table } from '../table/table.ts';
import { calibrate, calibratedClassifier, type FittedCalibrated } from './calibrated-classifier.ts';

const random = seeded(12);
const x = Float64Array.from({ length: 4000 }, () => random.normal());
const y = x.map(value => (random.next() < 1 / (1 + Math.exp(-(value - 1))) ? 1 : 0));
const X = table({ x: numbers(x) });

/** Ranks perfectly and is far too sure: σ(4x) where σ(x − 1) is true. It learns nothing. */
const overconfident: Estimator<FittedClassifier> = {
  kind: 'overconfident',
  params: {},
  fit: () => sureOf,
};
const sureOf: FittedClassifier = {
  kind: 'overconfident',
  inputs: [{ name: 'x', kind: 'number' }],
  predictProba: (Z: Table) => Float64Array.from(numberColumn(Z, 'x').values, value => 1 / (1 + Math.exp(-4 * value))),
  toState: () => ({ kind: 'overconfident', protocol: 1, values: {}, arrays: {}, parts: {} }),
};

describe('calibratedClassifier', () => {
  it.each(['platt', 'isotonic'] as const)('makes probabilities honest and keeps the ranking (%s)', method => {
    const fitted = calibratedClassifier(overconfident, { method }).fit(X, y);
    const [before, after] = [sureOf.predictProba(X), fitted.predictProba(X)];
    expect(calibrationError({ y, score: before })).toBeGreaterThan(0.15);
    expect(calibrationError({ y, score: after })).toBeLessThan(0.03);
    expect(Math.abs(rocAuc({ y, score: after }) - rocAuc({ y, score: before }))).toBeLessThan(0.005);
  });

  it('fits the curve to scores by models that did not see the row', () => {
    const trainedOn: number[] = [];
    const spy: Estimator<FittedClassifier> = {
      ...overconfident,
      fit: Z => {
        const seen = new Set(numberColumn(Z, 'x').values);
        trainedOn.push(Z.rowCount);
        return {
          ...sureOf,
          predictProba: W => Float64Array.from(numberColumn(W, 'x').values, v => (seen.has(v) ? 1 : 0.2)),
        };
      },
    };
    const fitted = calibratedClassifier(spy, { method: 'isotonic', folds: 4 }).fit(X, y);
    expect(trainedOn).toEqual([3000, 3000, 3000, 3000, 4000]);
    expect(fitted.calibrator.calibrate(Float64Array.of(1))[0]).toBeCloseTo(y.reduce((a, b) => a + b) / 4000, 12);
  });

  it('explains exactly by Platt over log-odds, and not otherwise', () => {
    const platt = calibratedClassifier(logisticRegression()).fit(X, y);
    const Z = takeRows(X, [1, 2, 3]);
    const { base, values } = platt.explain!(Z);
    platt.predictProba(Z).forEach((p, i) => expect(1 / (1 + Math.exp(-base - values[i]))).toBeCloseTo(p, 12));
    expect(calibratedClassifier(logisticRegression(), { method: 'isotonic' }).fit(X, y).explain).toBeUndefined();
    expect(calibratedClassifier(overconfident).fit(X, y).explain).toBeUndefined();
  });

  it.each(['platt', 'isotonic'] as const)('comes back from its state with its parts (%s)', method => {
    const fitted = calibratedClassifier(logisticRegression(), { method }).fit(X, y);
    const catalogue = { calibratedClassifier, logisticRegression };
    const restored = restore(readState(writeState(fitted.toState())), catalogue) as FittedCalibrated;
    expect(restored.predictProba(X)).toEqual(fitted.predictProba(X));
    expect(restored.explain === undefined).toBe(fitted.explain === undefined);
  });

  it('refuses other methods and too few folds', () => {
    expect(() => calibratedClassifier(overconfident, { folds: 1 })).toThrow('`folds` must be an integer ≥ 2; got 1');
    expect(() => calibratedClassifier(overconfident, { method: 'beta' as 'platt' })).toThrow(
      'platt or isotonic; got beta',
    );
  });
});

describe('calibrate', () => {
  it('fits the curve to the rows given', () => {
    const later = takeRows(
      X,
      Int32Array.from({ length: 2000 }, (_, i) => 2000 + i),
    );
    const fitted = calibrate(sureOf, { X: later, y: y.slice(2000) });
    expect(calibrationError({ y: y.slice(0, 2000), score: fitted.predictProba(X).slice(0, 2000) })).toBeLessThan(0.04);
  });
});
