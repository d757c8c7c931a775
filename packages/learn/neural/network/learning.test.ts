import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-layers'; // registers the gradients
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../random/random.ts';
import { withKernels } from '../kernels/kernel-memory.ts';
import { Adam } from './adam.ts';
import { distance } from './distance.fixture.ts';
import { logisticLoss, type Loss, squaredError } from './loss.ts';
import { parameter } from './parameter.ts';
import { writeRows } from './rows.ts';
import { signal } from './signal.ts';

beforeAll(() => tf.setBackend('cpu'));

describe('Adam', () => {
  it('takes the steps of TensorFlow.js', () => {
    const start = Float32Array.from({ length: 5 }, (_, i) => i - 2);
    const slopes = (step: number): Float32Array => start.map((_, i) => Math.sin(step * 5 + i));
    const theirs = tf.variable(tf.tensor1d(start), true, 'p');
    const optimizer = tf.train.adam(0.1, 0.9, 0.999, 1e-7);
    for (let step = 0; step < 10; step++) optimizer.applyGradients([{ name: 'p', tensor: tf.tensor1d(slopes(step)) }]);
    const ours = withKernels(memory => {
      const shape = { blocks: 1, rows: 1, paddedRows: 1, columns: 5 };
      const one = parameter(memory, shape, { isLearned: true, isPenalised: true });
      const adam = new Adam(memory, [one], { learningRate: 0.1, l2: 0 });
      one.write(start);
      for (let step = 0; step < 10; step++) {
        memory.floats(one.gradient, 5).set(slopes(step));
        adam.step(1);
      }
      return one.read();
    });
    expect(distance(ours, theirs.dataSync() as Float32Array)).toBeLessThan(1e-5);
  });
});

describe('a loss', () => {
  const rows = 6;
  const weights = Float32Array.of(1, 2, 0.5, 1, 0, 3);

  it('of squared error has the value and the gradient of TensorFlow.js', () => {
    const [outputs, targets] = [normals(rows * 3, 1), normals(rows * 3, 2)];
    const loss = (y: tf.Tensor): tf.Scalar =>
      tf.mean(tf.mul(tf.mean(tf.squaredDifference(y, tf.tensor2d(targets, [rows, 3])), 1), tf.tensor1d(weights)));
    const theirs = valueAndGradient(loss, tf.tensor2d(outputs, [rows, 3]));
    const ours = measure(squaredError, { outputs, targets, width: 3 });
    expect(ours.sum / rows).toBeCloseTo(theirs.value, 5);
    expect(distance(ours.gradient, theirs.gradient)).toBeLessThan(1e-5);
    expect(sumOfRows(squaredError, { outputs, targets, width: 3 })).toBeCloseTo(ours.sum, 4);
  });

  it('of log-odds has the value and the gradient of TensorFlow.js, far out, too', () => {
    const outputs = Float32Array.of(0, -2, 3, 30, -50, 120);
    const targets = Float32Array.of(1, 1, 0, 0, 0, 1);
    const loss = (y: tf.Tensor): tf.Scalar =>
      tf.mean(tf.mul(logLoss(tf.reshape(y, [rows]), tf.tensor1d(targets)), tf.tensor1d(weights)));
    const theirs = valueAndGradient(loss, tf.tensor2d(outputs, [rows, 1]));
    const ours = measure(logisticLoss, { outputs, targets, width: 1 });
    expect(ours.sum / rows).toBeCloseTo(theirs.value, 5);
    expect(distance(ours.gradient, theirs.gradient)).toBeLessThan(1e-5);
    expect(sumOfRows(logisticLoss, { outputs, targets, width: 1 })).toBeCloseTo(ours.sum, 5);
  });

  interface Measured {
    readonly outputs: Float32Array;
    readonly targets: Float32Array;
    readonly width: number;
  }

  function measure(loss: Loss, { outputs, targets, width }: Measured): { sum: number; gradient: Float32Array } {
    return withKernels(memory => {
      const output = signal(memory, { steps: 1, channels: width }, { mostRows: rows, gradient: true });
      const target = memory.reserve(rows * output.stride);
      const each = memory.reserve(rows);
      writeRows(memory, { values: outputs, count: rows }, { shape: output, address: output.value, first: 0 });
      writeRows(memory, { values: targets, count: rows }, { shape: output, address: target, first: 0 });
      memory.floats(each, rows).set(weights);
      const sum = loss.measureBatch(memory, { output, target, weights: each, rows });
      const padded = memory.floats(output.gradient, rows * output.stride);
      return { sum, gradient: padded.filter((_, i) => i % output.stride < width) };
    });
  }

  function sumOfRows(loss: Loss, { outputs, targets, width }: Measured): number {
    return weights.reduce(
      (sum, weight, i) => sum + weight * loss.ofRow(outputs, targets, { first: i * width, width }),
      0,
    );
  }
});

function valueAndGradient(
  loss: (y: tf.Tensor) => tf.Scalar,
  at: tf.Tensor,
): { readonly value: number; readonly gradient: Float32Array } {
  const { value, grad } = tf.valueAndGrad(loss)(at);
  return { value: value.dataSync()[0], gradient: grad.dataSync() as Float32Array };
}

/** As TensorFlow writes it: max(x, 0) − x z + log(1 + e^−|x|). */
function logLoss(odds: tf.Tensor, classes: tf.Tensor): tf.Tensor {
  return tf.add(tf.sub(tf.relu(odds), tf.mul(odds, classes)), tf.log1p(tf.exp(tf.neg(tf.abs(odds)))));
}

function normals(length: number, seed: number): Float32Array {
  const random = seeded(seed);
  return Float32Array.from({ length }, () => random.normal());
}
