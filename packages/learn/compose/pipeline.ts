import { z } from 'zod';
import type {
  Estimator,
  Explainable,
  Fitted,
  FittedClassifier,
  FittedDetector,
  FittedOnTable,
  FittedRegressor,
  FittedTransformer,
  FitOptions,
  InputColumn,
  ReadPart,
} from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { readValues } from '../protocol/read-state.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { seeded } from '../random/random.ts';
import type { Table } from '../table/table.ts';
import { mappedBack, originsThrough } from './attributions.ts';
import {
  type CapabilitiesOf,
  described,
  fitStep,
  isExplainable,
  isTransformer,
  partOf,
  partsReader,
  readTransformer,
} from './capabilities.ts';

/** Fitted steps and what they end in; it can do what the last one can. */
export type FittedPipeline<M extends Fitted = Fitted> = Fitted &
  CapabilitiesOf<M> & {
    readonly steps: readonly FittedTransformer[];
    readonly last: M;
  };

const KIND = 'pipeline';

/**
 * Transformers one after another and an estimator at the end, fitted and used as one. A pipeline of transformers
 * alone is a transformer. Explanations are told in terms of the pipeline's own inputs: the parts of columns made from
 * one input (such as one-hot columns) are added up; a column made from several keeps its own name.
 *
 * Training rows pass the steps' `fitTransform` where there is one, so that target encodings are out of fold; the
 * rows of `validation` pass `transform`, like rows to be predicted.
 *
 * @example pipeline([impute(), scale(), oneHot(), logisticRegression({ l2: 1 })])
 */
export const pipeline = Object.assign(composePipeline, { kind: KIND, fromState: readPipeline });

function composePipeline<M extends Fitted>(
  steps: readonly [...Estimator<FittedTransformer>[], Estimator<M>],
): Estimator<FittedPipeline<M>> {
  if (steps.length === 0)
    throw new LearnError('invalid-parameter', '`steps` must have at least one estimator; got none.');
  const before = steps.slice(0, -1) as Estimator<FittedTransformer>[];
  const last = steps[steps.length - 1] as Estimator<M>;
  return {
    kind: KIND,
    params: { steps: steps.map(described) },
    fit: (X, y, options = {}) => fitAll(before, last, { X, y, options }),
    fitTransform: (X, y, options = {}) => fitTransformAll(before, last, { X, y, options }),
  };
}

interface Training {
  readonly X: Table;
  readonly y: Float64Array;
  readonly options: FitOptions;
}

function fitAll<M extends Fitted>(
  before: readonly Estimator<FittedTransformer>[],
  last: Estimator<M>,
  training: Training,
): FittedPipeline<M> {
  const { steps, reached } = fitSteps(before, training);
  return fittedPipeline(steps, last.fit(reached.X, reached.y, reached.options));
}

function fitTransformAll<M extends Fitted>(
  before: readonly Estimator<FittedTransformer>[],
  last: Estimator<M>,
  training: Training,
): FittedOnTable<FittedPipeline<M>> {
  const { steps, reached } = fitSteps(before, training);
  const { fitted, transformed } = fitStep(last, reached.X, reached.y, reached.options);
  return { fitted: fittedPipeline(steps, fitted as Fitted as M), transformed };
}

function fitSteps(
  before: readonly Estimator<FittedTransformer>[],
  training: Training,
): { steps: FittedTransformer[]; reached: Training } {
  const random = training.options.random ?? seeded(0);
  const steps: FittedTransformer[] = [];
  let { X, options } = training;
  for (const step of before) {
    const { fitted, transformed } = fitStep(step, X, training.y, { ...options, random: random.fork(steps.length) });
    steps.push(fitted);
    X = transformed;
    options = transformedValidation(fitted, options);
  }
  return { steps, reached: { X, y: training.y, options: { ...options, random: random.fork(steps.length) } } };
}

function transformedValidation(step: FittedTransformer, options: FitOptions): FitOptions {
  if (!options.validation) return options;
  return { ...options, validation: { ...options.validation, X: step.transform(options.validation.X) } };
}

function fittedPipeline<M extends Fitted>(steps: readonly FittedTransformer[], last: M): FittedPipeline<M> {
  const inputs = steps[0]?.inputs ?? last.inputs;
  const prepared = (X: Table): Table => steps.reduce((reached, step) => step.transform(reached), X);
  const common = { kind: KIND, inputs, steps, last, toState: () => pipelineState(steps, last) };
  // The methods offered are those of the last step, which the type says and only its value shows.
  return { ...common, ...capabilities({ steps, last, inputs, prepared }) } as FittedPipeline<M>;
}

interface Parts {
  readonly steps: readonly FittedTransformer[];
  readonly last: Fitted;
  readonly inputs: readonly InputColumn[];
  readonly prepared: (X: Table) => Table;
}

function capabilities({ steps, last, inputs, prepared }: Parts): Partial<CapabilitiesOf<AnyFitted>> {
  const model = last as Partial<AnyFitted>;
  const origins = originsThrough(isTransformer(last) ? [...steps, last] : steps, last);
  return {
    ...(model.predictProba && { predictProba: (X: Table) => model.predictProba!(prepared(X)) }),
    ...(model.predict && { predict: (X: Table) => model.predict!(prepared(X)) }),
    ...(model.anomalyScore && { anomalyScore: (X: Table) => model.anomalyScore!(prepared(X)) }),
    ...(model.transform && { transform: (X: Table) => model.transform!(prepared(X)), outputs: model.outputs, origins }),
    ...(isExplainable(last) && { explain: (X: Table) => mappedBack(last.explain(prepared(X)), origins, inputs) }),
  };
}

type AnyFitted = FittedClassifier & FittedRegressor & FittedTransformer & FittedDetector & Explainable;

function pipelineState(steps: readonly FittedTransformer[], last: Fitted): State {
  const parts = steps.map((step, k) => [`step${k}`, step.toState()] as const);
  return {
    kind: KIND,
    protocol: PROTOCOL,
    values: { steps: steps.length },
    arrays: {},
    parts: { ...Object.fromEntries(parts), last: last.toState() },
  };
}

function readPipeline(state: State, reader?: ReadPart): FittedPipeline {
  const read = partsReader(KIND, reader);
  const { steps } = readValues(state, KIND, z.object({ steps: z.int().min(0) }));
  const transformers = Array.from({ length: steps }, (_, k) => readTransformer(state, `step${k}`, read));
  return fittedPipeline(transformers, read(partOf(state, 'last')));
}
