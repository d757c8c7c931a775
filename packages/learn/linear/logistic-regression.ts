import { z } from 'zod';
import { solvePositiveDefinite } from '../math/cholesky.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type {
  Attributions,
  EstimatorFactory,
  Explainable,
  FittedClassifier,
  FitOptions,
  InputColumn,
} from '../protocol/estimator.ts';
import { inputsOf, selectInputs } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readFloats, readValues } from '../protocol/read-state.ts';
import { PROTOCOL } from '../protocol/state.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { numberColumn, type Table } from '../table/table.ts';
import { l1Minimum } from './l1-minimum.ts';
import { derivatives, type LinearRows, margins, penalisedLoss, sigmoid } from './logistic-loss.ts';

const params = z.strictObject({
  l2: z
    .number()
    .positive()
    .default(1)
    .describe('Strength of the penalty on squared coefficients; scikit-learn’s 1 / C.'),
  l1: z
    .number()
    .min(0)
    .default(0)
    .describe('Strength of the penalty on absolute coefficients; above 0 it makes some exactly 0.'),
  iterations: z.int().min(1).default(100).describe('Newton steps at most; 5 to 10 are usual.'),
});

/** A fitted logistic regression. Its log-odds are the intercept plus coefficient times value, summed over the inputs. */
export interface FittedLogisticRegression extends FittedClassifier, Explainable {
  /** In the order of the inputs. */
  readonly coefficients: Float64Array;
  readonly intercept: number;
  /** Weighted means of the inputs in training: where every part of an explanation is 0. */
  readonly means: Float64Array;
}

/**
 * Logistic regression with a penalty on squared coefficients, and on absolute ones where asked, the intercept free: the
 * minimum of Σ w · log loss + l2 / 2 · ‖coefficients‖² + l1 · Σ |coefficient|, by Newton's method. Inputs are numbers
 * without gaps, best on a common scale: put `impute`, `scale` and `oneHot` before it in a pipeline. Explanations are
 * exact, in log-odds.
 */
export const logisticRegression: EstimatorFactory<typeof params, FittedLogisticRegression> = defineEstimator({
  kind: 'logistic-regression',
  role: 'classifier',
  params,
  fit: (chosen, X, y, options) => {
    const inputs = inputsOf(X);
    const rows = linearRows(X, y, { inputs, options });
    return fittedRegression(inputs, minimum(rows, chosen), meansOf(rows));
  },
  fromState: state => {
    const input = z.object({ name: z.string(), kind: z.literal('number') });
    const { inputs } = readValues(state, 'logistic-regression', z.object({ inputs: z.array(input) }));
    return fittedRegression(
      inputs,
      readFloats(state, 'coefficients', inputs.length + 1),
      readFloats(state, 'means', inputs.length),
    );
  },
});

function linearRows(
  given: Table,
  labels: Float64Array,
  { inputs, options }: { inputs: readonly InputColumn[]; options: FitOptions },
): LinearRows {
  const { X, y, weights } = countedRows(given, labels, options);
  if (!y.includes(0) || !y.includes(1)) {
    throw new LearnError('invalid-data', '`y` must hold both classes, 0 and 1; only one was given.');
  }
  return { columns: completeColumns(X, inputs), y, weights };
}

function completeColumns(X: Table, inputs: readonly InputColumn[]): (Float64Array | Float32Array)[] {
  return inputs.map(({ name, kind }) => {
    if (kind === 'category') throw notNumbers(name, 'holds categories', 'oneHot()');
    const { values } = numberColumn(X, name);
    if (values.some(Number.isNaN)) throw notNumbers(name, 'has gaps', 'impute()');
    return values;
  });
}

function notNumbers(name: string, trouble: string, remedy: string): LearnError {
  return new LearnError(
    'invalid-data',
    `logistic regression needs numbers without gaps; column \`${name}\` ${trouble}. Put ${remedy} before it in a pipeline.`,
  );
}

/** Coefficients, the intercept behind them. Newton's steps are halved until the loss does not grow. */
function minimum(rows: LinearRows, { l1, l2, iterations }: z.output<typeof params>): Float64Array {
  if (l1 > 0) return l1Minimum(rows, startAt(rows), { l1, l2, iterations });
  let beta: Float64Array = startAt(rows);
  let loss = penalisedLoss(rows, beta, l2);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const { gradient, hessian } = derivatives(rows, beta, l2);
    const step = solvePositiveDefinite(hessian, gradient);
    const decrement = step.reduce((sum, part, j) => sum + part * gradient[j], 0);
    for (let size = 1; size > 1e-9; size /= 2) {
      const next = beta.map((value, j) => value - size * step[j]);
      const nextLoss = penalisedLoss(rows, next, l2);
      if (nextLoss > loss + 1e-12 * Math.abs(loss)) continue;
      [beta, loss] = [next, nextLoss];
      break;
    }
    if (decrement <= 1e-12) break; // what is left is of the order of its square
  }
  return beta;
}

/** Coefficients 0 and the log-odds of the class share. */
function startAt({ columns, y, weights }: LinearRows): Float64Array {
  let [positive, total] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    positive += weights[i] * y[i];
    total += weights[i];
  }
  const beta = new Float64Array(columns.length + 1);
  beta[columns.length] = Math.log(positive / (total - positive));
  return beta;
}

function meansOf({ columns, weights }: LinearRows): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from(columns, values => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += weights[i] * values[i];
    return sum / total;
  });
}

function fittedRegression(
  inputs: readonly InputColumn[],
  beta: Float64Array,
  means: Float64Array,
): FittedLogisticRegression {
  const columnsOf = (X: Table): (Float64Array | Float32Array)[] => completeColumns(selectInputs(X, inputs), inputs);
  const coefficients = beta.slice(0, inputs.length);
  return {
    kind: 'logistic-regression',
    inputs,
    coefficients,
    intercept: beta[inputs.length],
    means,
    predictProba: X => margins(columnsOf(X), beta, X.rowCount).map(sigmoid),
    explain: X => attributions(columnsOf(X), { inputs, beta, means }, X.rowCount),
    toState: () => ({
      kind: 'logistic-regression',
      protocol: PROTOCOL,
      values: { inputs: inputs.map(input => ({ ...input })) },
      arrays: { coefficients: beta.slice(), means: means.slice() },
      parts: {},
    }),
  };
}

interface LinearModel {
  readonly inputs: readonly InputColumn[];
  readonly beta: Float64Array;
  readonly means: Float64Array;
}

/** The part of an input is its coefficient times its distance from the mean in training. */
function attributions(
  columns: readonly (Float64Array | Float32Array)[],
  { inputs, beta, means }: LinearModel,
  rows: number,
): Attributions {
  const width = inputs.length;
  const values = new Float64Array(rows * width);
  columns.forEach((column, j) => {
    for (let i = 0; i < rows; i++) values[i * width + j] = beta[j] * (column[i] - means[j]);
  });
  const base = means.reduce((sum, mean, j) => sum + beta[j] * mean, beta[width]);
  return { inputs: inputs.map(({ name }) => name), base, values, scale: 'log-odds' };
}
