import { z } from 'zod';
import { defineEstimator } from '../protocol/define-estimator.ts';
import {
  fittedTreeClassifier,
  type FittedTreeClassifier,
  fittedTreeRegressor,
  type FittedTreeRegressor,
  readTreeModel,
} from './fitted-trees.ts';
import { boost } from './growing/boost.ts';
import { logLoss, squaredError } from './growing/loss.ts';
import { classTargets, type TrainingRows, trainingRows } from './training-rows.ts';

const share = z.number().gt(0).max(1);

const common = {
  trees: z.int().min(1).default(100).describe('Number of trees at most.'),
  learningRate: z.number().gt(0).max(1).default(0.1).describe('Share of each tree that is added.'),
  maxDepth: z.int().min(1).max(16).default(6).describe('Splits between the root and a leaf at most.'),
  maxBins: z.int().min(3).max(256).default(256).describe('Bins of an input, that of missing values included.'),
  lambda: z.number().min(0).default(1).describe('L2 penalty on leaf outputs.'),
  gamma: z.number().min(0).default(0).describe('Least gain of a split.'),
  minChildWeight: z.number().min(0).default(1).describe('Least sum of hessians on each side of a split.'),
  rowSample: share.default(1).describe('Share of the rows that each tree learns from.'),
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
};

const classifierParams = z.object({
  ...common,
  scalePositive: z.number().gt(0).default(1).describe('Factor on the weights of class 1.'),
});

const regressorParams = z.object(common);

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
    const { inputs, ensemble } = boost(withPositives(rows, params.scalePositive), params, logLoss, options);
    return fittedTreeClassifier({
      kind: 'gradient-boosting-classifier',
      link: 'logistic',
      treeInputs: inputs,
      ensemble,
    });
  },
  fromState: state => fittedTreeClassifier(readTreeModel(state, 'gradient-boosting-classifier')),
});

/**
 * Gradient boosting of trees for a number, by squared error.
 * @example gradientBoostingRegressor({ maxDepth: 4 }).fit(X, y).predict(Z)
 */
export const gradientBoostingRegressor = defineEstimator<typeof regressorParams, FittedTreeRegressor>({
  kind: 'gradient-boosting-regressor',
  role: 'regressor',
  params: regressorParams,
  fit: (params, X, y, options) => {
    const { inputs, ensemble } = boost(trainingRows(X, y, options), params, squaredError, options);
    return fittedTreeRegressor({ kind: 'gradient-boosting-regressor', link: 'identity', treeInputs: inputs, ensemble });
  },
  fromState: state => fittedTreeRegressor(readTreeModel(state, 'gradient-boosting-regressor')),
});

function withPositives(rows: TrainingRows, factor: number): TrainingRows {
  if (factor === 1) return rows;
  return { ...rows, weights: rows.weights.map((weight, i) => (rows.targets[i] === 1 ? weight * factor : weight)) };
}
