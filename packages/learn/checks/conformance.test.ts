import { describe, expect, it } from 'vitest';
import { catalogue } from '../catalogue.ts';
import * as door from '../index.ts';
import { restore } from '../persist/restore.ts';
import type { EstimatorFactory } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { numberColumn } from '../table/table.ts';
import { checkData } from './check-data.ts';
import type { CheckSubject } from './check-context.ts';
import { checkEstimator, checkNames, type CheckOptions, subjectOf } from './check-estimator.ts';

const {
  calibratedClassifier,
  columnPipelines,
  impute,
  keepColumns,
  gradientBoostingRegressor,
  logisticRegression,
  modelImpute,
  oneHot,
  pipeline,
  scale,
  stackingClassifier,
  targetEncode,
  votingClassifier,
} = door;

const drawsByRow = 'its bootstrap draws row by row, so rows of weight 0 move the stream of random numbers';

const onlyNumbers: CheckOptions = { categories: false, gaps: false };

/** Small parameters, and what an estimator does not take. An estimator not listed is checked as it is. */
const cases: Readonly<Record<string, { readonly params?: object; readonly options?: CheckOptions }>> = {
  autoencoder: {
    params: { encoder: [6, 2], epochs: 3 },
    options: {
      ...onlyNumbers,
      exempt: {
        'parts of an explanation add up to the score': 'its score is an anomaly score; its own test adds the parts up',
      },
    },
  },
  denseNetworkClassifier: {
    params: { layers: [6, 5], epochs: 3, dropout: 0.2, batchNorm: true },
    options: onlyNumbers,
  },
  denseNetworkRegressor: { params: { layers: [6], epochs: 3, batchSize: 16, l2: 0.01 }, options: onlyNumbers },
  ecod: {
    options: {
      exempt: {
        'parts of an explanation add up to the score': 'its score is no prediction; its own test adds it up',
      },
    },
  },
  gradientBoostingClassifier: { params: { trees: 5, maxDepth: 3 }, options: { sumTolerance: 1e-5 } },
  gradientBoostingRegressor: { params: { trees: 5, maxDepth: 3 }, options: { sumTolerance: 1e-5 } },
  isolationForest: {
    params: { trees: 10 },
    options: {
      exempt: {
        'parts of an explanation add up to the score':
          'it explains the logarithm of its score; its own test adds it up',
      },
    },
  },
  keepColumns: { params: { columns: ['region', 'balance'] } },
  logisticRegression: { options: { categories: false, gaps: false } },
  randomForestClassifier: {
    params: { trees: 5, maxDepth: 4 },
    options: { sumTolerance: 1e-5, exempt: { 'weight 0 is as good as absent': drawsByRow } },
  },
  randomForestRegressor: {
    params: { trees: 5, maxDepth: 4 },
    options: { sumTolerance: 1e-5, exempt: { 'weight 0 is as good as absent': drawsByRow } },
  },
  sequenceNetwork: {
    params: { sequences: { money: ['amount', 'balance'], count: ['items', 'constant'] }, epochs: 2, layers: [4] },
    options: onlyNumbers,
  },
};

/** Composed estimators by what they are made of; each part has its own checks. */
const composed: Readonly<Record<string, Pick<CheckSubject, 'role' | 'make'>>> = {
  calibratedClassifier: {
    role: 'classifier',
    make: () => calibratedClassifier(pipeline([impute(), scale(), oneHot(), logisticRegression()]), { folds: 3 }),
  },
  columnPipelines: {
    role: 'transformer',
    make: () =>
      columnPipelines([
        { columns: ['amount', 'balance'], through: pipeline([impute({ indicator: true }), scale()]) },
        { columns: 'categories', through: oneHot() },
      ]),
  },
  modelImpute: {
    role: 'transformer',
    make: () => modelImpute(gradientBoostingRegressor({ trees: 3, maxDepth: 2 })),
  },
  pipeline: {
    role: 'classifier',
    make: () => pipeline([impute(), scale(), targetEncode({ columns: ['sector'] }), oneHot(), logisticRegression()]),
  },
  stackingClassifier: {
    role: 'classifier',
    make: () =>
      stackingClassifier(
        [
          pipeline([keepColumns({ columns: 'numbers' }), impute(), scale(), logisticRegression()]),
          pipeline([keepColumns({ columns: 'categories' }), oneHot(), logisticRegression()]),
        ],
        logisticRegression(),
        { folds: 3 },
      ),
  },
  votingClassifier: {
    role: 'classifier',
    make: () =>
      votingClassifier(
        [
          pipeline([keepColumns({ columns: 'numbers' }), impute(), scale(), logisticRegression()]),
          pipeline([targetEncode(), impute({ strategy: 'mean' }), scale(), logisticRegression({ l2: 5 })]),
        ],
        { weights: [1, 2] },
      ),
  },
};

