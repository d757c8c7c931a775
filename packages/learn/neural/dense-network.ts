import { z } from 'zod';
import { weightedDeviation, weightedMean } from '../math/weighted.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { FittedClassifier, FittedRegressor, InputColumn } from '../protocol/estimator.ts';
import { inputsOf } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { sigmoid } from '../linear/logistic-loss.ts';
import { fitNetwork, hiddenParams, trainingParams } from './fit-network.ts';
import { type HiddenLayers, hiddenLayers } from './hidden-layers.ts';
import type { LayerSpec } from './network/layer-spec.ts';
import { logisticLoss, squaredError } from './network/loss.ts';
import type { NetworkSpec } from './network/network.ts';
import { type FittedNetwork, type NetworkModel, networkState, outputsFor, readNetworkModel } from './network-model.ts';

const common = {
  layers: z.array(z.int().min(1).max(65_536)).default([64, 32]).describe('Units of the hidden layers, first to last.'),
  ...hiddenParams,
  ...trainingParams,
};
const classifierParams = z.strictObject({
  ...common,
  scalePositive: z.number().gt(0).default(1).describe('Factor on the weights of class 1.'),
});
const regressorParams = z.strictObject(common);

export interface FittedNetworkClassifier extends FittedClassifier, FittedNetwork {}
export interface FittedNetworkRegressor extends FittedRegressor, FittedNetwork {}

/**
 * A network of dense layers for two classes, by log loss and Adam (Kingma and Ba, "Adam: A Method for Stochastic
 * Optimization", 2015); 64-32-1 unless told otherwise. Inputs are numbers without gaps on a common scale: put `impute`, `scale` and `oneHot` before it in a pipeline.
 * @example denseNetworkClassifier({ layers: [64, 32], dropout: 0.3 }).fit(X, y).predictProba(Z)
 */
export const denseNetworkClassifier = defineEstimator<typeof classifierParams, FittedNetworkClassifier>({
  kind: 'dense-network-classifier',
  role: 'classifier',
  params: classifierParams,
  fit: (params, X, y, options) => {
    const inputs = inputsOf(X);
    const problem = { kind: 'dense-network-classifier', inputs, spec: denseSpec(inputs, params), loss: logisticLoss };
    const rowFactor = (label: number): number => (label === 1 ? params.scalePositive : 1);
    return fittedNetworkClassifier(
      fitNetwork({ ...problem, target: requireClass, rowFactor }, { X, y }, { params, options }),
    );
  },
  fromState: state => fittedNetworkClassifier(readNetworkModel(state, 'dense-network-classifier')),
});

/**
 * A network of dense layers for a number, by squared error and Adam (Kingma and Ba, "Adam: A Method for Stochastic
 * Optimization", 2015). It learns `y` on a scale of its own (mean 0, deviation 1), so `learningRate` does not depend on the unit.
 */
export const denseNetworkRegressor = defineEstimator<typeof regressorParams, FittedNetworkRegressor>({
  kind: 'dense-network-regressor',
  role: 'regressor',
  params: regressorParams,
  fit: (params, X, y, options) => {
    const inputs = inputsOf(X);
    const counted = countedRows(X, y, options);
    const unit = unitOf({ values: counted.y, weights: counted.weights });
    const problem = { kind: 'dense-network-regressor', inputs, spec: denseSpec(inputs, params), loss: squaredError };
    const target = (value: number): number => (value - unit.mean) / unit.deviation;
    return fittedNetworkRegressor(fitNetwork({ ...problem, target }, { X, y }, { params, options }), unit);
  },
  fromState: state => {
    const model = readNetworkModel(state, 'dense-network-regressor');
    const { unit } = readValues(state, model.kind, z.object({ unit: targetUnit }));
    return fittedNetworkRegressor(model, unit);
  },
});

/** Gives log-odds as probabilities; shared by all networks for two classes. */
export function fittedNetworkClassifier(network: NetworkModel): FittedNetworkClassifier {
  return {
    kind: network.kind,
    inputs: network.inputs,
    network,
    predictProba: X => Float64Array.from(outputsFor(network, X), sigmoid),
    toState: () => networkState(network),
  };
}

/** @throws LearnError `invalid-data` for what is neither class */
export function requireClass(label: number): number {
  if (label === 0 || label === 1) return label;
  throw new LearnError(
    'invalid-data',
    `\`y\` must be 0 or 1 for a classifier; got ${label}. Leave unlabelled rows out.`,
  );
}

const targetUnit = z.object({ mean: z.number(), deviation: z.number() });
type TargetUnit = z.output<typeof targetUnit>;

function unitOf(y: { values: Float64Array; weights: Float64Array }): TargetUnit {
  if (!y.values.every(Number.isFinite)) {
    throw new LearnError('invalid-data', '`y` must be finite numbers for a regressor. Leave rows without one out.');
  }
  return { mean: weightedMean(y), deviation: weightedDeviation(y) || 1 };
}

function fittedNetworkRegressor(network: NetworkModel, unit: TargetUnit): FittedNetworkRegressor {
  return {
    kind: network.kind,
    inputs: network.inputs,
    network,
    predict: X => Float64Array.from(outputsFor(network, X), value => value * unit.deviation + unit.mean),
    toState: () => networkState(network, { unit: { ...unit } }),
  };
}

function denseSpec(inputs: readonly InputColumn[], params: HiddenLayers & { layers: readonly number[] }): NetworkSpec {
  const output: LayerSpec = { kind: 'dense', units: 1 };
  return { shape: rowOf(inputs), layers: [...hiddenLayers(params.layers, params), output] };
}

function rowOf(inputs: readonly InputColumn[]): NetworkSpec['shape'] {
  if (inputs.length > 0) return { steps: 1, channels: inputs.length };
  throw new LearnError('invalid-data', '`X` must have at least one column of numbers; got none.');
}
