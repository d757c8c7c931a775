import { described, isClassifier, isExplainable, partOf, partsReader } from '../compose/capabilities.ts';
import { assignFolds } from '../math/fold-assignment.ts';
import type { ScoredRows } from '../metrics/scored-rows.ts';
import type {
  Attributions,
  Estimator,
  Explainable,
  FittedClassifier,
  FitOptions,
  ReadPart,
} from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { seeded } from '../random/random.ts';
import { type Table, takeRows } from '../table/table.ts';
import type { Calibrator } from './calibrator.ts';
import { isotonicCalibration, readIsotonicCalibration } from './isotonic.ts';
import { plattCalibration, type PlattCalibrator, readPlattCalibration } from './platt.ts';

export type CalibrationMethod = 'platt' | 'isotonic';

/**
 * A classifier whose probabilities went through a calibrator. It explains when Platt's curve is over a classifier that
 * explains its log-odds: the curve is straight on that scale, so the parts stay exact. Ask `base` for the others.
 */
export interface FittedCalibrated extends FittedClassifier {
  readonly base: FittedClassifier;
  readonly calibrator: Calibrator;
  readonly explain?: Explainable['explain'];
}

export interface CalibratedOptions {
  /** Default `platt`; `isotonic` where there are thousands of rows. */
  readonly method?: CalibrationMethod;
  /** Parts in which the training rows are scored by a model that did not see them; default 5. */
  readonly folds?: number;
}

const KIND = 'calibrated-classifier';

/**
 * A classifier with calibrated probabilities. The curve is fitted to out-of-fold scores of the training rows, the
 * classifier then to all of them: no row is lost to calibration. Where time matters, fit a classifier to the older rows
 * and give the newer ones to `calibrate` instead.
 * @example calibratedClassifier(randomForest(), { method: 'isotonic' })
 */
export const calibratedClassifier = Object.assign(composeCalibrated, { kind: KIND, fromState: readCalibrated });

/**
 * A fitted classifier with a curve fitted to rows that it did not see.
 * @throws LearnError `invalid-data` when a class is absent
 */
export function calibrate(
  base: FittedClassifier,
  { X, y, weights }: { readonly X: Table; readonly y: Float64Array; readonly weights?: Float64Array },
  method: CalibrationMethod = 'platt',
): FittedCalibrated {
  return fittedCalibrated(base, calibrators[method]({ y, score: base.predictProba(X), weights }), X);
}

const calibrators: Readonly<Record<CalibrationMethod, (rows: ScoredRows) => Calibrator>> = {
  platt: plattCalibration,
  isotonic: isotonicCalibration,
};

function composeCalibrated(
  classifier: Estimator<FittedClassifier>,
  { method = 'platt', folds = 5 }: CalibratedOptions = {},
): Estimator<FittedCalibrated> {
  if (!Number.isInteger(folds) || folds < 2) {
    throw new LearnError('invalid-parameter', `\`folds\` must be an integer ≥ 2; got ${folds}.`);
  }
  if (!Object.hasOwn(calibrators, method)) {
    throw new LearnError('invalid-parameter', `\`method\` must be platt or isotonic; got ${method as string}.`);
  }
  return {
    kind: KIND,
    params: { classifier: described(classifier), method, folds },
    fit: (X, y, options = {}) => {
      const random = options.random ?? seeded(0);
      const counted = countedRows(X, y, options);
      const training = { ...counted, options: { ...options, random, weights: counted.weights } };
      const score = outOfFoldScores(classifier, training, assignFolds(counted.y, folds, random.fork('folds')));
      const base = classifier.fit(X, y, { ...options, random: random.fork('all') });
      return fittedCalibrated(base, calibrators[method]({ ...counted, score }), X);
    },
  };
}

interface Training {
  readonly X: Table;
  readonly y: Float64Array;
  readonly options: FitOptions & Required<Pick<FitOptions, 'random' | 'weights'>>;
}

function outOfFoldScores(
  classifier: Estimator<FittedClassifier>,
  { X, y, options }: Training,
  foldOf: Uint16Array,
): Float64Array {
  const score = new Float64Array(X.rowCount);
  for (const fold of new Set(foldOf)) {
    const [inside, outside] = [rowsWhere(foldOf, one => one === fold), rowsWhere(foldOf, one => one !== fold)];
    const weights = Float64Array.from(outside, row => options.weights[row]);
    const own = { ...options, weights, random: options.random.fork(fold), onProgress: undefined };
    const fitted = classifier.fit(
      takeRows(X, outside),
      Float64Array.from(outside, row => y[row]),
      own,
    );
    fitted.predictProba(takeRows(X, inside)).forEach((p, i) => (score[inside[i]] = p));
  }
  return score;
}

function rowsWhere(foldOf: Uint16Array, holds: (fold: number) => boolean): number[] {
  return [...foldOf.keys()].filter(row => holds(foldOf[row]));
}

function fittedCalibrated(base: FittedClassifier, calibrator: Calibrator, X: Table): FittedCalibrated {
  return calibratedWith(base, calibrator, explainsLogOdds(base, X));
}

/** Only an explanation tells its scale, so one row is explained to know it. */
function explainsLogOdds(base: FittedClassifier, X: Table): boolean {
  return isExplainable(base) && X.rowCount > 0 && base.explain(takeRows(X, [0])).scale === 'log-odds';
}

function calibratedWith(base: FittedClassifier, calibrator: Calibrator, explainsBase: boolean): FittedCalibrated {
  return {
    kind: KIND,
    inputs: base.inputs,
    base,
    calibrator,
    predictProba: X => calibrator.calibrate(base.predictProba(X)),
    ...(explainsBase &&
      isPlatt(calibrator) && {
        explain: (X: Table) => stretched((base as FittedClassifier & Explainable).explain(X), calibrator),
      }),
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: { explainsBase },
      arrays: {},
      parts: { base: base.toState(), calibrator: calibrator.toState() },
    }),
  };
}

function isPlatt(calibrator: Calibrator): calibrator is PlattCalibrator {
  return 'slope' in calibrator;
}

function stretched(attributions: Attributions, { slope, intercept }: PlattCalibrator): Attributions {
  return {
    ...attributions,
    base: slope * attributions.base + intercept,
    values: attributions.values.map(value => slope * value),
  };
}

function readCalibrated(state: State, reader?: ReadPart): FittedCalibrated {
  const base = partsReader(KIND, reader)(partOf(state, 'base'));
  if (!isClassifier(base)) throw new LearnError('unreadable-state', `the base of \`${KIND}\` must be a classifier.`);
  return calibratedWith(base, readCalibrator(partOf(state, 'calibrator')), state.values.explainsBase === true);
}

function readCalibrator(state: State): Calibrator {
  return state.kind === 'isotonic-calibration' ? readIsotonicCalibration(state) : readPlattCalibration(state);
}
