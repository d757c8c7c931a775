import { z } from 'zod';
import { defineEstimator } from '../protocol/define-estimator.ts';
import {
  fittedTreeClassifier,
  type FittedTreeClassifier,
  fittedTreeRegressor,
  type FittedTreeRegressor,
  readTreeModel,
} from './fitted-trees.ts';
import { plantForest } from './growing/forest.ts';
import { squaredError } from './growing/loss.ts';
import { classTargets, type TrainingRows, trainingRows } from './training-rows.ts';

const columnsPerSplit = z
  .union([z.literal('sqrt'), z.number().gt(0).max(1)])
  .describe('Inputs tried at each split: the square root of their number, or a share of them.');

const common = {
  trees: z.int().min(1).default(100).describe('Number of trees.'),
  maxDepth: z.int().min(1).max(40).default(16).describe('Splits between the root and a leaf at most.'),
  minLeaf: z.number().min(0).default(5).describe('Least weight in a leaf: rows, where `weights` are 1.'),
  maxBins: z.int().min(3).max(256).default(256).describe('Bins of an input, that of missing values included.'),
  bootstrap: z.boolean().default(true).describe('Whether each tree learns from rows drawn with replacement.'),
  outOfBag: z
    .boolean()
    .default(false)
    .describe('Whether to predict every row by the trees that did not draw it, as an honest test at no further cost.'),
  oneHotLevels: z
    .int()
    .min(0)
    .default(4)
    .describe('Categories with at most so many levels split off one level at a time; others split into two sets.'),
  categorySmoothing: z
    .number()
    .min(0)
    .default(10)
    .describe('Weight added to each category when sorting levels, and when judging splits into sets.'),
};

const hasDraws = ({ bootstrap, outOfBag }: { bootstrap: boolean; outOfBag: boolean }): boolean =>
  bootstrap || !outOfBag;
const needsDraws = { path: ['outOfBag'], error: 'must be false when `bootstrap` is: every tree learns from all rows' };

const classifierParams = z
  .object({ ...common, columnsPerSplit: columnsPerSplit.default('sqrt') })
  .refine(hasDraws, needsDraws);

const regressorParams = z
  .object({ ...common, columnsPerSplit: columnsPerSplit.default(1 / 3) })
  .refine(hasDraws, needsDraws);

/** What a forest knows after its fit only; it is not part of its state. */
export interface OutOfBag {
  /** With `outOfBag`, each training row's prediction by the trees that did not draw it; NaN where there is none. */
  readonly outOfBag?: Float64Array;
}

export interface FittedForestClassifier extends FittedTreeClassifier, OutOfBag {}

export interface FittedForestRegressor extends FittedTreeRegressor, OutOfBag {}

/**
 * A random forest for two classes; its probability is the mean of the leaves' shares of class 1. Missing values and
 * categories need no preparation. Classes are weighed by `options.weights`.
 * @example randomForestClassifier({ trees: 300, maxDepth: 12 }).fit(X, y, { threads: 2 }).predictProba(Z)
 */
export const randomForestClassifier = defineEstimator<typeof classifierParams, FittedForestClassifier>({
  kind: 'random-forest-classifier',
  role: 'classifier',
  params: classifierParams,
  fit: (params, X, y, options) => {
    const rows = trainingRows(X, classTargets(y), options);
    const { inputs, ensemble, outOfBag } = plantForest(rows, params, { center: 0, cutting: 'finer-at-ends', options });
    const fitted = fittedTreeClassifier({
      kind: 'random-forest-classifier',
      link: 'probability',
      treeInputs: inputs,
      ensemble,
    });
    return { ...fitted, outOfBag: outOfBag && ofGivenRows(outOfBag, rows, X.rowCount) };
  },
  fromState: state => fittedTreeClassifier(readTreeModel(state, 'random-forest-classifier')),
});

/**
 * A random forest for a number: the mean of the leaves' means.
 * @example randomForestRegressor({ minLeaf: 20 }).fit(X, y).predict(Z)
 */
export const randomForestRegressor = defineEstimator<typeof regressorParams, FittedForestRegressor>({
  kind: 'random-forest-regressor',
  role: 'regressor',
  params: regressorParams,
  fit: (params, X, y, options) => {
    const rows = trainingRows(X, y, options);
    const center = Math.fround(squaredError.base(rows.targets, rows.weights));
    const { inputs, ensemble, outOfBag } = plantForest(rows, params, { center, cutting: 'even', options });
    const fitted = fittedTreeRegressor({ kind: 'random-forest-regressor', link: 'mean', treeInputs: inputs, ensemble });
    return { ...fitted, outOfBag: outOfBag && ofGivenRows(outOfBag, rows, X.rowCount) };
  },
  fromState: state => fittedTreeRegressor(readTreeModel(state, 'random-forest-regressor')),
});

/** The values of the rows learned from, at their places in the table given. */
function ofGivenRows(values: Float64Array, { kept }: TrainingRows, rowCount: number): Float64Array {
  if (!kept) return values;
  const all = new Float64Array(rowCount).fill(NaN);
  kept.forEach((row, i) => (all[row] = values[i]));
  return all;
}
