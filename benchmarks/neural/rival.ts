import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { layers, sequential, type Sequential } from '@tensorflow/tfjs-layers';

export type Backend = 'cpu' | 'wasm';

export interface Training {
  readonly values: Float32Array;
  readonly width: number;
  /** Units of all layers behind the input. */
  readonly units: readonly number[];
  readonly epochs: number;
  readonly batchSize: number;
}

export interface Trained {
  readonly seconds: number;
  /** Mean squared error in the last epoch. */
  readonly loss: number;
}

/** The same network in TensorFlow.js: ReLU, squared error, Adam, shuffled batches. The first batch is not timed. */
export async function trainTensorflow(backend: Backend, training: Training): Promise<Trained> {
  const { values, width, epochs, batchSize } = training;
  await startBackend(backend);
  const model = autoencoder(training);
  const rows = tf.tensor2d(values, [values.length / width, width]);
  const first = tf.slice(rows, [0, 0], [batchSize, width]);
  await model.fit(first, first, { epochs: 1, batchSize, verbose: 0 });
  const start = performance.now();
  const { history } = await model.fit(rows, rows, { epochs, batchSize, shuffle: true, verbose: 0 });
  const seconds = (performance.now() - start) / 1000;
  tf.dispose([rows, first]);
  model.dispose();
  return { seconds, loss: Number(history['loss'].at(-1)) };
}

async function startBackend(backend: Backend): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
  if (backend === 'wasm') setWasmPaths(join(folder, '/'));
  await tf.setBackend(backend);
  await tf.ready();
}

function autoencoder({ width, units }: Training): Sequential {
  const model = sequential();
  units.forEach((each, k) => {
    const activation = k < units.length - 1 ? 'relu' : 'linear';
    model.add(layers.dense({ units: each, activation, ...(k === 0 && { inputShape: [width] }) }));
  });
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'meanSquaredError' });
  return model;
}
