import {
  type Estimator,
  type FittedDetector,
  type FittedOnTable,
  type FittedTransformer,
  type FitOptions,
  inputsOf,
  LearnError,
  numbers,
  PROTOCOL,
  type ReadPart,
  seeded,
  selectInputs,
  type State,
  stratifiedFolds,
  type Table,
  takeRows,
  withColumns,
} from '@rikuy/learn';
import { readDetector, requireDetector } from './parts.ts';

/** Passes its inputs and adds a column with how odd the detector finds each row. */
export interface FittedAnomalyFeature extends FittedTransformer {
  readonly detector: FittedDetector;
}

export interface AnomalyFeatureOptions {
  /** Name of the column added; default `anomaly_score`. */
  readonly name?: string;
  /** Parts in which the training rows are scored by a detector that did not see them; default 4. */
  readonly folds?: number;
}

const KIND = 'anomaly-feature';

/**
 * An anomaly score as one more column for the model behind it in a pipeline. Training rows get theirs from detectors
 * fitted on the other folds: a row that a detector has seen looks less odd than it will when it is new.
 * @example pipeline([anomalyFeature(isolationForest()), gradientBoostingClassifier()])
 */
export const anomalyFeature = Object.assign(composeAnomalyFeature, { kind: KIND, fromState });

function composeAnomalyFeature(
  detector: Estimator,
  { name = 'anomaly_score', folds = 4 }: AnomalyFeatureOptions = {},
): Estimator<FittedAnomalyFeature> {
  const fitAll = (X: Table, y: Float64Array, options: FitOptions): FittedAnomalyFeature => {
    requireFree(X, name);
    const random = (options.random ?? seeded(0)).fork('all');
    return fittedFeature(requireDetector(detector.fit(X, y, { ...options, random }), KIND), inputsOf(X), name);
  };
  return {
    kind: KIND,
    params: { detector: { kind: detector.kind, params: detector.params }, name, folds },
    fit: (X, y, options = {}) => fitAll(X, y, options),
    fitTransform: (X, y, options = {}): FittedOnTable<FittedAnomalyFeature> => {
      const fitted = fitAll(X, y, options);
      const own = selectInputs(X, fitted.inputs);
      return {
        fitted,
        transformed: withColumns(own, { [name]: numbers(outOfFold(detector, { X: own, y, options }, folds)) }),
      };
    },
  };
}

interface Rows {
  readonly X: Table;
  readonly y: Float64Array;
  readonly options: FitOptions;
}

/** Labels only divide the folds evenly; the detector does not look at them. */
function outOfFold(detector: Estimator, { X, y, options }: Rows, folds: number): Float64Array {
  const random = options.random ?? seeded(0);
  const scores = new Float64Array(X.rowCount);
  const splits = stratifiedFolds(y, { folds: Math.min(folds, X.rowCount), random: random.fork('folds') });
  splits.forEach(({ train, validation }, fold) => {
    const weights = options.weights && Float64Array.from(train, row => options.weights![row]);
    const own = { ...options, weights, validation: undefined, random: random.fork(`fold/${fold}`) };
    const labels = Float64Array.from(train, row => y[row]);
    const fitted = requireDetector(detector.fit(takeRows(X, train), labels, own), KIND);
    fitted.anomalyScore(takeRows(X, validation)).forEach((score, at) => (scores[validation[at]] = score));
  });
  return scores;
}

function requireFree(X: Table, name: string): void {
  if (X.columns.has(name))
    throw new LearnError(
      'invalid-data',
      `\`${KIND}\` adds a column \`${name}\`, which is there already; name it otherwise.`,
    );
}

function fittedFeature(
  detector: FittedDetector,
  inputs: FittedTransformer['inputs'],
  name: string,
): FittedAnomalyFeature {
  return {
    kind: KIND,
    inputs,
    outputs: [...inputs, { name, kind: 'number' }],
    origins: new Map(inputs.map(input => [input.name, input.name])),
    detector,
    transform: X => withColumns(selectInputs(X, inputs), { [name]: numbers(detector.anomalyScore(X)) }),
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: { name, inputs: inputs.map(input => ({ ...input })) },
      arrays: {},
      parts: { detector: detector.toState() },
    }),
  };
}

function fromState(state: State, read?: ReadPart): FittedAnomalyFeature {
  const { name, inputs } = state.values;
  if (state.kind !== KIND || typeof name !== 'string' || !Array.isArray(inputs))
    throw new LearnError('unreadable-state', `the state of \`${KIND}\` must hold \`name\` and \`inputs\`.`);
  return fittedFeature(readDetector(state, read), inputs as FittedTransformer['inputs'], name);
}
