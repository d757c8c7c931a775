import { keepColumns } from './preprocess/keep-columns.ts';
import { logisticRegression } from './linear/logistic-regression.ts';
import { pipeline } from './compose/pipeline.ts';
import { columnPipelines } from './compose/column-pipelines.ts';
import { votingClassifier } from './compose/voting-classifier.ts';
import { impute } from './preprocess/impute.ts';
import { winsorise } from './preprocess/winsorise.ts';
import { scale } from './preprocess/scale.ts';
import { log1p } from './preprocess/log1p.ts';
import { oneHot } from './preprocess/one-hot.ts';
import { ordinal } from './preprocess/ordinal.ts';
import { frequencyEncode } from './preprocess/frequency-encode.ts';
import { targetEncode } from './preprocess/target-encode.ts';
import { gradientBoostingClassifier, gradientBoostingRegressor } from './trees/gradient-boosting.ts';
import { ecod } from './anomaly/ecod.ts';
import { isolationForest } from './anomaly/isolation-forest.ts';
import { randomForestClassifier, randomForestRegressor } from './trees/random-forest.ts';
import { calibratedClassifier } from './calibrate/calibrated-classifier.ts';
import { binning } from './preprocess/binning.ts';
import { weightOfEvidence } from './preprocess/weight-of-evidence.ts';
import { scorecard } from './linear/scorecard.ts';
import { autoencoder } from './neural/autoencoder.ts';
import { denseNetworkClassifier, denseNetworkRegressor } from './neural/dense-network.ts';
import { sequenceNetwork } from './neural/sequence-network.ts';
import { stackingClassifier } from './compose/stacking-classifier.ts';
import { modelImpute } from './preprocess/model-impute.ts';
import type { Catalogue } from './persist/restore.ts';

/**
 * Every estimator of this library by its name. What is exported as an estimator stands here too, so that any stored
 * model can be restored and the conformance suite meets all of them.
 */
export const catalogue = {
  autoencoder,
  binning,
  calibratedClassifier,
  columnPipelines,
  denseNetworkClassifier,
  denseNetworkRegressor,
  ecod,
  frequencyEncode,
  gradientBoostingClassifier,
  gradientBoostingRegressor,
  impute,
  isolationForest,
  keepColumns,
  log1p,
  logisticRegression,
  modelImpute,
  oneHot,
  ordinal,
  pipeline,
  randomForestClassifier,
  randomForestRegressor,
  scale,
  scorecard,
  stackingClassifier,
  sequenceNetwork,
  targetEncode,
  votingClassifier,
  weightOfEvidence,
  winsorise,
} as const satisfies Catalogue;
