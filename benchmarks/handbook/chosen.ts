import type { NetChoice, SequenceChoice } from './objectives.ts';

const net: NetChoice = {
  layers: [128, 64],
  dropout: 0.3,
  batchNorm: false,
  epochs: 28,
  batchSize: 256,
  learningRate: 0.0045,
  decay: 'linear',
  l2: 1.2e-7,
  scalePositive: 2.9,
};

const sequenceNet: SequenceChoice = {
  steps: 3,
  filters: 32,
  width: 2,
  pooling: 'none',
  layers: [64],
  dropout: 0.3,
  epochs: 10,
  learningRate: 0.002,
  decay: 'linear',
  scalePositive: 4.7,
};

/**
 * Parameters chosen on the validation folds only, by the mean of AUC and average precision.
 * - `net`: 53 trials of TPE over the space of `searches.ts` (all but the decay) and whether amounts are logged, then the
 *   decay among eight variants of the best.
 * - `sequenceNet`: 24 trials of TPE over its space and whether amounts are logged, on the first and the third fold. The
 *   best (layers 128-64, 20 epochs, learning rate .001, no decay) takes longer than the benchmark should, so one
 *   layer and half of the epochs, whose mean of both areas on these folds is .754 instead of .780.
 * - `autoencoder`: seven candidates; `isolationForest`: five. The week that detectors are judged by is the first
 *   validation fold's, so for them only others were looked at.
 */
export const chosen = {
  net,
  sequenceNet,
  autoencoder: { epochs: 8, batchNorm: true },
  isolationForest: { trees: 100, sampleSize: 1024 },
};
