import { describe, expect, it } from 'vitest';
import { rocAuc } from '../metrics/ranking.ts';
import { readState, writeState } from '../persist/archive.ts';
import { seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';
import { autoencoder } from './autoencoder.ts';

/** Six columns made of two numbers, so that two suffice to repeat them; in odd rows one column is apart. */
function correlated(rowCount: number, seed: number): { readonly X: Table; readonly isOdd: Float64Array } {
  const random = seeded(seed);
  const isOdd = Float64Array.from({ length: rowCount }, (_, i) => (i % 10 === 0 ? 1 : 0));
  const hidden = Array.from({ length: rowCount }, () => [random.normal(), random.normal()]);
  const mixes = [
    [1, 0],
    [0, 1],
    [0.7, 0.7],
    [0.7, -0.7],
    [0.9, 0.3],
    [-0.3, 0.9],
  ];
  const columns = mixes.map(([a, b], j) =>
    numbers(hidden.map(([u, v], i) => a * u + b * v + 0.05 * random.normal() + (j === 2 && isOdd[i] === 1 ? 2 : 0))),
  );
  return { X: table(Object.fromEntries(columns.map((one, j) => [`x${j}`, one]))), isOdd };
}

const usual = correlated(500, 1);
const unlabelled = new Float64Array(500);
const weights = usual.isOdd.map(odd => 1 - odd);
const fitted = autoencoder({ encoder: [12, 2], activation: 'tanh', epochs: 80, learningRate: 0.01, batchSize: 32 }).fit(
  usual.X,
  unlabelled,
  { weights },
);

describe('autoencoder', () => {
  it('finds rows odd that break what columns have in common', () => {
    const { X, isOdd } = correlated(300, 2);
    expect(rocAuc({ score: fitted.anomalyScore(X), y: isOdd })).toBeGreaterThan(0.95);
  });

  it('explains its score exactly, most of it by the column that is apart', () => {
    const { X } = correlated(20, 3);
    const { base, values, inputs } = fitted.explain(X);
    fitted.anomalyScore(X).forEach((score, row) => {
      const parts = values.subarray(row * inputs.length, (row + 1) * inputs.length);
      expect(parts.reduce((sum, part) => sum + part, base)).toBeCloseTo(score, 12);
    });
    expect(values.subarray(0, 6).indexOf(Math.max(...values.subarray(0, 6)))).toBe(2);
  });

  it('puts its threshold where the stated share of the training rows lies below', () => {
    const score = fitted.anomalyScore(usual.X).filter((_, i) => weights[i] > 0);
    const below = score.filter(error => error <= fitted.threshold).length / score.length;
    expect(below).toBeGreaterThan(0.94);
    expect(below).toBeLessThan(0.96);
  });

  it('mirrors its encoder: 15 inputs are 15-100-20-100-15 by default', () => {
    const X = table(Object.fromEntries(Array.from({ length: 15 }, (_, j) => [`x${j}`, numbers([0, 1, j])])));
    const { network } = autoencoder({ epochs: 1 }).fit(X, new Float64Array(3));
    const units = network.spec.layers.flatMap(layer => (layer.kind === 'dense' ? [layer.units] : []));
    expect(units).toEqual([100, 20, 100, 15]);
  });

  it('comes back from its state with the same scores and threshold', () => {
    const restored = autoencoder.fromState(readState(writeState(fitted.toState())));
    expect(restored.threshold).toBe(fitted.threshold);
    expect(restored.anomalyScore(usual.X)).toEqual(fitted.anomalyScore(usual.X));
  });

  it('refuses a state whose weights do not fit its layers', () => {
    const state = fitted.toState();
    const arrays = { ...state.arrays, 'weights 2': new Float32Array(3) };
    expect(() => autoencoder.fromState({ ...state, arrays })).toThrow(
      /must hold 24 float32 values as `weights 2`; got 3/,
    );
  });
});
