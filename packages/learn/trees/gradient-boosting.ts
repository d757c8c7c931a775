import { z } from 'zod';
import type { TreeObjective } from '../exchange/tree-model.ts';
import type { FitOptions } from '../protocol/estimator.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import {
  fittedTreeClassifier,
  type FittedTreeClassifier,
  fittedTreeRegressor,
  type FittedTreeRegressor,
  readTreeModel,
} from './fitted-trees.ts';
import { boostByEngine } from './boost-by-engine.ts';
import { boost, type BoostedTrees, type BoostingParams } from './growing/boost.ts';
import { type Loss, logLoss, poissonDeviance, squaredError, tweedieDeviance } from './growing/loss.ts';
import { classTargets, type TrainingRows, trainingRows } from './training-rows.ts';

const share = z.number().gt(0).max(1);

const common = {
  trees: z.int().min(1).default(100).describe('Number of trees at most.'),
  learningRate: z.number().gt(0).max(1).default(0.1).describe('Share of each tree that is added.'),
  growth: z
    .enum(['depth-wise', 'leaf-wise'])
    .default('depth-wise')
    .describe('Whether a tree grows level by level, or always at the leaf whose split gains most.'),
  maxDepth: z.int().min(1).max(16).default(6).describe('Splits between the root and a leaf at most, in either growth.'),
  maxLeaves: z.int().min(2).max(4096).default(31).describe('Leaves of a leaf-wise tree at most.'),
  maxBins: z.int().min(3).max(256).default(256).describe('Bins of an input, that of missing values included.'),
  lambda: z.number().min(0).default(1).describe('L2 penalty on leaf outputs.'),
  gamma: z.number().min(0).default(0).describe('Least gain of a split.'),
  minChildWeight: z.number().min(0).default(1).describe('Least sum of hessians on each side of a split.'),
  rowSample: share.default(1).describe('Share of the rows that each tree learns from.'),
  maxStep: z
    .number()
    .gt(0)
    .optional()
    .describe(
      'What a leaf may give at most, up or down, before the learning rate. By default 0.7 for `poisson`, no limit otherwise.',
    ),
  columnSample: share.default(1).describe('Share of the inputs that each tree may use.'),
  monotone: z
    .record(z.string(), z.union([z.literal(-1), z.literal(0), z.literal(1)]))
    .default({})
    .describe('For inputs by name: 1 when the prediction must not fall as the input rises, −1 when it must not rise.'),
  oneHotLevels: z
    .int()
    .min(0)
    .default(4)
    .describe('Categories with at most so many levels split off one level at a time; others split into two sets.'),
  categorySmoothing: z
    .number()
    .min(0)
    .default(10)
    .describe('Hessian added to each category when sorting levels, and to λ when judging splits into sets.'),
  earlyStoppingRounds: z
    .int()
    .min(1)
    .optional()
    .describe('Stop when so many trees in a row did not improve the loss on `options.validation`; keep the best.'),
  engine: z
    .enum(['built-in', 'xgboost'])
    .default('built-in')
    .describe('What grows the trees: this library, or XGBoost where its engine is registered.'),
};

const classifierParams = z.object({
  ...common,
  scalePositive: z.number().gt(0).default(1).describe('Factor on the weights of class 1.'),
});

const regressorParams = z.object({
  ...common,
  objective: z
    .enum(['squared', 'poisson', 'tweedie'])
    .default('squared')
    .describe(
      'What is minimised: squared error; or the deviance of counts (`poisson`) or of amounts of which many are 0 (`tweedie`), whose predictions are positive.',
    ),
  variancePower: z
    .number()
    .gt(1)
    .lt(2)
    .default(1.5)
    .describe('Of `tweedie`: the variance is proportional to this power of the mean; near 1 counts, near 2 amounts.'),
});

/**
 * Gradient boosting of trees for two classes, by log loss. Missing values and categories need no preparation; levels
 * that training did not see count as missing.
 * @example gradientBoostingClassifier({ trees: 300, learningRate: 0.05 }).fit(X, y, { threads: 2 }).predictProba(Z)
 */
export const gradientBoostingClassifier = defineEstimator<typeof classifierParams, FittedTreeClassifier>({
  kind: 'gradient-boosting-classifier',
  role: 'classifier',
  params: classifierParams,
  fit: (params, X, y, options) => {
    const rows = trainingRows(X, classTargets(y), options);
    const task: Task = { loss: logLoss, objective: 'binary:logistic' };
    const grown = grow(withPositives(rows, params.scalePositive), limited(params), task, options);
    return fittedTreeClassifier({
      kind: 'gradient-boosting-classifier',
      link: 'logistic',
      treeInputs: grown.inputs,
      ensemble: grown.ensemble,
    });
  },
  fromState: state => fittedTreeClassifier(readTreeModel(state, 'gradient-boosting-classifier')),
});

/**
 * Gradient boosting of trees for a number: by squared error, or for counts and amounts, which are at least 0, by the
 * deviance of Poisson's or Tweedie's distribution.
 * @example gradientBoostingRegressor({ objective: 'tweedie', maxDepth: 4 }).fit(X, y).predict(Z)
 */
export const gradientBoostingRegressor = defineEstimator<typeof regressorParams, FittedTreeRegressor>({
  kind: 'gradient-boosting-regressor',
  role: 'regressor',
  params: regressorParams,
  fit: (params, X, y, options) => {
    const limits = limited(params);
    const task = regressionTask(params, limits.maxStep);
    const grown = grow(trainingRows(X, y, options), limits, task, options);
    return fittedTreeRegressor({
      kind: 'gradient-boosting-regressor',
      link: params.objective === 'squared' ? 'identity' : 'exponential',
      treeInputs: grown.inputs,
      ensemble: grown.ensemble,
      variancePower: task.variancePower,
    });
  },
  fromState: state => fittedTreeRegressor(readTreeModel(state, 'gradient-boosting-regressor')),
});

type RegressorParams = z.output<typeof regressorParams>;

/** What to minimise, as our own grower and as XGBoost know it. */
interface Task {
  readonly loss: Loss;
  readonly objective: TreeObjective;
  readonly variancePower?: number;
}

function regressionTask({ objective, variancePower }: RegressorParams, maxStep: number): Task {
  switch (objective) {
    case 'squared':
      return { loss: squaredError, objective: 'reg:squarederror' };
    case 'poisson':
      return { loss: poissonDeviance(maxStep), objective: 'count:poisson', variancePower: 1 };
    case 'tweedie':
      return { loss: tweedieDeviance(variancePower), objective: 'reg:tweedie', variancePower };
    default:
      return objective satisfies never;
  }
}

// oxlint-disable-next-line max-params -- what `fit` is given, and the task
function grow(
  rows: TrainingRows,
  params: BoostingParams & { readonly engine: string },
  task: Task,
  options: FitOptions,
): BoostedTrees {
  if (params.engine === 'built-in') return boost(rows, params, task.loss, options);
  return boostByEngine(params.engine, rows, { params, ...task }, options);
}

/** XGBoost's own limit: a margin is a logarithm, and the first trees would overshoot where most counts are 0. */
const POISSON_STEP = 0.7;

function limited<P extends { maxStep?: number; objective?: string }>(params: P): P & { maxStep: number } {
  return { ...params, maxStep: params.maxStep ?? (params.objective === 'poisson' ? POISSON_STEP : Infinity) };
}

function withPositives(rows: TrainingRows, factor: number): TrainingRows {
  if (factor === 1) return rows;
  return { ...rows, weights: rows.weights.map((weight, i) => (rows.targets[i] === 1 ? weight * factor : weight)) };
}
