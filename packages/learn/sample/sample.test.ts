import { describe, expect, it } from 'vitest';
import { checkEstimator } from '../checks/check-estimator.ts';
import { pipeline } from '../compose/pipeline.ts';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { gather } from '../math/gather.ts';
import { oneHot } from '../preprocess/one-hot.ts';
import { impute } from '../preprocess/impute.ts';
import { scale } from '../preprocess/scale.ts';
import type { Estimator, FitOptions } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { stratifiedFolds } from '../select/folds.ts';
import { categories, numbers } from '../table/column.ts';
import { categoryColumn, numberColumn, table, type Table, takeRows } from '../table/table.ts';
import { classWeighted, classWeights } from './class-weights.ts';
import fixture from './fixtures/imbalance.json' with { type: 'json' };
import { nearestRows } from './nearest-rows.ts';
import { randomOverSampling, randomUnderSampling } from './random-sampling.ts';
import { resampled } from './resampled.ts';
import type { Sampler } from './sampler.ts';
import { smote, smoteNc } from './smote.ts';

const y = Float64Array.from(fixture.y); // 15 of 60 rows are of class 1
const X = table(Object.fromEntries([0, 1, 2].map(j => [`x${j}`, numbers(fixture.X.map(row => row[j]))])));
const mixed = table({
  ...Object.fromEntries(X.columns),
  level: categories(fixture.level.map(level => `level ${level}`)),
});
const smaller = [...y.keys()].filter(row => y[row] === 1);

interface Met {
  readonly X: Table;
  readonly y: Float64Array;
  readonly options: FitOptions;
}

/** What an estimator is given to fit on. */
function metBy(sampler: Sampler, given: Table = X, options: FitOptions = {}): Met {
  const met: Met[] = [];
  resampled(sampler, spy(met)).fit(given, y, options);
  return met[0];
}

function spy(met: Met[]): Estimator<ReturnType<ReturnType<typeof logisticRegression>['fit']>> {
  return {
    kind: 'spy',
    params: {},
    fit: (given, labels, options = {}) => {
      met.push({ X: given, y: labels, options });
      return logisticRegression().fit(takeRows(X, [...y.keys()]), y);
    },
  };
}

const countOf = (labels: Float64Array, label: number): number => labels.filter(each => each === label).length;
const positions = new Map([...numberColumn(X, 'x0').values].map((value, row) => [value, row]));

describe('class weights', () => {
  it(`are those of ${fixture.source} when balanced`, () => {
    classWeights(y).forEach((weight, row) => expect(weight).toBeCloseTo(fixture.balanced[row], 12));
  });

  it('balance sums of the rows’ own weights', () => {
    const own = y.map((_, row) => 1 + (row % 3));
    const weights = classWeights(y, 'balanced', own);
    const sumOf = (label: number): number =>
      weights.reduce((sum, weight, row) => sum + (y[row] === label ? weight : 0), 0);
    expect(sumOf(0)).toBeCloseTo(sumOf(1), 9);
  });

  it('are those of the rows fitted on, also within a fold', () => {
    const met: Met[] = [];
    classWeighted(spy(met), { 0: 1, 1: 7 }).fit(X, y, { weights: y.map(() => 2) });
    expect(met[0].options.weights![0]).toBe(14);
    expect(met[0].options.weights![1]).toBe(2);
  });

  it('must be above zero, and balanced ones need two classes', () => {
    expect(() => classWeighted(logisticRegression(), { 0: 0, 1: 1 })).toThrow(/above zero for 0 and 1; got 0 and 1/);
    expect(() => classWeights(new Float64Array(3))).toThrow(/both classes/);
  });
});

describe('random over-sampling', () => {
  it('repeats rows of the smaller class up to the ratio and keeps every row', () => {
    const met = metBy(randomOverSampling({ ratio: 0.8 }));
    expect([countOf(met.y, 0), countOf(met.y, 1)]).toEqual([45, 36]);
    expect([...numberColumn(takeRows(met.X, [...y.keys()]), 'x0').values]).toEqual([...numberColumn(X, 'x0').values]);
    const added = numberColumn(met.X, 'x0').values.slice(60);
    expect(added.every(value => y[positions.get(value)!] === 1)).toBe(true);
  });

  it('takes a row’s weight with it', () => {
    const weights = y.map((_, row) => row + 1);
    const met = metBy(randomOverSampling(), X, { weights });
    const rows = [...numberColumn(met.X, 'x0').values].map(value => positions.get(value)!);
    expect([...met.options.weights!]).toEqual(rows.map(row => row + 1));
  });
});

describe('random under-sampling', () => {
  it('leaves rows of the larger class out, none twice, in order', () => {
    const met = metBy(randomUnderSampling({ ratio: 0.5 }));
    expect([countOf(met.y, 0), countOf(met.y, 1)]).toEqual([30, 15]);
    const rows = [...numberColumn(met.X, 'x0').values].map(value => positions.get(value)!);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(new Set(rows).size).toBe(45);
  });

  it('leaves rows alone that are balanced already', () => {
    expect(metBy(randomUnderSampling({ ratio: 0.1 })).y.length).toBe(60);
  });
});

