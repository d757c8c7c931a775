import { RikuyError, type SearchResult } from '@rikuy/contracts';
import {
  averagePrecision,
  type Estimator,
  type FittedClassifier,
  gridSearch,
  logLoss,
  type Progress,
  type Random,
  randomSearch,
  rocAuc,
  type ScoredRows,
  type SearchPlan,
  type SearchResult as Searched,
  type Split,
  stratifiedFolds,
  type Table,
  timeFolds,
  tpeSearch,
} from '@rikuy/learn';
import type { CandidatePlan, EstimatorPlan, ParameterSearch, SearchDimension } from '../../use-case/training-plan.ts';
import { buildEstimator } from './build-estimator.ts';

/** Training rows to search on. */
export interface SearchedRows {
  readonly X: Table;
  readonly y: Float64Array;
  /** Epoch ms. */
  readonly eventTimes: Float64Array;
  readonly labelKnownAt: Float64Array;
}

export interface SearchOptions {
  readonly random: Random;
  readonly threads?: number;
  readonly onProgress?: (progress: Progress) => void;
}

export interface FoundPlan {
  readonly estimator: EstimatorPlan;
  /** Null where nothing was searched. */
  readonly search: SearchResult | null;
}

const metrics: Readonly<Record<ParameterSearch['metric'], (rows: ScoredRows) => number>> = {
  rocAuc,
  averagePrecision,
  logLoss: rows => -logLoss(rows),
};

/** The candidate's estimator with the parameters that its search finds best, on these rows alone. */
export async function searchParameters(
  candidate: CandidatePlan,
  rows: SearchedRows,
  options: SearchOptions,
): Promise<FoundPlan> {
  const { name, estimator, search } = candidate;
  if (!search) return { estimator, search: null };
  const { best, trials } = await searchBy(search, rows, {
    objective: {
      make: params => buildEstimator(withParams(estimator, params)) as Estimator<FittedClassifier>,
      metric: metrics[search.metric],
    },
    splits: foldsOf(search, rows, options.random.fork('folds')),
    random: options.random.fork('search'),
    threads: options.threads,
    onProgress: options.onProgress,
  });
  const params = best.params as SearchResult['params'];
  const { method, metric } = search;
  return {
    estimator: withParams(estimator, params),
    search: { candidate: name, method, metric, trials: trials.length, best: best.mean, params },
  };
}

/** A search whose space is data: which names it has is known at run time only. */
type DataSearch = (
  X: Table,
  y: Float64Array,
  space: object,
  plan: SearchPlan<object> & { readonly trials?: number },
) => Promise<Searched<object>>;

const searches = { grid: gridSearch, random: randomSearch, tpe: tpeSearch } as unknown as Readonly<
  Record<ParameterSearch['method'], DataSearch>
>;

function searchBy(
  search: ParameterSearch,
  { X, y }: SearchedRows,
  plan: SearchPlan<object>,
): Promise<Searched<object>> {
  const run = searches[search.method];
  switch (search.method) {
    case 'grid':
      return run(X, y, search.space, plan);
    case 'random':
    case 'tpe':
      return run(X, y, dimensionsOf(search.space), { ...plan, trials: search.trials });
  }
}

function foldsOf({ folds }: ParameterSearch, rows: SearchedRows, random: Random): Split[] {
  if (folds.by === 'class') return stratifiedFolds(rows.y, { folds: folds.count, random });
  return timeFolds({ happened: rows.eventTimes, known: rows.labelKnownAt }, { folds: folds.count });
}

/** The dimensions with what was left out. */
function dimensionsOf(space: Readonly<Record<string, SearchDimension>>): Readonly<Record<string, SearchDimension>> {
  const complete = (one: SearchDimension): SearchDimension =>
    one.kind === 'choice' ? one : { ...one, log: one.log ?? false, whole: one.whole ?? false };
  return Object.fromEntries(Object.entries(space).map(([name, one]) => [name, complete(one)]));
}

/** The plan with these parameters set, `1.learningRate` being one of the second part. */
export function withParams(plan: EstimatorPlan, params: object): EstimatorPlan {
  return Object.entries(params).reduce((changed, [path, value]) => withParam(changed, path.split('.'), value), plan);
}

function withParam(plan: EstimatorPlan, [first, ...rest]: readonly string[], value: unknown): EstimatorPlan {
  if (rest.length === 0) return { ...plan, params: { ...plan.params, [first]: value } };
  if (!plan.parts?.[Number(first)]) throw noSuchPart(plan, first);
  const parts = plan.parts.map((part, k) => (String(k) === first ? withParam(part, rest, value) : part));
  return { ...plan, parts };
}

function noSuchPart({ kind, parts = [] }: EstimatorPlan, name: string): RikuyError {
  return new RikuyError(
    'invalid-declaration',
    `\`search.space\` names part ${name} of \`${kind}\`, which has ${parts.length}; count from 0.`,
  );
}
