import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as layersOfTf from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../random/random.ts';
import { withKernels } from '../kernels/kernel-memory.ts';
import { distance } from './distance.fixture.ts';
import type { Pass } from './layer.ts';
import { type LayerSpec, planLayers, type RowShape } from './layer-spec.ts';
import { Network } from './network.ts';
import { startWeights } from './start-weights.ts';
import { writeRows } from './rows.ts';

/** What a network gives for rows, and its gradients where the loss is Σ output · direction. */
interface Run {
  readonly output: Float32Array;
  readonly inputGradient: Float32Array;
  readonly gradients: readonly (Float32Array | undefined)[];
  readonly weights: readonly Float32Array[];
}

interface Case {
  readonly shape: RowShape;
  readonly layers: readonly LayerSpec[];
  readonly rows: number;
  readonly pass: Pass;
}

const learn: Pass = { kind: 'learn', seed: 5 };
const dense = (units: number): LayerSpec => ({ kind: 'dense', units });
const convolution = (filters: number, width: number, padding: 'valid' | 'same'): LayerSpec => ({
  kind: 'convolution',
  filters,
  width,
  padding,
});
const activation = (name: 'relu' | 'sigmoid' | 'tanh'): LayerSpec => ({ kind: 'activation', activation: name });

const cases: readonly (readonly [string, Omit<Case, 'pass'>])[] = [
  ['dense', { shape: { steps: 1, channels: 7 }, layers: [dense(5)], rows: 6 }],
  ['dense in blocks of every size', { shape: { steps: 1, channels: 9 }, layers: [dense(20)], rows: 11 }],
  ['dense over steps', { shape: { steps: 3, channels: 5 }, layers: [dense(6)], rows: 5 }],
  ['relu', { shape: { steps: 1, channels: 6 }, layers: [activation('relu')], rows: 4 }],
  ['sigmoid', { shape: { steps: 1, channels: 6 }, layers: [activation('sigmoid')], rows: 4 }],
  ['tanh', { shape: { steps: 1, channels: 6 }, layers: [activation('tanh')], rows: 4 }],
  ['batch norm', { shape: { steps: 1, channels: 5 }, layers: [{ kind: 'batch-norm' }], rows: 9 }],
  ['batch norm over steps', { shape: { steps: 4, channels: 3 }, layers: [{ kind: 'batch-norm' }], rows: 5 }],
  ['convolution, valid', { shape: { steps: 8, channels: 3 }, layers: [convolution(5, 3, 'valid')], rows: 4 }],
  ['convolution, same', { shape: { steps: 6, channels: 5 }, layers: [convolution(4, 4, 'same')], rows: 3 }],
  ['greatest over steps', { shape: { steps: 5, channels: 6 }, layers: [{ kind: 'pool', by: 'max' }], rows: 4 }],
  ['mean over steps', { shape: { steps: 5, channels: 6 }, layers: [{ kind: 'pool', by: 'average' }], rows: 4 }],
  [
    'a whole dense network',
    {
      shape: { steps: 1, channels: 10 },
      layers: [dense(9), { kind: 'batch-norm' }, activation('relu'), dense(6), activation('tanh'), dense(1)],
      rows: 13,
    },
  ],
  [
    'a whole convolutional network',
    {
      shape: { steps: 9, channels: 3 },
      layers: [
        convolution(6, 3, 'same'),
        activation('sigmoid'),
        convolution(5, 2, 'valid'),
        activation('relu'),
        { kind: 'pool', by: 'max' },
        dense(1),
      ],
      rows: 7,
    },
  ],
];

