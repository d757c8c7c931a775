import { describe, expect, it } from 'vitest';
import { categories, numbers } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';
import type { FittedTreeClassifier, FittedTreeRegressor } from '../trees/fitted-trees.ts';
import { realModel } from './fixtures/real-models.ts';
import { exportXgboost, importXgboost } from './xgboost-models.ts';

describe('importXgboost', () => {
  it('predicts the probabilities of the real XGBoost from a table', () => {
    const { text, rows, predictions } = realModel('categories');
    const model = importXgboost(text) as FittedTreeClassifier;
    const found = model.predictProba(asTable(rows, 'category'));
    expect(greatestDifference(found, predictions)).toBeLessThan(1e-6);
  });

  it('predicts the values of the real XGBoost from a table', () => {
    const { text, rows, predictions } = realModel('value');
    const model = importXgboost(text) as FittedTreeRegressor;
    expect(greatestDifference(model.predict(asTable(rows, 'number')), predictions)).toBeLessThan(1e-6);
  });
});

describe.each([
  ['counts', 1],
  ['money', 1.3],
])('importXgboost of %s', (name, variancePower) => {
  const { text, rows, predictions } = realModel(name);
  const model = importXgboost(text) as FittedTreeRegressor;

  it('predicts what the real XGBoost predicts', () => {
    expect(greatestDifference(model.predict(asTable(rows, 'number')), predictions)).toBeLessThan(1e-6);
    expect(model.variancePower).toBe(variancePower);
  });

  it('explains the logarithm of what it predicts', () => {
    const X = asTable(rows, 'number');
    const { base, values, scale } = model.explain(X);
    expect(scale).toBe('log-value');
    const sums = Array.from(predictions, (_, row) =>
      values.subarray(row * 5, row * 5 + 5).reduce((a, b) => a + b, base),
    );
    expect(greatestDifference(sums.map(Math.exp), predictions)).toBeLessThan(1e-6);
  });
});

describe('exportXgboost', () => {
  it.each(['numeric', 'categories', 'value', 'dropout', 'counts', 'money'])(
    'writes %s so that it imports the same',
    name => {
      const model = importXgboost(realModel(name).text);
      expect(importXgboost(exportXgboost(model)).toState()).toEqual(model.toState());
    },
  );

  it('refuses models that are not boosted', () => {
    const forest = { ...importXgboost(realModel('numeric').text), kind: 'random-forest-classifier' };
    expect(() => exportXgboost(forest)).toThrow(expect.objectContaining({ code: 'unsupported-model' }));
  });
});

function asTable(rows: Float32Array, origin: 'number' | 'category'): Table {
  const of = (j: number): number[] => [...rows].filter((_, i) => i % 5 === j);
  const codes = of(4).map(code => (Number.isNaN(code) ? null : String(code)));
  return table({
    amount: numbers(of(0)),
    weight: numbers(of(1)),
    days: numbers(of(2)),
    'NaN share': numbers(of(3)),
    origin: origin === 'category' ? categories(codes) : numbers(of(4)),
  });
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} values beside ${b.length}`);
  return Array.from(a, (value, i) => Math.abs(value - b[i])).reduce((most, one) => Math.max(most, one), 0);
}
