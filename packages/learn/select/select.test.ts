import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { selectFeatures } from './features.ts';
import { groupedFolds, stratifiedFolds } from './folds.ts';
import { cutForShare, timeFolds, timeSplit } from './time-split.ts';

const DAY = 86_400_000;
const days = (...values: number[]): Float64Array => Float64Array.from(values, day => day * DAY);

describe('time split', () => {
  it('trains on rows whose label was known before the cut, and validates on rows after it', () => {
    const happened = days(1, 2, 3, 4, 5);
    const known = days(2, 9, 3.5, 5, 6);
    const { train, validation } = timeSplit({ happened, known }, { cut: 4 * DAY });
    expect([...train]).toEqual([0, 2]);
    expect([...validation]).toEqual([3, 4]);
  });

  it('never trains on a label that became known at the cut or later, or never', () => {
    const happened = days(1, 1, 1, 7);
    const known = Float64Array.of(3 * DAY, 4 * DAY, NaN, NaN);
    expect([...timeSplit({ happened, known }, { cut: 4 * DAY }).train]).toEqual([0]);
  });

  it('leaves a gap of the delay where times known are absent', () => {
    const happened = days(1, 2, 3, 4, 5, 6, 7, 8);
    const { train, validation } = timeSplit({ happened, delay: 3 * DAY }, { cut: 6 * DAY, until: 8 * DAY });
    expect([...train]).toEqual([0, 1]);
    expect([...validation]).toEqual([5, 6]);
  });

  it('says why a side is empty', () => {
    expect(() => timeSplit({ happened: days(1, 2), delay: 9 * DAY }, { cut: 2 * DAY })).toThrow(
      /1970-01-03T00:00:00.000Z leaves no rows for train: no label was known before it/,
    );
  });

  it('finds the cut that leaves the last share of the rows', () => {
    const happened = days(4, 1, 3, 2, NaN);
    expect(cutForShare(happened, 0.25)).toBe(4 * DAY);
    expect(cutForShare(happened, 0.5)).toBe(3 * DAY);
  });
});

describe('time folds', () => {
  const happened = Float64Array.from({ length: 120 }, (_, i) => (i % 60) * DAY);
  const folds = timeFolds({ happened, delay: 5 * DAY }, { folds: 4 });

  it('validate on one stretch after another, never on a row twice', () => {
    const validated = folds.flatMap(({ validation }) => [...validation]);
    expect(new Set(validated).size).toBe(validated.length);
    expect(validated.length).toBe(96);
  });

  it('train only on labels known when the stretch begins', () => {
    for (const { train, validation } of folds) {
      const begins = Math.min(...Array.from(validation, row => happened[row]));
      expect(Math.max(...Array.from(train, row => happened[row] + 5 * DAY))).toBeLessThan(begins);
    }
  });
});

describe('stratified folds', () => {
  const y = Float64Array.from({ length: 103 }, (_, i) => (i % 10 === 0 ? 1 : 0));
  const folds = stratifiedFolds(y, { folds: 5, random: seeded(1) });

  it('validate on every row once', () => {
    const validated = folds.flatMap(({ validation }) => [...validation]).sort((a, b) => a - b);
    expect(validated).toEqual([...y.keys()]);
  });

  it('keep the class share and part training from validation', () => {
    for (const { train, validation } of folds) {
      const positives = validation.filter(row => y[row] === 1).length;
      expect([2, 3]).toContain(positives);
      expect(train.some(row => validation.includes(row))).toBe(false);
      expect(train.length + validation.length).toBe(103);
    }
  });

  it('are refused when there are more than rows', () => {
    expect(() => stratifiedFolds(Float64Array.of(0, 1), { folds: 3, random: seeded(1) })).toThrow(
      /from 2 to the number of rows \(2\); got 3/,
    );
  });
});

describe('grouped folds', () => {
  it('keep a group on one side', () => {
    const groups = Array.from({ length: 90 }, (_, i) => `card ${Math.floor(Math.sqrt(i))}`);
    const folds = groupedFolds(groups, { folds: 3, random: seeded(2) });
    for (const { train, validation } of folds) {
      const held = new Set(Array.from(validation, row => groups[row]));
      expect(Array.from(train).some(row => held.has(groups[row]))).toBe(false);
      expect(validation.length).toBeGreaterThan(20);
    }
  });
});

describe('feature selection by importance', () => {
  const importances = { price: 0.5, weight: 0.3, origin: 0.2, noise: 0 };

  it('keeps so many, or those that reach a share, or those above a floor', () => {
    expect(selectFeatures(importances, { count: 2 })).toEqual(['price', 'weight']);
    expect(selectFeatures(importances, { cumulativeShare: 0.75 })).toEqual(['price', 'weight']);
    expect(selectFeatures(importances, { atLeast: 0.2 })).toEqual(['price', 'weight', 'origin']);
    expect(selectFeatures(new Map(Object.entries(importances)), { cumulativeShare: 1 })).not.toContain('noise');
  });

  it('refuses a choice that leaves nothing', () => {
    expect(() => selectFeatures(importances, { atLeast: 9 })).toThrow(/leaves no feature; widen it/);
  });
});