describe.each(cases)('%s', (_, network) => {
  beforeAll(() => tf.setBackend('cpu'));

  it('gives the output and all gradients of TensorFlow.js while learning', () => {
    const one: Case = { ...network, pass: learn };
    const ours = run(one);
    const theirs = runTensorflow(one);
    expect(distance(ours.output, theirs.output)).toBeLessThan(2e-5);
    expect(distance(ours.inputGradient, theirs.inputGradient)).toBeLessThan(2e-5);
    const none = new Float32Array();
    const distances = ours.gradients.map((gradient, k) => distance(gradient ?? none, theirs.gradients[k] ?? none));
    expect(Math.max(0, ...distances)).toBeLessThan(2e-5);
  });

  it('gives the output of TensorFlow.js when answering', () => {
    const one: Case = { ...network, pass: { kind: 'answer' } };
    expect(distance(run(one).output, runTensorflow(one).output)).toBeLessThan(2e-5);
  });

  it('has the gradients that finite differences give', () => {
    const one: Case = { ...network, pass: learn };
    const { inputGradient } = run(one);
    const values = valuesOf(one);
    const step = 2 ** -7;
    for (const at of [0, 3, values.length - 1]) {
      const difference = lossAt(one, values, { at, by: step }) - lossAt(one, values, { at, by: -step });
      expect(Math.abs(difference / (2 * step) - inputGradient[at])).toBeLessThan(0.02);
    }
  });
});

describe('dropout', () => {
  const spec = { shape: { steps: 1, channels: 100 }, layers: [{ kind: 'dropout', rate: 0.3 } as const], rows: 50 };

  it('drops the stated share, keeps the mean, and sends gradients the same way', () => {
    const { output, inputGradient } = run({ ...spec, pass: learn });
    const values = valuesOf({ ...spec, pass: learn });
    const direction = directionOf(output.length);
    const dropped = output.filter(value => value === 0).length / output.length;
    expect(dropped).toBeCloseTo(0.3, 1);
    output.forEach((value, i) => {
      expect(value === 0 || Math.abs(value - values[i] / 0.7) < 1e-5).toBe(true);
      expect(Math.abs(inputGradient[i] - (value === 0 ? 0 : direction[i] / 0.7))).toBeLessThan(1e-5);
    });
  });

  it('drops other places for another seed, and none when answering', () => {
    const other = run({ ...spec, pass: { kind: 'learn', seed: 6 } }).output;
    expect(other).not.toEqual(run({ ...spec, pass: learn }).output);
    expect(run({ ...spec, pass: { kind: 'answer' } }).output).toEqual(valuesOf({ ...spec, pass: learn }));
  });
});

describe('a convolution', () => {
  it('wider than its rows is refused with what to do', () => {
    expect(() => planLayers({ steps: 2, channels: 1 }, [convolution(1, 3, 'valid')])).toThrow(
      /over 3 steps needs at least as many; here there are 2. Use a smaller `width`, or `padding` as "same"/,
    );
  });
});

function run(one: Case, values = valuesOf(one)): Run {
  return withKernels(memory => {
    const network = new Network(one, { memory, mostRows: one.rows, learns: true, inputGradient: true });
    const { input, output } = network;
    network.writeWeights(weightsOf(one));
    writeRows(memory, { values, count: one.rows }, { shape: input, address: input.value, first: 0 });
    network.forward(one.rows, one.pass);
    const width = output.steps * output.channels;
    const found = unpadded(memory.floats(output.value, one.rows * output.rowFloats), output);
    if (one.pass.kind === 'answer') return { output: found, inputGradient: found, gradients: [], weights: [] };
    const direction = { values: directionOf(one.rows * width), count: one.rows };
    writeRows(memory, direction, { shape: output, address: output.gradient, first: 0 });
    network.backward(one.rows, one.pass);
    return {
      output: found,
      inputGradient: unpadded(memory.floats(input.gradient, one.rows * input.rowFloats), input),
      gradients: network.parameters.map(each => (each.gradient ? each.readGradient() : undefined)),
      weights: network.readWeights(),
    };
  });
}

