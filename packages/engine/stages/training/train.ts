import { type Evaluation, type Importance, type LeakageFinding, RikuyError, type SearchResult } from '@rikuy/contracts';
import {
  type Fitted,
  type FittedClassifier,
  type FittedRegressor,
  type Progress,
  type Random,
  seeded,
  select,
  type Table,
  takeRows,
} from '@rikuy/learn';
import { type AmountAtStake, amountsAtStake } from '../../estimators/amount-at-stake.ts';
import { explainerOf } from '../../estimators/explainer.ts';
import { newestVersions } from '../../expressions/feature.ts';
import type { Baseline, CandidatePlan, EstimatorPlan, TrainingPlan } from '../../use-case/training-plan.ts';
import type { UseCase, UsualValues } from '../../use-case/use-case.ts';
import { buildEstimator } from './build-estimator.ts';
import { type CostJudge, evaluate, type JudgedRows } from './evaluate.ts';
import { importanceOf } from './importance.ts';
import { findLeaks } from './leakage.ts';
import { searchParameters } from './search-parameters.ts';
import type { TimeSplit } from './split-by-time.ts';
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
  readonly split: TimeSplit;
  readonly threads?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** What decisions cost, of policies by cost. */
  readonly costs?: CostJudge;
  /** Scores of the validation rows by rules and lists alone, for the baseline of that kind. */
  readonly rulesAlone?: Float64Array;
}

export interface TrainedModel {
  /** Of the candidates, then the baselines. */
  readonly evaluations: readonly Evaluation[];
  /** Name of the candidate that decides. */
  readonly chosen: string;
  readonly classifier: FittedClassifier;
  readonly amount: AmountAtStake;
  /** The validation rows as each candidate and baseline scored them, by name; before the last fit. */
  readonly judged: ReadonlyMap<string, JudgedRows>;
  readonly features: readonly string[];
  readonly importance: readonly Importance[];
  readonly leakage: readonly LeakageFinding[];
  readonly searches: readonly SearchResult[];
  readonly usual: UsualValues;
}

/**
 * Fits every candidate of the plan on what was known before the cut, judges all on the events after it, and keeps the
 * chosen one. The same data, seed and code give the same bits.
 */
export async function train(useCase: UseCase, history: TrainingData, options: TrainOptions): Promise<TrainedModel> {
  const plan = useCase.training;
  const features = plan.features ?? newestVersions(useCase.features);
  const training: Training = { plan, data: { ...history, X: select(history.X, features) }, all: history.X, options };
  const { data } = training;
  const { split } = options;
  const usual = usualValues(takeRows(history.X, split.train));
  const amount = amountOf(training, usual);
  const candidates: FittedCandidate[] = [];
  for (const candidate of plan.candidates) candidates.push(await fitFound(training, candidate));
  const judged = new Map(candidates.map(({ name, classifier }) => [name, judgedBy(training, { classifier, amount })]));
  const evaluations = candidates.map(({ name }) => evaluationOf(training, name, judged.get(name)!));
  const chosen = choose(plan, candidates, evaluations);
  const { classifier, found } = candidates[chosen];
  const compared = new Map((plan.baselines ?? []).map(one => [one.name, judgedBaseline(training, one, amount)]));
  return {
    evaluations: [
      ...evaluations,
      ...[...compared].map(([name, rows]) => ({ ...evaluationOf(training, name, rows), isBaseline: true })),
    ],
    chosen: candidates[chosen].name,
    classifier: plan.refit ? fitOn(training, found, split.labelled) : classifier,
    amount,
    judged: new Map([...judged, ...compared]),
    features,
    importance: importanceOf(classifier, takeRows(data.X, split.validation)),
    leakage: findLeaks(data, split),
    searches: candidates.flatMap(({ search }) => search ?? []),
    usual: Object.fromEntries(features.map(name => [name, usual[name]])),
  };
}

/** Probability, amount at stake and expected value of every row. */
export function scoreRows(
  { classifier, amount }: Pick<TrainedModel, 'classifier' | 'amount'>,
  X: Table,
): Pick<JudgedRows, 'score' | 'amountAtStake' | 'expectedValue'> {
  const score = classifier.predictProba(X);
  const amountAtStake = amountsAtStake(amount, X);
  return { score, amountAtStake, expectedValue: score.map((p, i) => p * amountAtStake[i]) };
}

/** What every step of one training works on. */
interface Training {
  readonly plan: TrainingPlan;
  /** With the features given to the models. */
  readonly data: TrainingData;
  /** With all features. */
  readonly all: Table;
  readonly options: TrainOptions;
}

/** A candidate whose parameters have been found. */
type Found = Pick<CandidatePlan, 'name' | 'estimator' | 'learnsFrom'>;

interface FittedCandidate {
  readonly name: string;
  readonly found: Found;
  readonly classifier: FittedClassifier;
  readonly search: SearchResult | null;
}

async function fitFound(training: Training, candidate: CandidatePlan): Promise<FittedCandidate> {
  const { data, options } = training;
  const { train: rows } = options.split;
  const searched = {
    X: takeRows(data.X, rows),
    y: pick(data.labels, rows),
    eventTimes: pick(data.eventTimes, rows),
    labelKnownAt: pick(data.labelKnownAt, rows),
  };
  const { name, learnsFrom } = candidate;
  const steps = stepsOf(training, name);
  const { estimator, search } = await searchParameters(candidate, searched, {
    ...steps,
    random: steps.random.fork('search'),
  });
  const found = { name, estimator, learnsFrom };
  return { name, found, classifier: fitOn(training, found, rows), search };
}