function subjectNamed(name: string, factory: unknown): CheckSubject {
  if (name in composed) return { ...kindOf(factory), ...composed[name] };
  if (!('params' in (factory as object))) throw new Error(`\`${name}\` is composed: give an example of it here.`);
  return subjectOf(factory as EstimatorFactory, cases[name]?.params);
}

/** Composed factories are functions, whose properties a spread does not type. */
function kindOf(factory: unknown): Pick<CheckSubject, 'kind' | 'fromState'> {
  const { kind, fromState } = factory as Pick<CheckSubject, 'kind' | 'fromState'>;
  return { kind, fromState };
}

const factories = Object.entries(door as Record<string, unknown>).filter(
  ([, value]) => typeof value === 'function' && 'kind' in value && 'fromState' in value,
);

describe.each(factories)('%s', (name, factory) => {
  const results = checkEstimator(subjectNamed(name, factory), {
    read: part => restore(part, catalogue),
    ...cases[name]?.options,
  });

  it.each(results)('$check', result => {
    expect(result).not.toHaveProperty('error');
  });
});

describe('the conformance suite', () => {
  it('meets every estimator that the package exports', () => {
    expect(factories.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(catalogue)));
    expect(factories.length).toBeGreaterThanOrEqual(13);
  });

  it('lists a reason for every exemption', () => {
    const reasons = Object.values(cases).flatMap(({ options }) => Object.values(options?.exempt ?? {}));
    expect(reasons.every(reason => reason.length > 20)).toBe(true);
  });
});

describe('a broken estimator', () => {
  const sound = subjectOf(scale);

  /** `scale`, whose fitted objects are changed by `breaking`. */
  function broken(breaking: (fitted: ReturnType<ReturnType<typeof scale>['fit']>) => object): CheckSubject {
    const change = (fitted: ReturnType<ReturnType<typeof scale>['fit']>): typeof fitted => ({
      ...fitted,
      ...breaking(fitted),
    });
    return {
      ...sound,
      make: () => ({ ...scale(), fit: (...given) => change(scale().fit(...given)) }),
      fromState: state => change(scale.fromState(state)),
    };
  }

  const failed = (subject: CheckSubject): string[] =>
    checkEstimator(subject).flatMap(({ check, status }) => (status === 'failed' ? [check] : []));

  it('fails nothing when it is not broken', () => {
    expect(failed(sound)).toEqual([]);
  });

  it('fails when a row depends on its batch', () => {
    const centred = broken(fitted => ({
      transform: (X: Parameters<typeof fitted.transform>[0]) => {
        const { values } = numberColumn(fitted.transform(X), 'items');
        return { rowCount: X.rowCount, columns: new Map([['items', numbers(values.map(value => value - values[0]))]]) };
      },
    }));
    expect(failed(centred)).toContain('a row is answered as in a batch');
  });

  it('fails when it changes its inputs', () => {
    const overwriting = broken(fitted => ({
      transform: (X: Parameters<typeof fitted.transform>[0]) => {
        numberColumn(X, 'items').values[0] = 77;
        return fitted.transform(X);
      },
    }));
    expect(failed(overwriting)).toContain('inputs stay unchanged');
  });

  it('fails when its state forgets something', () => {
    const forgetful = {
      ...sound,
      fromState: () => scale({ method: 'robust' }).fit(checkDataTable(), new Float64Array(50)),
    };
    expect(failed(forgetful)).toContain('state restores to the same answers');
  });

  it('fails when it draws without the seed', () => {
    let fits = 0;
    const moody = {
      ...sound,
      make: () => scale({ method: fits++ % 2 === 0 ? 'robust' : 'standard' }),
    };
    expect(failed(moody)).toContain('the same seed gives the same bits');
  });

  it('fails when it lets a missing column pass', () => {
    const lenient = broken(fitted => ({
      transform: () => ({ rowCount: 0, columns: new Map() }),
      inputs: fitted.inputs,
    }));
    expect(failed(lenient)).toContain('a missing column is refused by name');
  });

  it('is told which check failed, and runs them all', () => {
    expect(checkEstimator(sound).map(({ check }) => check)).toEqual(checkNames);
  });

  function checkDataTable(): ReturnType<typeof checkData>['X'] {
    return checkData(seeded(1), { rows: 50, target: 'class', categories: true, gaps: true }).X;
  }
});