function runTensorflow(one: Case): Omit<Run, 'weights'> {
  const model = tensorflowModel(one);
  const inShape =
    one.shape.steps > 1 || one.layers[0].kind === 'convolution'
      ? [one.shape.steps, one.shape.channels]
      : [one.shape.channels];
  const x = tf.tensor(valuesOf(one), [one.rows, ...inShape]);
  const training = one.pass.kind === 'learn';
  const apply = (rows: tf.Tensor): tf.Tensor => model.apply(rows, { training }) as tf.Tensor;
  const y = apply(x);
  if (!training) return { output: y.dataSync() as Float32Array, inputGradient: new Float32Array(), gradients: [] };
  const direction = tf.tensor(directionOf(y.size), y.shape);
  const loss = (rows: tf.Tensor): tf.Scalar => tf.sum(tf.mul(apply(rows), direction));
  const inputGradient = tf.grad(loss)(x).dataSync() as Float32Array;
  const learned = model.trainableWeights.map(weight => weight.read() as tf.Variable);
  const byName = learned.length > 0 ? tf.variableGrads(() => loss(x), learned).grads : {};
  const trainable = new Map(
    model.trainableWeights.map(weight => [weight.name, byName[(weight.read() as tf.Variable).name]]),
  );
  const gradients = model.weights.map(weight => trainable.get(weight.name)?.dataSync() as Float32Array | undefined);
  return { output: y.dataSync() as Float32Array, inputGradient, gradients: inOurOrder(model, gradients) };
}

/** TensorFlow lists a model's trainable weights first; ours go layer by layer. */
function inOurOrder<T>(model: layersOfTf.Sequential, values: readonly T[]): T[] {
  const names = model.weights.map(({ name }) => name);
  return model.layers.flatMap(layer => layer.weights.map(({ name }) => values[names.indexOf(name)]));
}

function tensorflowModel({ shape, layers, ...rest }: Case): layersOfTf.Sequential {
  const isSequence = shape.steps > 1 || layers[0].kind === 'convolution';
  const inputShape = isSequence ? [shape.steps, shape.channels] : [shape.channels];
  const model = layersOfTf.sequential();
  model.add(layersOfTf.layers.inputLayer({ inputShape }));
  for (const { spec, input } of planLayers(shape, layers)) {
    if (spec.kind === 'dense' && input.steps > 1) model.add(layersOfTf.layers.flatten());
    model.add(tensorflowLayer(spec));
  }
  const weights = weightsOf({ shape, layers, ...rest });
  let next = 0;
  for (const layer of model.layers) {
    layer.setWeights(layer.weights.map(weight => tf.tensor(weights[next++], weight.shape as number[])));
  }
  return model;
}

function tensorflowLayer(spec: LayerSpec): Parameters<layersOfTf.Sequential['add']>[0] {
  const { layers } = layersOfTf;
  switch (spec.kind) {
    case 'dense':
      return layers.dense({ units: spec.units });
    case 'convolution':
      return layers.conv1d({ filters: spec.filters, kernelSize: spec.width, padding: spec.padding });
    case 'activation':
      return layers.activation({ activation: spec.activation });
    case 'batch-norm':
      return layers.batchNormalization({ momentum: 0.9 });
    case 'dropout':
      return layers.dropout({ rate: spec.rate });
    case 'pool':
      return spec.by === 'max' ? layers.globalMaxPooling1d({}) : layers.globalAveragePooling1d({});
  }
}

/** Weights off the places where everything is 0 or 1. */
function weightsOf({ shape, layers }: Pick<Case, 'shape' | 'layers'>): Float32Array[] {
  const random = seeded(3);
  return startWeights({ shape, layers }, random).map(values => values.map(value => value + 0.3 * random.next()));
}

function valuesOf({ shape, rows }: Case): Float32Array {
  const random = seeded(11);
  return Float32Array.from({ length: rows * shape.steps * shape.channels }, () => random.normal());
}

function directionOf(length: number): Float32Array {
  const random = seeded(12);
  return Float32Array.from({ length }, () => random.normal());
}

function lossAt(one: Case, values: Float32Array, { at, by }: { at: number; by: number }): number {
  const moved = values.map((value, i) => (i === at ? value + by : value));
  const { output } = run(one, moved);
  const direction = directionOf(output.length);
  return output.reduce((sum, value, i) => sum + value * direction[i], 0);
}

function unpadded(padded: Float32Array, { channels, stride }: { channels: number; stride: number }): Float32Array {
  return padded.filter((_, i) => i % stride < channels);
}
