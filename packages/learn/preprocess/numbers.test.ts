import { describe, expect, it } from 'vitest';
import reference from '../checks/references/scikit-learn.json' with { type: 'json' };
import { categories, numbers } from '../table/column.ts';
import { numberColumn, table } from '../table/table.ts';
import type { Estimator, FittedTransformer } from '../protocol/estimator.ts';
import { impute } from './impute.ts';
import { log1p } from './log1p.ts';
import { scale } from './scale.ts';
import { winsorise } from './winsorise.ts';

const { preprocess } = reference;
const x = numbers(Float64Array.from(preprocess.x, value => value ?? NaN));
const X = table({ x });
const y = new Float64Array(X.rowCount);
const weights = Float64Array.from(preprocess.weights);

function transformedBy(estimator: Estimator<FittedTransformer>, values: readonly number[], later = values): number[] {
  const trained = table({ x: numbers(values) });
  const fitted = estimator.fit(trained, new Float64Array(values.length));
  return [...numberColumn(fitted.transform(table({ x: numbers(later) })), 'x').values];
}

/** The largest distance between two lists; infinite where only one has a gap. */
function distance(actual: ArrayLike<number>, expected: readonly (number | null)[]): number {
  const distances = expected.map((value, i) =>
    value === null || Number.isNaN(actual[i])
      ? value === null && Number.isNaN(actual[i])
        ? 0
        : Infinity
      : Math.abs(actual[i] - value),
  );
  return actual.length === expected.length ? Math.max(...distances) : Infinity;
}

describe('impute', () => {
  it.each([
    ['mean', 'mean'],
    ['median', 'median'],
    ['mode', 'most_frequent'],
  ] as const)(`fills with the %s of ${reference.source}`, (strategy, theirs) => {
    const filled = impute({ strategy }).fit(X, y).transform(X);
    expect(numberColumn(filled, 'x').values[3]).toBeCloseTo(preprocess.impute[theirs], 12);
  });

  it('fills with a constant', () => {
    expect(transformedBy(impute({ strategy: 'constant', fill: -1 }), [1, NaN])).toEqual([1, -1]);
  });

  it('marks gaps in a column of its own, where training had gaps', () => {
    const trained = table({ x: numbers([1, NaN, 3]), full: numbers([1, 2, 3]) });
    const fitted = impute({ indicator: true }).fit(trained, new Float64Array(3));
    expect(fitted.outputs.map(output => output.name)).toEqual(['x', 'x:missing', 'full']);
    const later = fitted.transform(table({ full: numbers([NaN]), x: numbers([NaN]) }));
    expect([...later.columns.values()].map(one => (one.kind === 'number' ? one.values[0] : null))).toEqual([2, 1, 2]);
  });

  it('fills categories with the most frequent one, or a new one', () => {
    const trained = table({ c: categories(['a', 'b', 'b', null]) });
    const byMode = impute({ columns: 'categories', strategy: 'mode' }).fit(trained, new Float64Array(4));
    const byName = impute({ columns: ['c'], strategy: 'constant', fill: 'none' }).fit(trained, new Float64Array(4));
    expect(byMode.transform(trained).columns.get('c')).toMatchObject({ levels: ['a', 'b'] });
    expect(byName.transform(trained).columns.get('c')).toMatchObject({ levels: ['a', 'b', 'none'] });
  });

  it('fills a column that training knew only empty with 0', () => {
    expect(transformedBy(impute(), [NaN, NaN], [NaN, 4])).toEqual([0, 4]);
  });

  it('refuses the mean of categories by the name of the column', () => {
    const trained = table({ office: categories(['a']) });
    expect(() => impute({ columns: ['office'], strategy: 'mean' }).fit(trained, new Float64Array(1))).toThrow(
      /`office` holds categories, which have no mean/,
    );
  });

  it('asks for the constant', () => {
    expect(() => impute({ strategy: 'constant' })).toThrow(/`fill`: must be given with the strategy `constant`/);
  });
});

describe('scale', () => {
  it.each([
    ['standard', 'standard'],
    ['min-max', 'minMax'],
    ['robust', 'robust'],
  ] as const)(`gives the %s scale of ${reference.source}`, (method, theirs) => {
    const scaled = numberColumn(scale({ method }).fit(X, y).transform(X), 'x').values;
    expect(distance(scaled, preprocess[theirs])).toBeLessThan(1e-10);
  });

  it(`gives the weighted standard scale of ${reference.source}`, () => {
    const scaled = numberColumn(scale().fit(X, y, { weights }).transform(X), 'x').values;
    expect(distance(scaled, preprocess.standardWeighted)).toBeLessThan(1e-10);
  });

  it('only moves a column that does not vary', () => {
    expect(transformedBy(scale(), [5, 5, NaN], [5, 7])).toEqual([0, 2]);
  });
});

describe('winsorise', () => {
  it('pulls outliers to 1.5 interquartile ranges beyond the quartiles', () => {
    expect(transformedBy(winsorise(), [1, 2, 3, 4, 100])).toEqual([1, 2, 3, 4, 7]);
  });

  it('pulls outliers to so many deviations from the mean', () => {
    expect(transformedBy(winsorise({ method: 'z', factor: 1 }), [-1, 1], [-9, 0, 9, NaN])).toEqual([-1, 0, 1, NaN]);
  });

  it('pulls outliers to quantiles', () => {
    const tens = Array.from({ length: 11 }, (_, i) => i);
    const limited = transformedBy(winsorise({ method: 'quantile', lower: 0.1, upper: 0.8 }), tens);
    expect(limited).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8]);
  });

  it('leaves a column whose quartiles coincide', () => {
    expect(transformedBy(winsorise(), [0, 0, 0, 0, 50])).toEqual([0, 0, 0, 0, 50]);
  });

  it('refuses a lower quantile above the upper', () => {
    expect(() => winsorise({ method: 'quantile', lower: 0.9, upper: 0.1 })).toThrow(/`lower`: must be below `upper`/);
  });
});

describe('log1p', () => {
  it('mirrors negative numbers, or makes them gaps', () => {
    expect(transformedBy(log1p(), [-1, 0, Math.E - 1])).toEqual([-Math.LN2, 0, 1]);
    expect(transformedBy(log1p({ negatives: 'missing' }), [-1, 0])).toEqual([NaN, 0]);
  });
});
