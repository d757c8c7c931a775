import { z } from 'zod';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { InputColumn } from '../protocol/estimator.ts';
import { inputsOf } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { column, type Table } from '../table/table.ts';
import { fittedNetworkClassifier, type FittedNetworkClassifier, requireClass } from './dense-network.ts';
import { fitNetwork, hiddenParams, trainingParams } from './fit-network.ts';
import { afterWeights, hiddenLayers } from './hidden-layers.ts';
import type { LayerSpec } from './network/layer-spec.ts';
import { logisticLoss } from './network/loss.ts';
import type { NetworkSpec } from './network/network.ts';
import { type Sequence, sequencesByName } from './sequences.ts';
import { readNetworkModel } from './network-model.ts';

const params = z.strictObject({
  sequences: z
    .record(z.string(), z.array(z.string()).min(1))
    .optional()
    .describe('For each channel its columns, oldest first; absent: all columns, as `amount_1` (oldest) … `amount_N`.'),
  convolutions: z
    .array(
      z.strictObject({
        filters: z.int().min(1).max(4096),
        width: z.int().min(1).max(4096),
        padding: z.enum(['same', 'valid']).default('same'),
      }),
    )
    .min(1)
    .default([
      { filters: 32, width: 3, padding: 'same' },
      { filters: 32, width: 3, padding: 'same' },
    ])
    .describe('Convolutions over the steps, first to last: how many patterns of how many steps each looks for.'),
  pooling: z
    .enum(['max', 'average', 'none'])
    .default('max')
    .describe('How the steps become one: the greatest or the mean of each pattern, or all of them side by side.'),
  layers: z
    .array(z.int().min(1).max(65_536))
    .default([32])
    .describe('Units of the dense layers behind the convolutions.'),
  ...hiddenParams,
  ...trainingParams,
  scalePositive: z.number().gt(0).default(1).describe('Factor on the weights of class 1.'),
});
type Params = z.output<typeof params>;

const KIND = 'sequence-network';

/**
 * A one-dimensional convolutional network for two classes over the last N events of each row, by log loss and Adam
 * (LeCun and others, "Gradient-Based Learning Applied to Document Recognition", 1998).
 *
 * A sequence is a group of N number columns, one for each step: by name `amount_1`, the oldest, to `amount_N`, the
 * latest; or as the parameter `sequences` says. All have the same N, and each is one channel. Fill the places before
 * an entity's first event with a constant (`impute({ strategy: 'constant', fill: 0 })` after `scale()`).
 * @example sequenceNetwork({ sequences: { amount: ['amount_1', 'amount_2'], hour: ['hour_1', 'hour_2'] } })
 */
export const sequenceNetwork = defineEstimator<typeof params, FittedNetworkClassifier>({
  kind: KIND,
  role: 'classifier',
  params,
  fit: (chosen, X, y, options) => {
    const sequences = chosen.sequences ? statedSequences(chosen.sequences) : sequencesByName(inputsOf(X));
    const inputs = stepByStep(X, sequences);
    const spec = {
      shape: { steps: sequences[0].columns.length, channels: sequences.length },
      layers: layersOf(chosen),
    };
    const rowFactor = (label: number): number => (label === 1 ? chosen.scalePositive : 1);
    const problem = { kind: KIND, inputs, spec, loss: logisticLoss, target: requireClass, rowFactor };
    return fittedNetworkClassifier(fitNetwork(problem, { X, y }, { params: chosen, options }));
  },
  fromState: state => fittedNetworkClassifier(readNetworkModel(state, KIND)),
});

function statedSequences(stated: Readonly<Record<string, readonly string[]>>): Sequence[] {
  const sequences = Object.entries(stated).map(([name, columns]) => ({ name, columns }));
  const lengths = new Set(sequences.map(({ columns }) => columns.length));
  if (lengths.size === 1) return sequences;
  const got = sequences.map(({ name, columns }) => `\`${name}\` ${columns.length}`).join(', ') || 'none';
  throw new LearnError('invalid-parameter', `\`sequences\` must all have the same number of columns; got ${got}.`);
}

/** The columns of all channels at the first step, then at the second, and so on. */
function stepByStep(X: Table, sequences: readonly Sequence[]): InputColumn[] {
  return sequences[0].columns.flatMap((_, step) =>
    sequences.map(({ columns }) => {
      const name = columns[step];
      const { kind } = column(X, name);
      if (kind !== 'time') return { name, kind };
      throw new LearnError('invalid-data', `column \`${name}\` must be of kind number; it is of kind time.`);
    }),
  );
}

function layersOf(chosen: Params): NetworkSpec['layers'] {
  const { convolutions, pooling, layers } = chosen;
  const pool: LayerSpec[] = pooling === 'none' ? [] : [{ kind: 'pool', by: pooling }];
  return [
    ...convolutions.flatMap(each => [{ kind: 'convolution' as const, ...each }, ...afterWeights(chosen)]),
    ...pool,
    ...hiddenLayers(layers, chosen),
    { kind: 'dense', units: 1 },
  ];
}
