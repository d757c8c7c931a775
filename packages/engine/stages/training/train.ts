import type { Evaluation, Importance, LeakageFinding } from '@rikuy/contracts';
import { RikuyError } from '@rikuy/contracts';
import {
  type Fitted,
  type FittedClassifier,
  type FittedRegressor,
  type Progress,
  seeded,
  select,
  type Table,
  takeRows,
} from '@rikuy/learn';
import type { TrainingPlan, UseCase, UsualValues } from '../../use-case/use-case.ts';
import { buildEstimator } from './build-estimator.ts';
import { evaluate, type JudgedRows } from './evaluate.ts';
import { importanceOf, isExplainable } from './importance.ts';
import { findLeaks } from './leakage.ts';
import { splitByTime, type TimeSplit } from './split-by-time.ts';
import { usualValues } from './usual-values.ts';

/** A use case's history as its features saw it: one row per event, labelled or not, in the order of the log. */
export interface TrainingData {
  readonly X: Table;
  /** Epoch ms. */
  readonly eventTimes: Float64Array;
  /** 0, 1, or NaN where unknown. */
  readonly labels: Float64Array;
  /** Epoch ms; NaN where unknown. */
  readonly labelKnownAt: Float64Array;
  /** What a positive label was worth; NaN where unknown. */
  readonly amounts: Float64Array;
  readonly patterns: readonly (string | null)[];
}

export interface TrainOptions {
  readonly seed: number;
  readonly threads?: number;
  readonly onProgress?: (progress: Progress) => void;
}

export interface TrainedModel {
  readonly split: TimeSplit;
  readonly evaluations: readonly Evaluation[];
  /** Name of the candidate that decides. */
  readonly chosen: string;
  readonly classifier: FittedClassifier;
  readonly amount: FittedRegressor | null;
  readonly features: readonly string[];
  readonly importance: readonly Importance[];
  readonly leakage: readonly LeakageFinding[];
  readonly usual: UsualValues;
}

/**
 * Fits every candidate of the plan on what was known before the cut, judges all on the events after it, and keeps the
 * chosen one. The same data, seed and code give the same bits.
 */
export function train(useCase: UseCase, data: TrainingData, options: TrainOptions): TrainedModel {
  const plan = useCase.training;
  const features = plan.features ?? useCase.features.map(({ name }) => name);
  const X = select(data.X, features);
  const split = splitByTime(data, plan);
  const amount = fitAmount(plan, { ...data, X }, split, options);
  const fitted = plan.candidates.map(candidate => ({
    name: candidate.name,
    classifier: fitClassifier(buildEstimator(candidate.estimator), { ...data, X }, split, {
      ...options,
      step: candidate.name,
    }),
  }));
  const evaluations = fitted.map(({ name, classifier }) =>
    judge(name, { classifier, amount }, { ...data, X }, split, { ...options, shares: plan.shares }),
  );
  const chosen = choose(plan, fitted, evaluations);
  const usual = usualValues(takeRows(X, split.train));
  const { classifier } = fitted.find(({ name }) => name === chosen)!;
  return {
    split,
    evaluations,
    chosen,
    classifier: plan.refit ? refit(useCase, chosen, { ...data, X }, split, options) : classifier,
    amount,
    features,
    importance: importanceOf(classifier, takeRows(X, split.validation)),
    leakage: findLeaks({ ...data, X }, split),
    usual,
  };
}

/** Probability and expected value of every row. */
export function scoreRows(
  { classifier, amount }: { readonly classifier: FittedClassifier; readonly amount: FittedRegressor | null },
  X: Table,
): { score: Float64Array; expectedValue: Float64Array } {
  const score = classifier.predictProba(X);
  const atStake = amount?.predict(X);
  return { score, expectedValue: atStake ? score.map((p, i) => p * Math.max(0, atStake[i])) : score };
}

type FitOptionsOfStep = TrainOptions & { readonly step: string };

function fitClassifier(
  estimator: ReturnType<typeof buildEstimator>,
  { X, labels }: TrainingData,
  { train }: Pick<TimeSplit, 'train'>,
  { seed, threads, onProgress, step }: FitOptionsOfStep,
): FittedClassifier {
  const fitted: Fitted = estimator.fit(takeRows(X, train), pick(labels, train), {
    random: seeded(seed).fork(step),
    threads,
    onProgress: progress => onProgress?.({ ...progress, step }),
  });
  return fitted as FittedClassifier;
}

/** Fits the amount at stake on the positive training rows whose amount is known. */
function fitAmount(
  plan: TrainingPlan,
  { X, labels, amounts }: TrainingData,
  split: TimeSplit,
  options: TrainOptions,
): FittedRegressor | null {
  if (!plan.amount) return null;
  const rows = split.train.filter(row => labels[row] === 1 && !Number.isNaN(amounts[row]));
  if (rows.length === 0) return null;
  const fitted: Fitted = buildEstimator(plan.amount).fit(takeRows(X, rows), pick(amounts, rows), {
    random: seeded(options.seed).fork('amount'),
    threads: options.threads,
  });
  return fitted as FittedRegressor;
}

function judge(
  name: string,
  model: { classifier: FittedClassifier; amount: FittedRegressor | null },
  data: TrainingData,
  { validation }: TimeSplit,
  { seed, shares, onProgress }: TrainOptions & { readonly shares: readonly number[] },
): Evaluation {
  onProgress?.({ step: 'evaluation', done: 0, total: 1 });
  const { score, expectedValue } = scoreRows(model, takeRows(data.X, validation));
  const y = pick(data.labels, validation);
  const judged: JudgedRows = {
    y,
    score,
    expectedValue,
    amount: pick(data.amounts, validation).map((amount, i) => (y[i] === 1 && amount > 0 ? amount : 0)),
    patterns: Array.from(validation, row => data.patterns[row]),
  };
  return evaluate(name, judged, { random: seeded(seed).fork('bootstrap'), shares });
}

function choose(
  plan: TrainingPlan,
  fitted: readonly { name: string; classifier: FittedClassifier }[],
  evaluations: readonly Evaluation[],
): string {
  if (plan.choose.kind === 'named') return plan.choose.name;
  const { metric } = plan.choose;
  const eligible = evaluations.filter((_, i) => isExplainable(fitted[i].classifier));
  if (eligible.length === 0)
    throw new RikuyError(
      'invalid-declaration',
      'None of the candidates explains its scores exactly; name one that does.',
    );
  return eligible.reduce((best, one) => (one[metric].value > best[metric].value ? one : best)).model;
}

/** The chosen candidate once more, on every row whose label is known. */
function refit(
  useCase: UseCase,
  chosen: string,
  data: TrainingData,
  split: TimeSplit,
  options: TrainOptions,
): FittedClassifier {
  const { estimator } = useCase.training.candidates.find(({ name }) => name === chosen)!;
  return fitClassifier(buildEstimator(estimator), data, { train: split.labelled }, { ...options, step: chosen });
}

function pick(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, row => values[row]);
}
