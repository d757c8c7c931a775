import { describe, expect, it } from 'vitest';
import { numbers } from '../table/column.ts';
import { table } from '../table/table.ts';
import fixture from './fixtures/elastic-net.json' with { type: 'json' };
import { logisticRegression } from './logistic-regression.ts';

const X = table(Object.fromEntries(fixture.X[0].map((_, j) => [`x${j}`, numbers(fixture.X.map(row => row[j]))])));
const y = Float64Array.from(fixture.y);

describe('logistic regression with an L1 penalty', () => {
  it.each(fixture.cases)(`has the coefficients of ${fixture.source} at l1 $l1, l2 $l2`, expected => {
    const { l1, l2, coefficients, intercept } = expected;
    const fitted = logisticRegression({ l1, l2 }).fit(X, y);
    coefficients.forEach((value, j) => expect(fitted.coefficients[j]).toBeCloseTo(value, 6));
    expect(fitted.intercept).toBeCloseTo(intercept, 6);
  });

  it('makes coefficients that do not pay for themselves exactly 0', () => {
    const { coefficients } = logisticRegression({ l1: 12, l2: 0.5 }).fit(X, y);
    expect(coefficients.filter(value => value === 0).length).toBe(
      fixture.cases[1].coefficients.filter(value => Math.abs(value) < 1e-9).length,
    );
    expect(coefficients.filter(value => value === 0).length).toBeGreaterThan(0);
    expect(
      logisticRegression({ l1: 1e6 })
        .fit(X, y)
        .coefficients.every(value => value === 0),
    ).toBe(true);
  });

  it('comes as near to none as its strength', () => {
    const [none, hardly] = [0, 1e-9].map(l1 => logisticRegression({ l1 }).fit(X, y).coefficients);
    none.forEach((value, j) => expect(hardly[j]).toBeCloseTo(value, 7));
  });
});
