import { z } from 'zod';
import type { FitOptions, InputColumn } from '../protocol/estimator.ts';
import { selectInputs } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { seeded } from '../random/random.ts';
import type { Table } from '../table/table.ts';
import type { Loss } from './network/loss.ts';
import type { NetworkSpec } from './network/network.ts';
import { type LabelledRows, train } from './network/train.ts';
import { networkRows } from './network-inputs.ts';
import type { NetworkModel } from './network-model.ts';

/** Parameters of every network: how it is trained. */
export const trainingParams = {
  epochs: z.int().min(1).default(50).describe('Passes over the training rows at most.'),
  batchSize: z.int().min(1).max(65_536).default(128).describe('Rows of each step of Adam.'),
  learningRate: z.number().gt(0).max(1).default(0.001).describe('Size of the steps of Adam.'),
  decay: z
    .enum(['none', 'linear'])
    .default('none')
    .describe('Whether the steps shrink to nothing over `epochs`: the weights come to rest instead of wandering.'),
  l2: z.number().min(0).default(0).describe('Penalty added to the mean loss: l2 times the sum of squared weights.'),
  earlyStoppingEpochs: z
    .int()
    .min(1)
    .optional()
    .describe('Stop when so many epochs in a row did not improve the loss on `options.validation`; keep the best.'),
};
const trainingSchema = z.object(trainingParams);
export type TrainingParams = z.output<typeof trainingSchema>;

/** Parameters of networks of dense layers. */
export const hiddenParams = {
  activation: z.enum(['relu', 'tanh', 'sigmoid']).default('relu').describe('What follows each hidden layer.'),
  dropout: z
    .number()
    .min(0)
    .lt(1)
    .default(0)
    .describe('Share of each hidden layer’s outputs that is left out while training.'),
  batchNorm: z.boolean().default(false).describe('Normalise each hidden layer by its batch, before the activation.'),
};

export interface NetworkProblem {
  readonly kind: string;
  readonly inputs: readonly InputColumn[];
  readonly spec: NetworkSpec;
  readonly loss: Loss;
  /** What the output should be, from `y`; absent where the rows themselves are the target. */
  readonly target?: (y: number) => number;
  /** Factor on the weight of a row, from its `y`. */
  readonly rowFactor?: (y: number) => number;
}

/** Trains a network on the rows of weight above 0. */
export function fitNetwork(
  problem: NetworkProblem,
  rows: { readonly X: Table; readonly y: Float64Array },
  { params, options }: { params: TrainingParams; options: FitOptions },
): NetworkModel {
  const { kind, inputs, spec, loss } = problem;
  const { validation, random = seeded(0), onProgress } = options;
  if (params.earlyStoppingEpochs !== undefined && !validation) {
    throw new LearnError('invalid-data', '`earlyStoppingEpochs` needs rows to judge by; give `options.validation`.');
  }
  const { weights, curve } = train(spec, labelled(problem, rows, options), {
    ...params,
    loss,
    random,
    onProgress,
    heldOut: validation && labelled(problem, validation, validation),
  });
  if (weights.some(each => !each.every(Number.isFinite))) {
    throw new LearnError(
      'invalid-data',
      'training did not converge: weights grew beyond float32. Put scale() before the network, or lower `learningRate`.',
    );
  }
  return { kind, inputs, spec, weights, curve };
}

function labelled(
  { inputs, target, rowFactor }: NetworkProblem,
  rows: { readonly X: Table; readonly y: Float64Array },
  options: FitOptions,
): LabelledRows {
  const { X, y, weights } = countedRows(rows.X, rows.y, options);
  return {
    ...networkRows(selectInputs(X, inputs), inputs),
    weights: rowFactor ? weights.map((weight, i) => weight * rowFactor(y[i])) : weights,
    ...(target && { targets: Float32Array.from(y, target) }),
  };
}
