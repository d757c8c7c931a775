import {
  averagePrecision,
  denseNetworkClassifier,
  gradientBoostingClassifier,
  impute,
  keepColumns,
  log1p,
  moduleObjective,
  pipeline,
  rocAuc,
  scale,
  type ScoredRows,
  sequenceNetwork,
} from '@rikuy/learn';
import { amountNames, inputNames, sequenceColumns } from './card-sequences.ts';

export interface BoostingChoice {
  readonly trees: number;
  readonly maxDepth: number;
  readonly learningRate: number;
  readonly minChildWeight: number;
  readonly rowSample: number;
  readonly columnSample: number;
  readonly lambda: number;
}

export interface NetChoice {
  readonly layers: number[];
  readonly dropout: number;
  readonly batchNorm: boolean;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly decay: 'none' | 'linear';
  readonly l2: number;
  readonly scalePositive: number;
}

export interface SequenceChoice {
  readonly steps: number;
  readonly filters: number;
  readonly width: number;
  readonly pooling: 'max' | 'none';
  readonly layers: number[];
  readonly dropout: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly decay: 'none' | 'linear';
  readonly scalePositive: number;
}

export const boostingObjective = moduleObjective(import.meta.url, 'boostingObjective', {
  make: (params: BoostingChoice) => gradientBoostingClassifier(params),
  metric: averagePrecision,
});

export const netObjective = moduleObjective(import.meta.url, 'netObjective', { make: net, metric: bothAreas });

export const sequenceObjective = moduleObjective(import.meta.url, 'sequenceObjective', {
  make: sequenceNet,
  metric: bothAreas,
});

export function net(params: NetChoice) {
  return pipeline([scale(), denseNetworkClassifier(params)]);
}

/**
 * A convolution over each card's last `steps` payments, amounts by their logarithms; places before its first payment
 * hold the mean.
 */
export function sequenceNet({ steps, filters, width, ...others }: SequenceChoice) {
  const sequences = Object.fromEntries(inputNames.map(name => [name, sequenceColumns(name, steps)]));
  return pipeline([
    keepColumns({ columns: Object.values(sequences).flat() }),
    log1p({ columns: amountNames.flatMap(name => sequences[name]) }),
    scale(),
    impute({ strategy: 'constant', fill: 0 }),
    sequenceNetwork({ sequences, convolutions: [{ filters, width, padding: 'same' }], batchSize: 256, ...others }),
  ]);
}

/** Networks can have either at the cost of the other. */
function bothAreas(rows: ScoredRows): number {
  return (rocAuc(rows) + averagePrecision(rows)) / 2;
}
