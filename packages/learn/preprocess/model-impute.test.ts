import { describe, expect, it } from 'vitest';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { numberColumn, table } from '../table/table.ts';
import { gradientBoostingRegressor } from '../trees/gradient-boosting.ts';
import { impute } from './impute.ts';
import { modelImpute } from './model-impute.ts';

const random = seeded(12);
const weight = Float64Array.from({ length: 400 }, () => 1 + 9 * random.next());
const price = weight.map(value => 3 * value + 0.1 * random.normal());
const gappy = price.map((value, i) => (i % 8 === 0 ? NaN : value));
const X = table({ weight: numbers(weight), price: numbers(gappy) });
const y = new Float64Array(400);
const fitted = modelImpute(gradientBoostingRegressor({ trees: 60, maxDepth: 3, learningRate: 0.2 })).fit(X, y);

describe('imputation by a model', () => {
  it('comes nearer to the truth than the mean', () => {
    const distance = (filled: Float64Array | Float32Array): number =>
      price.reduce((sum, value, i) => sum + Math.abs(value - filled[i]), 0);
    const simple = impute({ strategy: 'mean' }).fit(X, y).transform(X);
    const byModel = distance(numberColumn(fitted.transform(X), 'price').values);
    expect(byModel).toBeLessThan(distance(numberColumn(simple, 'price').values) / 10);
  });

  it('leaves values alone, and gaps of columns that had none in training', () => {
    const given = table({ weight: numbers([NaN, 5]), price: numbers([7, NaN]) });
    const filled = fitted.transform(given);
    expect(numberColumn(filled, 'price').values[0]).toBe(7);
    expect(Math.abs(numberColumn(filled, 'price').values[1] - 15)).toBeLessThan(1);
    expect(numberColumn(filled, 'weight').values[0]).toBeNaN();
  });

  it('fills a column without any value with 0', () => {
    const empty = table({ weight: numbers([1, 2]), price: numbers([NaN, NaN]) });
    const filled = modelImpute(gradientBoostingRegressor()).fit(empty, new Float64Array(2)).transform(empty);
    expect([...numberColumn(filled, 'price').values]).toEqual([0, 0]);
  });

  it('refuses what predicts no number', () => {
    const rows = table({ weight: numbers([1, 2, 3]), price: numbers([0, 1, NaN]) });
    const wrong = logisticRegression() as never;
    expect(() => modelImpute(wrong).fit(rows, new Float64Array(3))).toThrow(/must predict a number/);
  });
});