describe('SMOTE', () => {
  it(`has the neighbours of ${fixture.source}`, () => {
    const found = nearestRows(takeRows(X, smaller), 4, 0);
    expect([...found.rows]).toEqual(fixture.nearest.flat());
  });

  it('makes rows up between a row of the smaller class and one of its neighbours', () => {
    const met = metBy(smote({ neighbours: 4 }));
    expect([countOf(met.y, 0), countOf(met.y, 1)]).toEqual([45, 45]);
    for (let row = 60; row < 90; row++) expect(liesBetweenNeighbours(met.X, row)).toBe(true);
  });

  it('gives the same rows for the same seed, and others for another', () => {
    const made = (seed: number): unknown => metBy(smote(), X, { random: seeded(seed) }).X;
    expect(made(1)).toEqual(made(1));
    expect(made(1)).not.toEqual(made(2));
  });

  it('refuses categories, gaps and too few rows, with the remedy', () => {
    expect(() => metBy(smote(), mixed)).toThrow(/`level` holds categories; use smoteNc\(\)/);
    const gappy = table({ x: numbers(y.map((_, row) => (row === 5 ? NaN : row))) });
    expect(() => metBy(smote(), gappy)).toThrow(/`x` has gaps; put impute\(\)/);
    expect(() => metBy(smote({ neighbours: 15 }))).toThrow(
      /more rows of the smaller class than `neighbours` \(15\); got 15/,
    );
  });
});

describe('SMOTE-NC', () => {
  it('counts a differing category as the median standard deviation', () => {
    const own = takeRows(mixed, smaller);
    const deviations = ['x0', 'x1', 'x2'].map(name => deviation([...numberColumn(own, name).values]));
    const found = nearestRows(own, 4, deviations.sort((a, b) => a - b)[1]);
    expect([...found.rows]).toEqual(fixture.nearestMixed.flat());
  });

  it('gives a made-up row the most frequent level of its start’s neighbours', () => {
    const met = metBy(smoteNc({ neighbours: 4 }), mixed);
    const { codes, levels } = categoryColumn(met.X, 'level');
    const common = fixture.nearestMixed.map(near =>
      mostFrequent(near.map(at => `level ${fixture.level[smaller[at]]}`)),
    );
    for (let row = 60; row < 90; row++) {
      const starts = startsOf(met.X, row, fixture.nearestMixed);
      expect(starts.map(at => common[at])).toContain(levels[codes[row]]);
    }
  });

  it('needs a column of numbers', () => {
    expect(() => metBy(smoteNc(), table({ level: categoryColumn(mixed, 'level') }))).toThrow(/one column of numbers/);
  });
});

describe('a resampled estimator', () => {
  it('never shows a validation row to its sampler or estimator', () => {
    for (const split of stratifiedFolds(y, { folds: 3, random: seeded(1) })) {
      const met: Met[] = [];
      resampled(randomOverSampling(), spy(met)).fit(takeRows(X, split.train), gather(y, split.train));
      const heldBack = new Set(gather(numberColumn(X, 'x0').values, split.validation));
      expect([...numberColumn(met[0].X, 'x0').values].some(value => heldBack.has(value))).toBe(false);
    }
  });

  it('leaves the rows for early stopping as they are', () => {
    const validation = { X, y };
    expect(metBy(randomOverSampling(), X, { validation }).options.validation).toBe(validation);
  });

  it('gives the fitted estimator itself, whose answers are one per row', () => {
    const fitted = resampled(smote(), logisticRegression()).fit(X, y);
    expect(fitted.kind).toBe('logistic-regression');
    expect(fitted.predictProba(X).length).toBe(60);
  });

  it('keeps the promises of every estimator', () => {
    const make = (): Estimator =>
      pipeline([impute(), scale(), oneHot(), resampled(smote(), classWeighted(logisticRegression()))]);
    const results = checkEstimator(
      {
        kind: 'pipeline',
        role: 'classifier',
        make,
        fromState: pipeline.fromState,
      },
      {
        read: part =>
          [impute, scale, oneHot, logisticRegression].find(({ kind }) => kind === part.kind)!.fromState(part),
      },
    );
    expect(results.filter(({ status }) => status === 'failed')).toEqual([]);
  });

  it('refuses unknown and impossible parameters of its sampler', () => {
    expect(() => smote({ ratio: 0 })).toThrow(/smote: `ratio`/);
    expect(() => smote({ k: 3 } as never)).toThrow(/smote: .*k/);
  });
});

function liesBetweenNeighbours(given: Table, row: number): boolean {
  return startsOf(given, row, fixture.nearest).length > 0;
}

/** Places among the smaller class from which a made-up row may start. */
function startsOf(given: Table, row: number, nearest: readonly (readonly number[])[]): number[] {
  const made = ['x0', 'x1', 'x2'].map(name => numberColumn(given, name).values[row]);
  return nearest.flatMap((near, at) => (near.some(other => isBetween(made, at, other)) ? [at] : []));
}

function isBetween(made: readonly number[], start: number, end: number): boolean {
  const [from, to] = [fixture.X[smaller[start]], fixture.X[smaller[end]]];
  const shares = made.map((value, j) => (value - from[j]) / (to[j] - from[j]));
  return shares.every(share => Math.abs(share - shares[0]) < 1e-9) && shares[0] >= 0 && shares[0] < 1;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function mostFrequent(levels: readonly string[]): string {
  const count = (level: string): number => levels.filter(each => each === level).length;
  return levels.reduce((best, next) => (count(next) > count(best) ? next : best));
}
