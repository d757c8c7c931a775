import {
  categories,
  type Column,
  gradientBoostingClassifier,
  gradientBoostingRegressor,
  numbers,
  type Progress,
  registerBoostingEngine,
  rocAuc,
  seeded,
  table,
  type Table,
  withColumns,
} from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import { libraryForTests } from './fixtures/library.ts';
import { drawRows } from './fixtures/rows.ts';
import { xgboostEngine } from './xgboost-engine.ts';

const library = libraryForTests();

describe.skipIf(!library)('XGBoost as an engine', () => {
  const train = drawRows({ rowCount: 6000, distinct: 0, seed: 1 });
  const held = drawRows({ rowCount: 6000, distinct: 0, seed: 2 });
  const params = { trees: 40, maxDepth: 4 } as const;
  registerBoostingEngine(xgboostEngine({ library: library ?? '' }));

  it('gives a classifier as good as our own, with exact explanations', () => {
    const [native, own] = (['xgboost', 'built-in'] as const).map(engine =>
      gradientBoostingClassifier({ ...params, engine }).fit(train.X, train.y),
    );
    const auc = (model: typeof own): number => rocAuc({ y: held.y, score: model.predictProba(held.X) });
    expect(Math.abs(auc(native) - auc(own))).toBeLessThan(0.005);
    const { base, values, inputs } = native.explain(held.X);
    const sum = values.subarray(0, inputs.length).reduce((total, one) => total + one, base);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(native.predictProba(held.X)[0], 5);
  });

  it('gives the same bits for the same seed, and another model for another', () => {
    const fit = (seed: number) =>
      gradientBoostingClassifier({ ...params, engine: 'xgboost', rowSample: 0.5 }).fit(train.X, train.y, {
        random: seeded(seed),
      }).ensemble;
    expect(fit(1)).toEqual(fit(1));
    expect(fit(1).value).not.toEqual(fit(2).value);
  });

  it('restores like any other model', () => {
    const fitted = gradientBoostingClassifier({ ...params, engine: 'xgboost' }).fit(train.X, train.y);
    const again = gradientBoostingClassifier.fromState(fitted.toState());
    expect(again.predictProba(held.X)).toEqual(fitted.predictProba(held.X));
  });

  it.each(['squared', 'poisson', 'tweedie'] as const)('minimises %s', objective => {
    const y = train.y.map((label, i) => label * (1 + (i % 3)));
    const predictions = (['xgboost', 'built-in'] as const).map(engine =>
      gradientBoostingRegressor({ ...params, objective, engine })
        .fit(train.X, y)
        .predict(held.X),
    );
    const [native, own] = predictions.map(one => one.reduce((sum, value) => sum + value, 0) / one.length);
    expect(Math.abs(native / own - 1)).toBeLessThan(0.02);
  });

  it('knows categories by their texts, missing values and weights', () => {
    const random = seeded(3);
    const levels = Array.from(train.y, y =>
      random.next() < 0.1 ? null : ['a', 'b', 'c', 'd', 'e', 'f'][random.below(3) + 3 * y],
    );
    const X = withColumns(train.X, { level: categories(levels) });
    const weights = train.y.map(() => 1 + random.below(3));
    const fitted = gradientBoostingClassifier({ ...params, engine: 'xgboost' }).fit(X, train.y, { weights });
    const two = table({ ...noughts(train.X), level: categories(['f', 'a']) });
    const [high, low] = fitted.predictProba(two);
    expect(high).toBeGreaterThan(0.8);
    expect(low).toBeLessThan(0.2);
  });

  it('stops early, keeps the best trees and tells of its progress', () => {
    const told: Progress[] = [];
    const asked = { engine: 'xgboost', trees: 400, learningRate: 0.5, earlyStoppingRounds: 5 } as const;
    const fitted = gradientBoostingClassifier(asked).fit(train.X, train.y, {
      validation: held,
      onProgress: progress => told.push(progress),
    });
    expect(fitted.ensemble.roots.length).toBeLessThan(200);
    expect(told.at(-1)).toMatchObject({ step: 'trees', done: fitted.ensemble.roots.length + 5, total: 400 });
  });

  it('says what is wrong when the library cannot be loaded', () => {
    const engine = xgboostEngine({ library: '/nowhere/libxgboost.so' });
    registerBoostingEngine(engine);
    try {
      expect(() => gradientBoostingClassifier({ engine: 'xgboost' }).fit(train.X, train.y)).toThrow(
        /could not train:.*\/nowhere\/libxgboost.so/s,
      );
    } finally {
      registerBoostingEngine(xgboostEngine({ library: library ?? '' }));
    }
  });
});

/** Two rows of 0 in every column. */
function noughts(X: Table): Record<string, Column> {
  return Object.fromEntries(Array.from(X.columns.keys(), name => [name, numbers([0, 0])]));
}
