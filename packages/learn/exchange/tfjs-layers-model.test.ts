import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { autoencoder } from '../neural/autoencoder.ts';
import { denseNetworkClassifier, denseNetworkRegressor } from '../neural/dense-network.ts';
import type { FittedNetwork } from '../neural/network-model.ts';
import { sequenceNetwork } from '../neural/sequence-network.ts';
import { seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';
import { exportTfjsLayersModel } from './tfjs-layers-model.ts';

const ROWS = 50;
const random = seeded(4);
const drawn = (): Float64Array => Float64Array.from({ length: ROWS }, () => Math.fround(random.normal()));
const columns = ['a_1', 'b_1', 'a_2', 'b_2', 'a_3', 'b_3'].map(name => [name, drawn()] as const);
const X: Table = table(new Map(columns.map(([name, values]) => [name, numbers(values)])));
const y = columns[0][1].map((value, i) => (value + columns[1][1][i] > 0 ? 1 : 0));

/** What `tf.loadLayersModel` makes of the export, from memory instead of files. */
async function loaded(fitted: FittedNetwork): Promise<LayersModel> {
  const { model, weights } = exportTfjsLayersModel(fitted);
  const json = JSON.parse(JSON.stringify(model)) as Record<string, unknown>;
  const [{ weights: weightSpecs }] = json['weightsManifest'] as [{ weights: tf.io.WeightsManifestEntry[] }];
  const modelTopology = json['modelTopology'] as object;
  return loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData: weights.slice().buffer }));
}

function answersOf(model: LayersModel, shape: number[]): number[] {
  const rows = Float32Array.from({ length: ROWS * 6 }, (_, k) => columns[k % 6][1][Math.floor(k / 6)]);
  return [...(model.predict(tf.tensor(rows, [ROWS, ...shape])) as tf.Tensor).dataSync()];
}

function distance(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(...Array.from(actual, (value, i) => Math.abs(value - expected[i])));
}

describe('a LayersModel that TensorFlow.js loads', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('predicts like the classifier, dropout and batch norm included', async () => {
    const params = { layers: [8, 5], epochs: 5, dropout: 0.2, batchNorm: true, batchSize: 16 };
    const fitted = denseNetworkClassifier(params).fit(X, y);
    expect(distance(answersOf(await loaded(fitted), [6]), fitted.predictProba(X))).toBeLessThan(1e-5);
  });

  it('predicts like the regressor, on the scale it was learned on', async () => {
    const target = columns[2][1].map(value => 100 + 10 * value);
    const fitted = denseNetworkRegressor({ epochs: 3, activation: 'tanh' }).fit(X, target);
    const { unit } = fitted.toState().values as { unit: { mean: number; deviation: number } };
    const theirs = answersOf(await loaded(fitted), [6]).map(value => value * unit.deviation + unit.mean);
    expect(distance(theirs, fitted.predict(X))).toBeLessThan(1e-3);
  });

  it('predicts like the sequence network, whether steps are pooled or flattened', async () => {
    for (const pooling of ['max', 'average', 'none'] as const) {
      const convolutions = [
        { filters: 5, width: 2 },
        { filters: 6, width: 2, padding: 'valid' as const },
      ];
      const fitted = sequenceNetwork({
        convolutions,
        pooling,
        layers: [4],
        epochs: 3,
        activation: 'sigmoid',
        batchNorm: true,
      }).fit(X, y);
      // oxlint-disable-next-line no-await-in-loop -- one backend
      expect(distance(answersOf(await loaded(fitted), [3, 2]), fitted.predictProba(X))).toBeLessThan(1e-5);
    }
  });

  it('repeats rows like the autoencoder', async () => {
    const fitted = autoencoder({ encoder: [7, 3], epochs: 3, dropout: 0.2, batchNorm: true }).fit(X, y);
    const repeated = answersOf(await loaded(fitted), [6]);
    const errors = Array.from({ length: ROWS }, (_, i) =>
      columns.reduce((sum, [, values], j) => sum + (repeated[i * 6 + j] - values[i]) ** 2 / 6, 0),
    );
    expect(distance(errors, fitted.anomalyScore(X))).toBeLessThan(1e-4);
  });
});
