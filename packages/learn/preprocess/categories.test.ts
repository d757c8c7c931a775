import { describe, expect, it } from 'vitest';
import reference from '../checks/references/scikit-learn.json' with { type: 'json' };
import { seeded } from '../random/random.ts';
import { rocAuc } from '../metrics/ranking.ts';
import { categories, numbers } from '../table/column.ts';
import { numberColumn, table, type Table } from '../table/table.ts';
import type { FittedTransformer } from '../protocol/estimator.ts';
import { frequencyEncode } from './frequency-encode.ts';
import { oneHot } from './one-hot.ts';
import { ordinal } from './ordinal.ts';
import { targetEncode } from './target-encode.ts';

const c = (values: readonly (string | null)[]): Table => table({ c: categories(values) });
const none = (rows: number): Float64Array => new Float64Array(rows);

function rowsOf(fitted: FittedTransformer, X: Table): number[][] {
  const made = [...fitted.transform(X).columns.values()];
  return Array.from({ length: X.rowCount }, (_, i) => made.map(one => (one.kind === 'number' ? one.values[i] : NaN)));
}

describe('one-hot', () => {
  it('gives each level a column and gaps another', () => {
    const fitted = oneHot().fit(c(['b', 'a', null]), none(3));
    expect(fitted.outputs.map(output => output.name)).toEqual(['c=a', 'c=b', 'c:missing']);
    expect(rowsOf(fitted, c(['a', null]))).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it('is 0 everywhere for a level that training did not see', () => {
    expect(rowsOf(oneHot().fit(c(['a', 'b']), none(2)), c(['z']))).toEqual([[0, 0]]);
  });

  it('puts rare and new levels together', () => {
    const fitted = oneHot({ maxLevels: 1 }).fit(c(['a', 'a', 'b', 'd']), none(4));
    expect(fitted.outputs.map(output => output.name)).toEqual(['c=a', 'c:rare']);
    expect(rowsOf(fitted, c(['a', 'b', 'new']))).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  it('names the input behind each output and passes other columns', () => {
    const trained = table({ n: numbers([1, 2]), c: categories(['a', 'b']) });
    const fitted = oneHot().fit(trained, none(2));
    expect([...fitted.origins!]).toEqual([
      ['n', 'n'],
      ['c=a', 'c'],
      ['c=b', 'c'],
    ]);
  });

  it('refuses outputs of the same name', () => {
    const trained = table({ c: categories(['a']), 'c=a': numbers([1]) });
    expect(() => oneHot().fit(trained, none(1))).toThrow(/two columns would be called `c=a`/);
  });
});

describe('ordinal', () => {
  it('counts levels by name, or in the order given', () => {
    expect(rowsOf(ordinal().fit(c(['b', 'a']), none(2)), c(['a', 'b', 'z', null]))).toEqual([[0], [1], [NaN], [NaN]]);
    const sized = ordinal({ order: { c: ['small', 'big'] } }).fit(c(['big', 'small']), none(2));
    expect(rowsOf(sized, c(['big', 'small']))).toEqual([[1], [0]]);
  });
});

describe('frequency encoding', () => {
  it('gives the share of the training weight, 0 for new levels', () => {
    const fitted = frequencyEncode().fit(c(['a', 'a', 'b', null]), none(4));
    expect(rowsOf(fitted, c(['a', 'b', null, 'new']))).toEqual([[0.5], [0.25], [0.25], [0]]);
    const weighted = frequencyEncode().fit(c(['a', 'b']), none(2), { weights: Float64Array.of(3, 1) });
    expect(rowsOf(weighted, c(['a']))).toEqual([[0.75]]);
  });
});

describe('target encoding', () => {
  const { preprocess } = reference;

  it(`gives the smoothed means of ${reference.source}`, () => {
    const fitted = targetEncode({ smoothing: 5 }).fit(c(preprocess.category), Float64Array.from(preprocess.y));
    for (const [level, mean] of Object.entries(preprocess.target)) {
      expect(rowsOf(fitted, c([level]))[0][0]).toBeCloseTo(mean, 12);
    }
    expect(rowsOf(fitted, c(['never seen']))[0][0]).toBeCloseTo(preprocess.targetMean, 12);
  });

  it('keeps unseen categories and gaps that training had none of at the prior', () => {
    const fitted = targetEncode().fit(c(['a', 'a', 'b', 'b']), Float64Array.of(1, 1, 1, 0));
    expect(rowsOf(fitted, c(['new', null]))).toEqual([[0.75], [0.75]]);
  });

  it('never shows a training row its own label', () => {
    const random = seeded(4);
    const rows = 300;
    const y = Float64Array.from({ length: rows }, () => random.below(2));
    const X = c(Array.from({ length: rows }, (_, i) => `id ${i}`));
    const { transformed } = targetEncode({ smoothing: 0 }).fitTransform!(X, y, { random: seeded(1) });
    const honest = numberColumn(transformed, 'c').values;
    expect(rocAuc({ y, score: Float64Array.from(honest) })).toBeLessThan(0.55);
    const leaking = rowsOf(targetEncode().fit(X, y), X).map(([value]) => value);
    expect(rocAuc({ y, score: Float64Array.from(leaking) })).toBe(1);
  });

  it('encodes a training row from the rows of the other folds alone', () => {
    const X = c(['a', 'a', 'b', 'b']);
    const y = Float64Array.of(1, 0, 1, 0);
    const { transformed } = targetEncode({ folds: 4, smoothing: 0 }).fitTransform!(X, y, { random: seeded(1) });
    expect([...numberColumn(transformed, 'c').values]).toEqual([0, 1, 0, 1]);
  });

  it('leaves rows of weight 0 out of every mean, and encodes them all the same', () => {
    const X = c(['a', 'a', 'a', 'b']);
    const y = Float64Array.of(1, 0, 1, 0);
    const weights = Float64Array.of(1, 1, 0, 1);
    const { fitted, transformed } = targetEncode({ folds: 3, smoothing: 0 }).fitTransform!(X, y, { weights });
    expect(rowsOf(fitted, c(['a']))).toEqual([[0.5]]);
    expect(numberColumn(transformed, 'c').values[2]).toBe(0.5);
  });

  it('gives the same folds for the same seed', () => {
    const X = c(preprocess.category);
    const y = Float64Array.from(preprocess.y);
    const encoded = (seed: number): number[] => [
      ...numberColumn(targetEncode().fitTransform!(X, y, { random: seeded(seed) }).transformed, 'c').values,
    ];
    expect(encoded(3)).toEqual(encoded(3));
    expect(encoded(3)).not.toEqual(encoded(4));
  });
});

describe('a single row with a large dictionary', () => {
  it('is encoded as in a batch', () => {
    const levels = Array.from({ length: 1000 }, (_, i) => `level ${i}`);
    const fitted = ordinal().fit(c(levels), none(1000));
    const one = table({ c: { kind: 'category', codes: Int32Array.of(998), levels } });
    expect(rowsOf(fitted, one)[0]).toEqual(rowsOf(fitted, c(levels))[998]);
  });
});
