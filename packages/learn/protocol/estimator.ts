import type { z } from 'zod';
import type { Random } from '../random/random.ts';
import type { Table } from '../table/table.ts';
import type { State } from './state.ts';

/** How far a long computation has come. */
export interface Progress {
  /** What is being done, in one English word or two: `trees`, `trials`, `rows`. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
  /** The validation loss so far, where there is one. */
  readonly loss?: number;
}

export interface FitOptions {
  /** One non-negative weight per row; absent means 1 each. */
  readonly weights?: Float64Array;
  /** The source of every random draw; absent means `seeded(0)`, so that a fit is always reproducible. */
  readonly random?: Random;
  /** Rows held back for early stopping; never used to fit. */
  readonly validation?: { readonly X: Table; readonly y: Float64Array; readonly weights?: Float64Array };
  /** Threads to use, the calling one included; default 1. The fitted model has the same bits for any number. */
  readonly threads?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** What every fitted object can do: name itself, name its inputs, and turn into plain data. */
export interface Fitted {
  readonly kind: string;
  /** The columns it was fitted on, in order; a table given later must have them (order is free, more are ignored). */
  readonly inputs: readonly InputColumn[];
  toState(): State;
}

export interface InputColumn {
  readonly name: string;
  readonly kind: 'number' | 'category';
}

/** A fitted two-class model. */
export interface FittedClassifier extends Fitted {
  /** Probability of class 1 for each row, in [0, 1]. */
  predictProba(X: Table): Float64Array;
}

/** A fitted model of a number. */
export interface FittedRegressor extends Fitted {
  predict(X: Table): Float64Array;
}

/** A fitted change of columns. */
export interface FittedTransformer extends Fitted {
  readonly outputs: readonly InputColumn[];
  /**
   * For each output that is a function of one single input, that input's name; outputs missing here depend on several.
   * With it the parts of an additive explanation can be added up per original column.
   */
  readonly origins?: ReadonlyMap<string, string>;
  transform(X: Table): Table;
}

/** A fitted score of oddness, learned without labels. */
export interface FittedDetector extends Fitted {
  /** The higher, the more anomalous. */
  anomalyScore(X: Table): Float64Array;
}

/** Where a score lives on which its parts add up; `log-value` is the logarithm of what a regressor predicts. */
export type ScoreScale = 'log-odds' | 'probability' | 'value' | 'log-value';

/** A fitted model whose scores split exactly into one part per input. */
export interface Explainable<Scale extends ScoreScale = Exclude<ScoreScale, 'log-value'>> extends Fitted {
  explain(X: Table): Attributions<Scale>;
}

/**
 * Additive attributions of a table's rows: for row `i`, `base + Σ values[i * inputs.length + j]` is the score
 * on the scale named by `scale`.
 */
export interface Attributions<Scale extends ScoreScale = Exclude<ScoreScale, 'log-value'>> {
  readonly inputs: readonly string[];
  readonly base: number;
  /** Row-major, rows × inputs. */
  readonly values: Float64Array;
  readonly scale: Scale;
}

/**
 * Something that can be fitted. `fit` leaves the estimator as it was and returns a separate object of plain data,
 * so that predicting before fitting does not compile.
 *
 * `y` is 0/1 for classifiers (never NaN: rows of unknown label are left out by the caller), a number for regressors,
 * and ignored by what learns without labels.
 */
export interface Estimator<F extends Fitted = Fitted> {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  fit(X: Table, y: Float64Array, options?: FitOptions): F;
  /**
   * Fits, and gives the training rows as a model should see them. Only for transformers that read `y` (such as target
   * encoding), where `fit(X, y).transform(X)` would show a row its own label; a pipeline prefers it when present.
   */
  fitTransform?(X: Table, y: Float64Array, options?: FitOptions): FittedOnTable<F>;
}

/** A transformer and its training rows, transformed without a row's own label. */
export interface FittedOnTable<F extends Fitted> {
  readonly fitted: F;
  readonly transformed: Table;
}

/** Rebuilds a part of any kind from its state; composed objects read their members with it. */
export type ReadPart = (part: State) => Fitted;

export type Role = 'classifier' | 'regressor' | 'transformer' | 'detector';

/**
 * The constructor of an estimator: call it with parameters, or read what it declares.
 * `const forest = randomForest({ trees: 300 })`; `randomForest.params` is the schema from which types, messages and
 * documentation come.
 */
export interface EstimatorFactory<Schema extends z.ZodType = z.ZodType, F extends Fitted = Fitted> {
  (params?: z.input<Schema>): Estimator<F>;
  readonly kind: string;
  readonly role: Role;
  readonly params: Schema;
  /** Rebuilds what `toState` wrote. Objects with parts (pipelines, votes) need `read` for them. */
  fromState(state: State, read?: ReadPart): F;
}
