import { describe, expect, it } from 'vitest';
import { rocAuc } from '../metrics/ranking.ts';
import { rSquared } from '../metrics/regression.ts';
import { seeded } from '../random/random.ts';
import { categories, numbers } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';
import { denseNetworkClassifier, denseNetworkRegressor } from './dense-network.ts';

interface Rows {
  readonly X: Table;
  readonly y: Float64Array;
}

/** Class 1 where a · b > 0, which no linear model can tell. */
function crossed(rowCount: number, seed: number): Rows {
  const random = seeded(seed);
  const [a, b] = [0, 1].map(() => Float64Array.from({ length: rowCount }, () => random.normal()));
  return { X: table({ a: numbers(a), b: numbers(b) }), y: a.map((value, i) => (value * b[i] > 0 ? 1 : 0)) };
}

const train = crossed(600, 1);
const test = crossed(300, 2);

describe('denseNetworkClassifier', () => {
  it('learns what no line separates', () => {
    const fitted = denseNetworkClassifier({ layers: [16, 8], epochs: 40, learningRate: 0.01 }).fit(train.X, train.y);
    expect(rocAuc({ score: fitted.predictProba(test.X), y: test.y })).toBeGreaterThan(0.97);
  });

  it('is 64-32-1 unless told otherwise', () => {
    const { network } = denseNetworkClassifier({ epochs: 1 }).fit(train.X, train.y);
    expect(network.weights.map(({ length }) => length)).toEqual([128, 64, 2048, 32, 32, 1]);
  });

  it('stops when held-out rows get no better, and keeps the best weights', () => {
    const noise = { X: train.X, y: train.y.map((_, i) => i % 2) };
    const heldOut = { X: test.X, y: test.y.map((_, i) => i % 2) };
    const params = { layers: [32], epochs: 60, learningRate: 0.02 };
    const losses: (number | undefined)[] = [];
    const fitted = denseNetworkClassifier({ ...params, earlyStoppingEpochs: 3 }).fit(noise.X, noise.y, {
      validation: heldOut,
      onProgress: ({ loss }) => losses.push(loss),
    });
    const { curve } = fitted.network;
    const best = curve.heldOut.indexOf(Math.min(...curve.heldOut));
    expect(curve.heldOut.length).toBeLessThan(60);
    expect(curve.heldOut.length).toBe(best + 4);
    expect(losses).toEqual(curve.heldOut);
    const again = denseNetworkClassifier({ ...params, epochs: best + 1 }).fit(noise.X, noise.y);
    expect(fitted.predictProba(test.X)).toEqual(again.predictProba(test.X));
  });

  it('needs held-out rows to stop early', () => {
    expect(() => denseNetworkClassifier({ earlyStoppingEpochs: 2 }).fit(train.X, train.y)).toThrow(
      /give `options.validation`/,
    );
  });

  it('counts weights and the factor of class 1 alike', () => {
    const params = { epochs: 5, batchSize: 32 };
    const weights = train.y.map(label => (label === 1 ? 5 : 1));
    const byWeights = denseNetworkClassifier(params).fit(train.X, train.y, { weights });
    const byFactor = denseNetworkClassifier({ ...params, scalePositive: 5 }).fit(train.X, train.y);
    const plain = denseNetworkClassifier(params).fit(train.X, train.y);
    const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(byFactor.predictProba(test.X)).toEqual(byWeights.predictProba(test.X));
    expect(mean(byFactor.predictProba(test.X))).toBeGreaterThan(mean(plain.predictProba(test.X)) + 0.1);
  });

  it('has smaller weights under a penalty', () => {
    const norm = (l2: number): number => {
      const { network } = denseNetworkClassifier({ epochs: 20, learningRate: 0.01, layers: [8], l2 }).fit(
        train.X,
        train.y,
      );
      return network.weights[0].reduce((sum, weight) => sum + weight * weight, 0);
    };
    expect(norm(0.05)).toBeLessThan(norm(0) / 2);
  });

  it('names the column that has gaps or categories, and the remedy', () => {
    const fit = (X: Table) => () => denseNetworkClassifier().fit(X, Float64Array.of(0, 1));
    expect(fit(table({ price: numbers([1, NaN]) }))).toThrow(/`price` has gaps. Put impute\(\)/);
    expect(fit(table({ country: categories(['PE', 'CN']) }))).toThrow(/`country` holds categories. Put oneHot\(\)/);
    expect(fit(table({ price: numbers([1, 1e60]) }))).toThrow(/`price` has numbers beyond float32/);
  });

  it('refuses a label that is neither class, and a table without columns', () => {
    expect(() => denseNetworkClassifier().fit(train.X, train.y.with(0, 2))).toThrow(/must be 0 or 1/);
    expect(() => denseNetworkClassifier().fit(table({}), new Float64Array(0))).toThrow(/at least one/);
  });
});

describe('denseNetworkRegressor', () => {
  it('learns a curve in the unit of its target', () => {
    const x = Float64Array.from({ length: 400 }, (_, i) => (i - 200) / 100);
    const X = table({ x: numbers(x) });
    const y = x.map(value => 1e6 + 5e4 * Math.sin(2 * value));
    const fitted = denseNetworkRegressor({
      layers: [16, 16],
      activation: 'tanh',
      epochs: 60,
      learningRate: 0.01,
      batchSize: 32,
    });
    expect(rSquared({ y, prediction: fitted.fit(X, y).predict(X) })).toBeGreaterThan(0.98);
  });
});