/** Fits on these rows of known label or, where it learns without labels, on every row as old as the newest of them. */
function fitOn(training: Training, { name, estimator, learnsFrom }: Found, labelled: Int32Array): FittedClassifier {
  const { data } = training;
  const rows = learnsFrom === 'all' ? everyRowUpTo(data, labelled) : labelled;
  const labels = pick(data.labels, rows).map(label => (label === 1 ? 1 : 0));
  return fitEstimator(estimator, takeRows(data.X, rows), labels, stepsOf(training, name)) as FittedClassifier;
}

function everyRowUpTo({ eventTimes }: TrainingData, rows: Int32Array): Int32Array {
  const times = rows.reduce(
    ({ first, last }, row) => ({ first: Math.min(first, eventTimes[row]), last: Math.max(last, eventTimes[row]) }),
    { first: Infinity, last: -Infinity },
  );
  return Int32Array.from(eventTimes.keys()).filter(
    row => eventTimes[row] >= times.first && eventTimes[row] <= times.last,
  );
}

interface Steps {
  readonly random: Random;
  readonly threads?: number;
  readonly onProgress: (progress: Progress) => void;
}

function stepsOf({ options }: Training, name: string): Steps {
  return {
    random: seeded(options.seed).fork(name),
    threads: options.threads,
    onProgress: progress => options.onProgress?.({ ...progress, step: name }),
  };
}

function fitEstimator(plan: EstimatorPlan, X: Table, y: Float64Array, steps: Steps): Fitted {
  return buildEstimator(plan).fit(X, y, steps);
}

/** What is at stake: by the feature that the plan names, by its model fitted on the positive training rows, or 1. */
function amountOf(training: Training, usual: UsualValues): AmountAtStake {
  const { plan, data, options } = training;
  const { amountFeature: name } = plan;
  if (name !== undefined) return { kind: 'feature', name, otherwise: Number(usual[name] ?? 0) };
  const rows = options.split.train.filter(row => data.labels[row] === 1 && !Number.isNaN(data.amounts[row]));
  if (!plan.amount || rows.length === 0) return { kind: 'one' };
  const steps = { ...stepsOf(training, 'amount'), onProgress: () => undefined };
  const model = fitEstimator(plan.amount, takeRows(data.X, rows), pick(data.amounts, rows), steps);
  return { kind: 'model', model: model as FittedRegressor };
}

function judgedBy({ data, all, options }: Training, model: Pick<TrainedModel, 'classifier' | 'amount'>): JudgedRows {
  return { ...truthOf(data, options.split.validation), ...scoreRows(model, takeRows(all, options.split.validation)) };
}

function truthOf(data: TrainingData, rows: Int32Array): Pick<JudgedRows, 'y' | 'amount' | 'patterns'> {
  const y = pick(data.labels, rows);
  return {
    y,
    amount: pick(data.amounts, rows).map((amount, i) => (y[i] === 1 && amount > 0 ? amount : 0)),
    patterns: Array.from(rows, row => data.patterns[row]),
  };
}

function evaluationOf({ plan, options }: Training, name: string, judged: JudgedRows): Evaluation {
  options.onProgress?.({ step: 'evaluation', done: 0, total: 1 });
  const { seed, costs } = options;
  return evaluate(name, judged, { random: seeded(seed).fork('bootstrap'), shares: plan.shares, costs });
}

function judgedBaseline(training: Training, baseline: Baseline, amount: AmountAtStake): JudgedRows {
  const { all, data, options } = training;
  const { train: rows, validation } = options.split;
  switch (baseline.kind) {
    case 'model':
      return judgedBy(training, { classifier: fitOn(training, baseline, rows), amount });
    case 'rules': {
      const score = options.rulesAlone ?? new Float64Array(validation.length);
      const amountAtStake = amountsAtStake(amount, takeRows(all, validation));
      const expectedValue = score.map((p, i) => p * amountAtStake[i]);
      return { ...truthOf(data, validation), score, amountAtStake, expectedValue };
    }
  }
}

/** Position of the candidate that the plan names, or of the best; its decisions can be explained. */
function choose(
  { choose: choice }: TrainingPlan,
  candidates: readonly FittedCandidate[],
  evaluations: readonly Evaluation[],
): number {
  const able = candidates.map(({ classifier }) => explainerOf(classifier) !== null);
  const eligible = [...candidates.keys()].filter(
    k => able[k] && (choice.kind === 'best' || candidates[k].name === choice.name),
  );
  if (eligible.length === 0) throw unexplained(choice);
  if (choice.kind === 'named') return eligible[0];
  const figure = figures[choice.metric];
  return eligible.reduce((best, k) => (figure(evaluations[k]) > figure(evaluations[best]) ? k : best));
}

const figures: Readonly<Record<'averagePrecision' | 'rocAuc' | 'cost', (evaluation: Evaluation) => number>> = {
  averagePrecision: ({ averagePrecision }) => averagePrecision.value,
  rocAuc: ({ rocAuc }) => rocAuc.value,
  cost: ({ cost }) => -(cost?.perEvent.value ?? Infinity),
};

function unexplained(choice: TrainingPlan['choose']): RikuyError {
  const got =
    choice.kind === 'named' ? `\`${choice.name}\`, which has no exact explanation` : 'none among the candidates';
  return new RikuyError(
    'invalid-declaration',
    `\`training.choose\` expects a model whose decisions can be explained exactly; got ${got}. Name another, or let it vote beside one that explains itself.`,
  );
}

function pick(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, row => values[row]);
}
