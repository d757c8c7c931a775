export type * from './protocol/estimator.ts';
export { defineEstimator, type EstimatorDefinition } from './protocol/define-estimator.ts';
export { ecod, type FittedEcod } from './anomaly/ecod.ts';
export { isolationForest, type FittedIsolationForest } from './anomaly/isolation-forest.ts';
export {
  calibrate,
  calibratedClassifier,
  type CalibratedOptions,
  type CalibrationMethod,
  type FittedCalibrated,
} from './calibrate/calibrated-classifier.ts';
export type { Calibrator } from './calibrate/calibrator.ts';
export { isotonicCalibration, type IsotonicCalibrator } from './calibrate/isotonic.ts';
export { plattCalibration, type PlattCalibrator } from './calibrate/platt.ts';
export { catalogue } from './catalogue.ts';
export { readState, writeState } from './persist/archive.ts';
export { restore, type Catalogue, type Restorable } from './persist/restore.ts';
export type { TreeModel, TreeObjective } from './exchange/tree-model.ts';
export { readXgboost, type ReadXgboostOptions } from './exchange/read-xgboost.ts';
export { writeXgboost } from './exchange/write-xgboost.ts';
export { tensorboardLog, type TensorboardLog, type TensorboardOptions } from './exchange/tensorboard-log.ts';
export { exportTfjsLayersModel, type TfjsLayersModel } from './exchange/tfjs-layers-model.ts';
export { exportXgboost, importXgboost } from './exchange/xgboost-models.ts';
export {
  meanAbsoluteAttributions,
  permutationImportance,
  type InputImportance,
  type PermutationOptions,
  type PermutedImportance,
} from './explain/global-importance.ts';
export {
  partialDependence,
  type DependencePoint,
  type PartialDependenceOptions,
} from './explain/partial-dependence.ts';
export {
  treeAttributions,
  treeExplainer,
  type TreeExplainer,
  type TreeExplainerOptions,
} from './explain/tree-explainer.ts';
export { goesRight, leafOf, treeDepth, treeScorer, type TreeScorer } from './trees/scoring.ts';
export type { TreeEnsemble } from './trees/tree-ensemble.ts';
export { encodeMatrix, treeInputs, type TreeInput } from './trees/matrix.ts';
export { gradientBoostingClassifier, gradientBoostingRegressor } from './trees/gradient-boosting.ts';
export {
  registerBoostingEngine,
  type BoostingEngine,
  type BoostingRequest,
  type EncodedRows,
} from './trees/engines.ts';
export {
  fittedTreeClassifier,
  fittedTreeRegressor,
  type FittedTreeClassifier,
  type FittedTreeRegressor,
  type FittedTrees,
  type Link,
  type TreeModelParts,
} from './trees/fitted-trees.ts';
export {
  randomForestClassifier,
  randomForestRegressor,
  type FittedForestClassifier,
  type FittedForestRegressor,
} from './trees/random-forest.ts';
export { splitImportance, type SplitImportance } from './trees/importance.ts';
export { LearnError, type LearnErrorCode } from './protocol/learn-error.ts';
export { type Json, PROTOCOL, type State, type StateArray } from './protocol/state.ts';
export { between, chance, logNormal, oneOf, picker, type Picker, skewed, wholeBetween, zipf } from './random/draws.ts';
export { seeded, shuffle, type Random } from './random/random.ts';
export {
  categories,
  columnLength,
  numbers,
  times,
  type CategoryColumn,
  type Column,
  type NumberColumn,
  type TimeColumn,
} from './table/column.ts';
export {
  categoryColumn,
  column,
  numberColumn,
  select,
  table,
  takeRows,
  withColumns,
  type Table,
} from './table/table.ts';
export {
  everything,
  findingsAtTop,
  liftAtTop,
  precisionAtTop,
  recallAtTop,
  revenueAtTop,
  revenueShareAtTop,
  type Top,
  type TopFindings,
} from './metrics/at-top.ts';
export { entityPrecisionAtTop, type EntityRows } from './metrics/entity-at-top.ts';
export {
  bootstrapInterval,
  bootstrapPredictedInterval,
  type BootstrapOptions,
  type Interval,
} from './metrics/bootstrap.ts';
export {
  calibrationCurve,
  calibrationError,
  wilsonInterval,
  type CalibrationOptions,
  type ReliabilityBin,
} from './metrics/calibration.ts';
export {
  accuracy,
  confusionAt,
  f1Score,
  precision,
  recall,
  totalCost,
  type Confusion,
  type DecisionCosts,
} from './metrics/confusion.ts';
export {
  capacityCurve,
  liftCurve,
  precisionRecallCurve,
  rocCurve,
  valueCurve,
  type CapacityPoint,
  type CurveOptions,
  type PrecisionRecallPoint,
  type RocPoint,
} from './metrics/curves.ts';
export { brierScore, logLoss } from './metrics/probability.ts';
export { averagePrecision, gini, ksStatistic, rocAuc } from './metrics/ranking.ts';
export { meanAbsoluteError, rootMeanSquaredError, rSquared, type PredictedRows } from './metrics/regression.ts';
export { ranked, type ScoredRows } from './metrics/scored-rows.ts';
export { binning } from './preprocess/binning.ts';
export type { Bin, BinningRule } from './preprocess/binning-rule.ts';
export { weightOfEvidence, type FittedWeightOfEvidence } from './preprocess/weight-of-evidence.ts';
export { scorecard, type Characteristic, type FittedScorecard, type ScorecardBin } from './linear/scorecard.ts';
export { modelImpute, type ModelImputeOptions } from './preprocess/model-impute.ts';
export { columnChoice, type ColumnChoice } from './preprocess/column-choice.ts';
export { frequencyEncode } from './preprocess/frequency-encode.ts';
export { impute } from './preprocess/impute.ts';
export { log1p } from './preprocess/log1p.ts';
export { oneHot } from './preprocess/one-hot.ts';
export { ordinal } from './preprocess/ordinal.ts';
export { scale } from './preprocess/scale.ts';
export { targetEncode } from './preprocess/target-encode.ts';
export { winsorise } from './preprocess/winsorise.ts';
export { inputsOf, selectInputs } from './protocol/inputs.ts';
export { countedRows, type WeightedRows } from './protocol/weighted-rows.ts';
export { columnPipelines, type ColumnBranch, type ColumnPipelinesOptions } from './compose/column-pipelines.ts';
export { pipeline, type FittedPipeline } from './compose/pipeline.ts';
export { stackingClassifier, type FittedStack, type StackingOptions } from './compose/stacking-classifier.ts';
export { votingClassifier, type FittedVote, type Voting, type VotingOptions } from './compose/voting-classifier.ts';
export { logisticRegression, type FittedLogisticRegression } from './linear/logistic-regression.ts';
export { autoencoder, type FittedAutoencoder } from './neural/autoencoder.ts';
export {
  denseNetworkClassifier,
  denseNetworkRegressor,
  type FittedNetworkClassifier,
  type FittedNetworkRegressor,
} from './neural/dense-network.ts';
export type { LossCurve } from './neural/network/train.ts';
export type { FittedNetwork, NetworkModel } from './neural/network-model.ts';
export { sequenceNetwork } from './neural/sequence-network.ts';
export { keepColumns } from './preprocess/keep-columns.ts';
export { selectFeatures, type FeatureChoice, type Importances } from './select/features.ts';
export type { ImportanceSource } from './select/importance-of.ts';
export { recursiveElimination, type Elimination, type EliminationPlan } from './select/recursive-elimination.ts';
export { stabilitySelection, type StabilityPlan, type StableFeatures } from './select/stability-selection.ts';
export { groupedFolds, stratifiedFolds, type FoldsOptions } from './select/folds.ts';
export type { Split } from './select/split.ts';
export {
  cutForShare,
  timeFolds,
  timeSplit,
  type LabelTimes,
  type TimeCut,
  type TimeFoldsOptions,
} from './select/time-split.ts';
export { leakageCheck, type LeakageFinding, type LeakageOptions, type LeakageTimes } from './select/leakage-check.ts';
export { singleFeatureAuc } from './select/single-feature.ts';
export type { CheckContext, CheckSettings, CheckSubject } from './checks/check-context.ts';
export {
  checkEstimator,
  checkNames,
  subjectOf,
  type CheckName,
  type CheckOptions,
  type CheckResult,
} from './checks/check-estimator.ts';
export { classWeighted, classWeights, type ClassWeights } from './sample/class-weights.ts';
export { randomOverSampling, randomUnderSampling } from './sample/random-sampling.ts';
export { resampled } from './sample/resampled.ts';
export type { Sampler } from './sample/sampler.ts';
export { smote, smoteNc } from './sample/smote.ts';
export { fileJournal, type TrialJournal, type TrialRecord } from './tune/journal.ts';
export {
  choice,
  logReal,
  logWhole,
  real,
  whole,
  type ChoiceDimension,
  type NumberDimension,
  type SpaceOf,
  type Tuned,
  type TuningSpace,
} from './tune/space.ts';
export { gridSearch, type Grid, type OfGrid } from './tune/grid-search.ts';
export { moduleObjective, type ModuleObjective, type Objective } from './tune/objective.ts';
export type { Pruning } from './tune/pruning.ts';
export { randomSearch } from './tune/random-search.ts';
export type { SearchPlan, SearchProgress, SearchResult, Trial } from './tune/search.ts';
export { tpeSearch } from './tune/tpe-search.ts';
export { isExplainable } from './compose/capabilities.ts';
