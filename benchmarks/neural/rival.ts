import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { layers, sequential, type Sequential } from '@tensorflow/tfjs-layers';

export type Backend = 'cpu' | 'wasm';

/** The networks of the contest; all train by Adam with ReLU between layers. */
export type NetworkKind = 'autoencoder' | 'dense' | 'convolution';

export interface Training {
  readonly kind: NetworkKind;
  /** Rows one behind the other. */
  readonly values: Float32Array;
  readonly width: number;
  /** 0 or 1 for each row; an autoencoder repeats its rows instead. */
  readonly labels: Float32Array;
  readonly epochs: number;
  readonly batchSize: number;
}

export interface Trained {
  readonly seconds: number;
  /** Of the last epoch: squared error of an autoencoder, log loss of the others. */
  readonly loss: number;
}

/** Steps of a row of the convolutional network; the rest of its width are channels. */
export const STEPS = 10;

/** The same network in TensorFlow.js, shuffled batches. The first batch is not timed. */
export async function trainTensorflow(backend: Backend, training: Training): Promise<Trained> {
  const { kind, values, width, labels, epochs, batchSize } = training;
  await startBackend(backend);
  const model = modelOf(training);
  const rowShape = kind === 'convolution' ? [STEPS, width / STEPS] : [width];
  const rows = tf.tensor(values, [labels.length, ...rowShape]);
  const targets = kind === 'autoencoder' ? rows : tf.tensor2d(labels, [labels.length, 1]);
  const first = (all: tf.Tensor): tf.Tensor => tf.slice(all, 0, batchSize);
  await model.fit(first(rows), first(targets), { epochs: 1, batchSize, verbose: 0 });
  const start = performance.now();
  const { history } = await model.fit(rows, targets, { epochs, batchSize, shuffle: true, verbose: 0 });
  const seconds = (performance.now() - start) / 1000;
  tf.disposeVariables();
  tf.dispose([rows, targets]);
  return { seconds, loss: Number(history['loss'].at(-1)) };
}

async function startBackend(backend: Backend): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
  if (backend === 'wasm') setWasmPaths(join(folder, '/'));
  await tf.setBackend(backend);
  await tf.ready();
}

function modelOf({ kind, width }: Training): Sequential {
  const model = sequential();
  if (kind === 'convolution') addConvolutions(model, width);
  const units = { autoencoder: [16, 8, 16], dense: [64, 32], convolution: [32] }[kind];
  units.forEach((each, k) => {
    const isFirst = k === 0 && kind !== 'convolution';
    model.add(layers.dense({ units: each, activation: 'relu', ...(isFirst && { inputShape: [width] }) }));
  });
  const isClassifier = kind !== 'autoencoder';
  model.add(layers.dense({ units: isClassifier ? 1 : width, activation: isClassifier ? 'sigmoid' : 'linear' }));
  model.compile({
    optimizer: tf.train.adam(0.001),
    loss: isClassifier ? 'binaryCrossentropy' : 'meanSquaredError',
  });
  return model;
}

function addConvolutions(model: Sequential, width: number): void {
  const each = { filters: 32, kernelSize: 3, padding: 'same', activation: 'relu' } as const;
  model.add(layers.conv1d({ ...each, inputShape: [STEPS, width / STEPS] }));
  model.add(layers.conv1d(each));
  model.add(layers.globalMaxPooling1d({}));
}
