import { describe, expect, it } from 'vitest';
import reference from '../checks/references/scikit-learn.json' with { type: 'json' };
import { categories, numbers } from '../table/column.ts';
import { table, takeRows } from '../table/table.ts';
import { logisticRegression } from './logistic-regression.ts';

const { linear } = reference;
const X = table(
  Object.fromEntries(linear.X[0].map((_, j) => [`x${j}`, numbers(linear.X.map(row => row[j]))] as const)),
);
const y = Float64Array.from(linear.y);
const weights = Float64Array.from(linear.weights);

describe('logistic regression', () => {
  it.each(linear.fits)(`has the coefficients of ${reference.source} at l2 $l2, weighted $weighted`, expected => {
    const fitted = logisticRegression({ l2: expected.l2 }).fit(X, y, expected.weighted ? { weights } : {});
    expected.coefficients.forEach((value, j) => expect(fitted.coefficients[j]).toBeCloseTo(value, 7));
    expect(fitted.intercept).toBeCloseTo(expected.intercept, 7);
    const probabilities = fitted.predictProba(takeRows(X, [0, 1, 2, 3, 4]));
    expected.probabilities.forEach((value, i) => expect(probabilities[i]).toBeCloseTo(value, 8));
  });

  it('explains each row exactly: base and parts add up to its log-odds', () => {
    const fitted = logisticRegression().fit(X, y);
    const { base, values, inputs } = fitted.explain(X);
    const probability = fitted.predictProba(X);
    for (let i = 0; i < X.rowCount; i++) {
      const sum = inputs.reduce((total, _, j) => total + values[i * inputs.length + j], base);
      expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(probability[i], 12);
    }
  });

  it('settles on the penalty where a column separates the classes', () => {
    const separable = table({ x: numbers([0, 1, 2, 3]) });
    const fitted = logisticRegression({ l2: 1e-6 }).fit(separable, Float64Array.of(0, 0, 1, 1));
    expect(fitted.predictProba(separable)[3]).toBeGreaterThan(0.999);
    expect(Number.isFinite(fitted.coefficients[0])).toBe(true);
  });

  it('shares a coefficient between equal columns', () => {
    const twice = table({ a: X.columns.get('x0')!, b: X.columns.get('x0')! });
    const { coefficients } = logisticRegression().fit(twice, y);
    expect(coefficients[0]).toBeCloseTo(coefficients[1], 9);
  });

  it('names the column that has gaps or categories, and the remedy', () => {
    const gaps = table({ price: numbers([1, NaN]) });
    const names = table({ country: categories(['PE', 'CN']) });
    expect(() => logisticRegression().fit(gaps, Float64Array.of(0, 1))).toThrow(/`price` has gaps. Put impute\(\)/);
    expect(() => logisticRegression().fit(names, Float64Array.of(0, 1))).toThrow(/`country` holds categories/);
  });

  it('refuses labels of one class', () => {
    expect(() => logisticRegression().fit(X, new Float64Array(X.rowCount))).toThrow(/must hold both classes/);
  });
});
