import { RikuyError } from '@rikuy/contracts';
import {
  calibratedClassifier,
  catalogue,
  type ClassWeights,
  classWeighted,
  type ColumnBranch,
  columnPipelines,
  type Estimator,
  type EstimatorFactory,
  type FittedClassifier,
  type FittedTransformer,
  pipeline,
  randomOverSampling,
  randomUnderSampling,
  resampled,
  type Sampler,
  smote,
  smoteNc,
  stackingClassifier,
  votingClassifier,
} from '@rikuy/learn';
import { anomalyClassifier } from '../../estimators/anomaly-classifier.ts';
import { anomalyFeature } from '../../estimators/anomaly-feature.ts';
import { chosenFeatures, type ChosenFeaturesOptions } from '../../estimators/chosen-features.ts';
import type { EstimatorPlan } from '../../use-case/training-plan.ts';

/** How a kind that is made of parts is put together. */
type Composer = (
  parts: readonly Estimator[],
  params: Readonly<Record<string, unknown>>,
  plan: EstimatorPlan,
) => Estimator;

/** Kinds made of parts; `EstimatorPlan` says what each takes. Wrong parameters are refused by what they are given to. */
const composers: Readonly<Record<string, Composer>> = {
  pipeline: parts => pipeline(parts as unknown as Parameters<typeof pipeline>[0]),
  'column-pipelines': (parts, { columns, rest }, plan) =>
    columnPipelines(branchesOf(parts, columns, plan), rest === undefined ? {} : { rest: rest as 'pass' | 'drop' }),
  'voting-classifier': (parts, params) => votingClassifier(parts as Estimator<FittedClassifier>[], params),
  'stacking-classifier': (parts, params, plan) => {
    requireParts(plan, parts.length >= 2, 'the members and last the model on them');
    return stackingClassifier(
      parts.slice(0, -1) as Estimator<FittedClassifier>[],
      parts.at(-1) as Estimator<FittedClassifier>,
      params,
    );
  },
  'calibrated-classifier': (parts, params, plan) =>
    calibratedClassifier(onlyPart(parts, plan) as Estimator<FittedClassifier>, params),
  'class-weighted': (parts, { weights }, plan) =>
    classWeighted(onlyPart(parts, plan), (weights ?? 'balanced') as ClassWeights),
  resampled: (parts, { sampler, ...params }, plan) => resampled(samplerOf(sampler, params), onlyPart(parts, plan)),
  'anomaly-classifier': (parts, params, plan) => anomalyClassifier(onlyPart(parts, plan), params),
  'anomaly-feature': (parts, params, plan) => anomalyFeature(onlyPart(parts, plan), params),
  'chosen-features': (parts, params, plan) =>
    chosenFeatures(onlyPart(parts, plan), params as unknown as ChosenFeaturesOptions),
};

const samplers: Readonly<Record<string, (params: object) => Sampler>> = {
  smote,
  'smote-nc': smoteNc,
  'random-over-sampling': randomOverSampling,
  'random-under-sampling': randomUnderSampling,
};

/**
 * The estimator that a plan describes.
 * @throws RikuyError `invalid-declaration` for a kind that there is not, or parts that do not fit it
 * @throws LearnError `invalid-parameter`
 */
export function buildEstimator(plan: EstimatorPlan): Estimator {
  const { kind, params = {}, parts = [] } = plan;
  const compose = composers[kind];
  return compose ? compose(parts.map(buildEstimator), params, plan) : factoryOf(kind)(params);
}

function branchesOf(parts: readonly Estimator[], columns: unknown, plan: EstimatorPlan): ColumnBranch[] {
  const choices = Array.isArray(columns) ? (columns as ColumnBranch['columns'][]) : [];
  requireParts(plan, choices.length === parts.length, 'as many as `params.columns` has choices');
  return choices.map((choice, k) => ({ columns: choice, through: parts[k] as Estimator<FittedTransformer> }));
}

function onlyPart(parts: readonly Estimator[], plan: EstimatorPlan): Estimator {
  requireParts(plan, parts.length === 1, 'exactly one');
  return parts[0];
}

function requireParts({ kind, parts = [] }: EstimatorPlan, isRight: boolean, expected: string): void {
  if (isRight) return;
  throw new RikuyError('invalid-declaration', `\`parts\` of \`${kind}\` must be ${expected}; got ${parts.length}.`);
}

function samplerOf(name: unknown, params: object): Sampler {
  const make = samplers[String(name)];
  if (make) return make(params);
  const known = Object.keys(samplers).join(', ');
  throw new RikuyError('invalid-declaration', `\`sampler\` must be one of ${known}; got ${String(name)}.`);
}

function factoryOf(kind: string): EstimatorFactory {
  const simple = Object.values(catalogue).filter(entry => 'params' in entry) as unknown as readonly EstimatorFactory[];
  const found = simple.find(factory => factory.kind === kind);
  if (found) return found;
  const known = [...simple.map(factory => factory.kind), ...Object.keys(composers)].toSorted();
  throw new RikuyError(
    'invalid-declaration',
    `The estimator kind \`${kind}\` is unknown; known are ${known.join(', ')}.`,
  );
}
