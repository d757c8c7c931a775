import type { Evaluation, Importance, LeakageFinding } from '@rikuy/contracts';
import { RikuyError } from '@rikuy/contracts';
import {
  type Fitted,
  type FittedClassifier,
  type FittedRegressor,
  isExplainable,
  type Progress,
  seeded,
  select,
  type Table,
  takeRows,
} from '@rikuy/learn';
import type { TrainingPlan, UseCase, UsualValues } from '../../use-case/use-case.ts';
import { buildEstimator } from './build-estimator.ts';
import { evaluate, type JudgedRows } from './evaluate.ts';
import { importanceOf } from './importance.ts';
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
export function train(useCase: UseCase, history: TrainingData, options: TrainOptions): TrainedModel {
  const plan = useCase.training;
  const features = plan.features ?? useCase.features.map(({ name }) => name);
  const data = { ...history, X: select(history.X, features) };
  const training: Training = { plan, data, split: splitByTime(data, plan), options };
  const { split } = training;
  const amount = fitAmount(training);
  const candidates = plan.candidates.map(({ name }) => ({
    name,
    classifier: fitCandidate(training, name, split.train),
  }));
  const evaluations = candidates.map(candidate => judge(training, { ...candidate, amount }));
  const chosen = choose(plan, candidates, evaluations);
  const { classifier } = candidates.find(({ name }) => name === chosen)!;
  return {
    split,
    evaluations,
    chosen,
    classifier: plan.refit ? fitCandidate(training, chosen, split.labelled) : classifier,
    amount,
    features,
    importance: importanceOf(classifier, takeRows(data.X, split.validation)),
    leakage: findLeaks(data, split),
    usual: usualValues(takeRows(data.X, split.train)),
  };
}

/** Probability and expected value of every row. */
export function scoreRows(
  { classifier, amount }: Pick<Candidate, 'classifier' | 'amount'>,
  X: Table,
): { score: Float64Array; expectedValue: Float64Array } {
  const score = classifier.predictProba(X);
  const atStake = amount?.predict(X);
  return { score, expectedValue: atStake ? score.map((p, i) => p * Math.max(0, atStake[i])) : score };
}

/** What every step of one training works on. */
interface Training {
  readonly plan: TrainingPlan;
  readonly data: TrainingData;
  readonly split: TimeSplit;
  readonly options: TrainOptions;
}

interface Candidate {
  readonly name: string;
  readonly classifier: FittedClassifier;
  readonly amount: FittedRegressor | null;
}

function fitCandidate({ plan, data, options }: Training, name: string, rows: Int32Array): FittedClassifier {
  const { estimator } = plan.candidates.find(candidate => candidate.name === name)!;
  const fitted: Fitted = buildEstimator(estimator).fit(takeRows(data.X, rows), pick(data.labels, rows), {
    random: seeded(options.seed).fork(name),
    threads: options.threads,
    onProgress: progress => options.onProgress?.({ ...progress, step: name }),
  });
  return fitted as FittedClassifier;
}

/** Fits the amount at stake on the positive training rows whose amount is known. */
function fitAmount({ plan, data, split, options }: Training): FittedRegressor | null {
  if (!plan.amount) return null;
  const rows = split.train.filter(row => data.labels[row] === 1 && !Number.isNaN(data.amounts[row]));
  if (rows.length === 0) return null;
  const fitted: Fitted = buildEstimator(plan.amount).fit(takeRows(data.X, rows), pick(data.amounts, rows), {
    random: seeded(options.seed).fork('amount'),
    threads: options.threads,
  });
  return fitted as FittedRegressor;
}

function judge({ plan, data, split, options }: Training, candidate: Candidate): Evaluation {
  options.onProgress?.({ step: 'evaluation', done: 0, total: 1 });
  const { validation } = split;
  const y = pick(data.labels, validation);
  const judged: JudgedRows = {
    y,
    ...scoreRows(candidate, takeRows(data.X, validation)),
    amount: pick(data.amounts, validation).map((amount, i) => (y[i] === 1 && amount > 0 ? amount : 0)),
    patterns: Array.from(validation, row => data.patterns[row]),
  };
  return evaluate(candidate.name, judged, { random: seeded(options.seed).fork('bootstrap'), shares: plan.shares });
}

/** The candidate that the plan names, or the best of those that can say why. */
function choose(
  plan: TrainingPlan,
  candidates: readonly Pick<Candidate, 'classifier'>[],
  evaluations: readonly Evaluation[],
): string {
  if (plan.choose.kind === 'named') return plan.choose.name;
  const { metric } = plan.choose;
  const eligible = evaluations.filter((_, i) => isExplainable(candidates[i].classifier));
  if (eligible.length === 0) {
    throw new RikuyError(
      'invalid-declaration',
      'None of the candidates explains its scores exactly; name one that does.',
    );
  }
  return eligible.reduce((best, one) => (one[metric].value > best[metric].value ? one : best)).model;
}

function pick(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, row => values[row]);
}
