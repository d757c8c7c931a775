import { z } from 'zod';
import { weightedQuantiles } from '../math/weighted.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { Explainable, FittedDetector, InputColumn } from '../protocol/estimator.ts';
import { inputsOf, selectInputs } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import type { Table } from '../table/table.ts';
import { fitNetwork, hiddenParams, trainingParams } from './fit-network.ts';
import { hiddenLayers } from './hidden-layers.ts';
import { answer } from './network/answer.ts';
import { squaredError } from './network/loss.ts';
import type { NetworkSpec } from './network/network.ts';
import { networkRows } from './network-inputs.ts';
import { type FittedNetwork, type NetworkModel, networkState, readNetworkModel } from './network-model.ts';

const params = z.strictObject({
  encoder: z
    .array(z.int().min(1).max(65_536))
    .min(1)
    .default([100, 20])
    .describe('Units of the hidden layers up to the narrowest; those behind it mirror them.'),
  quantile: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.95)
    .describe('Share of the training rows whose error is at most `threshold`.'),
  ...hiddenParams,
  ...trainingParams,
});
type Params = z.output<typeof params>;

/**
 * Its anomaly score is the mean over the inputs of the squared error of reconstruction; its attributions, on the scale
 * `value`, are each input's share of that and sum to the score from base 0.
 */
export interface FittedAutoencoder extends FittedDetector, Explainable, FittedNetwork {
  /** The error that the stated quantile of the training rows does not exceed; above it a row is anomalous. */
  readonly threshold: number;
}

const KIND = 'autoencoder';

/**
 * An autoencoder: a network that learns to repeat its inputs through a narrow layer, and does so badly for rows unlike
 * those it was trained on (Hinton and Salakhutdinov, "Reducing the Dimensionality of Data with Neural Networks",
 * 2006). `y` is ignored. Inputs are numbers without gaps on a common scale: put `impute`, `scale` and
 * `oneHot` before it in a pipeline. With the default `encoder` and 15 inputs its layers are 15-100-20-100-15.
 * @example autoencoder({ encoder: [16, 8] }).fit(X, y).anomalyScore(Z)
 */
export const autoencoder = defineEstimator<typeof params, FittedAutoencoder>({
  kind: KIND,
  role: 'detector',
  params,
  fit: (chosen, X, y, options) => {
    const inputs = inputsOf(X);
    const problem = { kind: KIND, inputs, spec: mirrored(inputs, chosen), loss: squaredError };
    const network = fitNetwork(problem, { X, y }, { params: chosen, options });
    const counted = countedRows(X, y, options);
    const values = meanErrors(errorsOf(network, counted.X), inputs.length);
    const [threshold] = weightedQuantiles({ values, weights: counted.weights }, [chosen.quantile]);
    return fittedAutoencoder(network, threshold);
  },
  fromState: state => {
    const network = readNetworkModel(state, KIND);
    return fittedAutoencoder(network, readValues(state, KIND, z.object({ threshold: z.number() })).threshold);
  },
});

function mirrored(inputs: readonly InputColumn[], chosen: Params): NetworkSpec {
  if (inputs.length === 0)
    throw new LearnError('invalid-data', '`X` must have at least one column of numbers; got none.');
  const units = [...chosen.encoder, ...chosen.encoder.slice(0, -1).toReversed()];
  const output = { kind: 'dense' as const, units: inputs.length };
  return { shape: { steps: 1, channels: inputs.length }, layers: [...hiddenLayers(units, chosen), output] };
}

function fittedAutoencoder(network: NetworkModel, threshold: number): FittedAutoencoder {
  const { inputs } = network;
  return {
    kind: KIND,
    inputs,
    network,
    threshold,
    anomalyScore: X => meanErrors(errorsOf(network, X), inputs.length),
    explain: X => ({
      inputs: inputs.map(({ name }) => name),
      base: 0,
      values: errorsOf(network, X).map(error => error / inputs.length),
      scale: 'value',
    }),
    toState: () => networkState(network, { threshold }),
  };
}

/** Squared error of each input of each row. */
function errorsOf({ inputs, spec, weights }: NetworkModel, X: Table): Float64Array {
  const rows = networkRows(selectInputs(X, inputs), inputs);
  const repeated = answer(spec, weights, rows);
  const errors = new Float64Array(repeated.length);
  for (let k = 0; k < errors.length; k++) errors[k] = (repeated[k] - rows.values[k]) ** 2;
  return errors;
}

function meanErrors(errors: Float64Array, width: number): Float64Array {
  const means = new Float64Array(errors.length / width);
  for (let i = 0; i < means.length; i++) {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += errors[i * width + j];
    means[i] = sum / width;
  }
  return means;
}
