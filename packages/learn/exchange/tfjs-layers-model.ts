import type { FittedNetwork } from '../neural/network-model.ts';
import { type LayerPlan, planLayers, type RowShape } from '../neural/network/layer-spec.ts';
import { NORM_EPSILON, NORM_MOMENTUM } from '../neural/network/layers/batch-norm-layer.ts';
import type { Json } from '../protocol/state.ts';

/** The two files of a model of TensorFlow.js. */
export interface TfjsLayersModel {
  /** `model.json` */
  readonly model: { readonly [key: string]: Json };
  /** `weights.bin`, which `model.json` names; little-endian float32. */
  readonly weights: Uint8Array;
}

/**
 * A fitted network as a LayersModel of TensorFlow.js: what `tf.loadLayersModel` reads. Its input is a row of the
 * network's inputs in their order, of a sequence network steps × channels; its output is the probability of class 1 of
 * a classifier, the repeated inputs of an autoencoder, and of a regressor the number on the scale it was learned on
 * (mean 0, deviation 1: `unit` in its state).
 */
export function exportTfjsLayersModel(fitted: FittedNetwork): TfjsLayersModel {
  const { network } = fitted;
  const { shape, layers } = network.spec;
  const isSequence = layers.some(({ kind }) => kind === 'convolution');
  const written = planLayers(shape, layers).flatMap(writtenLayer);
  const output = 'predictProba' in fitted ? [activationLayer('probability', 'sigmoid')] : [];
  const chain = [inputLayer(shape, isSequence), ...written.map(({ layer }) => layer), ...output];
  const config = { name: 'rikuy', layers: chain };
  return {
    model: {
      format: 'layers-model',
      generatedBy: 'Rikuy',
      convertedBy: null,
      modelTopology: {
        keras_version: '2.1.6',
        backend: 'tensor_flow.js',
        model_config: { class_name: 'Sequential', config },
      },
      weightsManifest: [{ paths: ['weights.bin'], weights: written.flatMap(({ weights }) => weights) }],
    },
    weights: littleEndian(network.weights),
  };
}

interface WrittenLayer {
  readonly layer: Json;
  readonly weights: readonly Json[];
}

function writtenLayer(plan: LayerPlan, place: number): WrittenLayer[] {
  const name = `${plan.spec.kind.replace('-', '_')}_${place + 1}`;
  const weights = plan.weights.map(weight => ({
    name: `${name}/${weight.name}`,
    shape: [...weight.shape],
    dtype: 'float32',
  }));
  const own = { layer: kerasLayer(name, plan), weights };
  const mustFlatten = plan.spec.kind === 'dense' && plan.input.steps > 1;
  return mustFlatten ? [{ layer: keras('Flatten', { name: `flatten_${place + 1}` }), weights: [] }, own] : [own];
}

function kerasLayer(name: string, { spec }: LayerPlan): Json {
  switch (spec.kind) {
    case 'dense':
      return keras('Dense', { name, units: spec.units, activation: 'linear', use_bias: true });
    case 'convolution': {
      const { filters, width, padding } = spec;
      const steps = { kernel_size: [width], strides: [1], dilation_rate: [1], padding, data_format: 'channels_last' };
      return keras('Conv1D', { name, filters, ...steps, activation: 'linear', use_bias: true });
    }
    case 'activation':
      return activationLayer(name, spec.activation);
    case 'batch-norm':
      return keras('BatchNormalization', {
        name,
        axis: -1,
        momentum: NORM_MOMENTUM,
        epsilon: NORM_EPSILON,
        center: true,
        scale: true,
      });
    case 'dropout':
      return keras('Dropout', { name, rate: spec.rate });
    case 'pool':
      return keras(spec.by === 'max' ? 'GlobalMaxPooling1D' : 'GlobalAveragePooling1D', { name });
  }
}

function activationLayer(name: string, activation: string): Json {
  return keras('Activation', { name, activation });
}

function inputLayer({ steps, channels }: RowShape, isSequence: boolean): Json {
  const row = isSequence ? [steps, channels] : [channels];
  return keras('InputLayer', { name: 'inputs', batch_input_shape: [null, ...row], dtype: 'float32', sparse: false });
}

function keras(className: string, config: { readonly [key: string]: Json }): Json {
  return { class_name: className, config };
}

function littleEndian(weights: readonly Float32Array[]): Uint8Array {
  const count = weights.reduce((sum, { length }) => sum + length, 0);
  const view = new DataView(new ArrayBuffer(count * 4));
  let at = 0;
  for (const each of weights) for (const value of each) view.setFloat32(4 * at++, value, true);
  return new Uint8Array(view.buffer);
}
