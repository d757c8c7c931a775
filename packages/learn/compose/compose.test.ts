import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../catalogue.ts';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { rocAuc } from '../metrics/ranking.ts';
import { readState, writeState } from '../persist/archive.ts';
import { restore } from '../persist/restore.ts';
import { impute } from '../preprocess/impute.ts';
import { keepColumns } from '../preprocess/keep-columns.ts';
import { oneHot } from '../preprocess/one-hot.ts';
import { scale } from '../preprocess/scale.ts';
import { targetEncode } from '../preprocess/target-encode.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { Attributions, Explainable, FittedClassifier, FittedTransformer } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { categories, numbers } from '../table/column.ts';
import { categoryColumn, numberColumn, table, type Table, takeRows } from '../table/table.ts';
import { columnPipelines } from './column-pipelines.ts';
import { pipeline } from './pipeline.ts';
import { votingClassifier } from './voting-classifier.ts';

const random = seeded(11);
const countries = ['PE', 'CN', 'US', null] as const;
const country = Array.from({ length: 400 }, () => countries[random.below(4)]);
const amount = Float64Array.from({ length: 400 }, () => (random.next() < 0.1 ? NaN : random.normal() * 100));
const X = table({ amount: numbers(amount), country: categories(country) });
const y = Float64Array.from(country, (level, i) =>
  random.next() < (level === 'CN' ? 0.7 : 0.2) + (amount[i] > 50 ? 0.2 : 0) ? 1 : 0,
);

const prepared = pipeline([impute({ indicator: true }), scale(), oneHot(), logisticRegression()]);

/** The share of class 1 by a single column of categories: the smallest model that explains on the scale of probability. */
const levelRates = defineEstimator({
  kind: 'level-rates',
  role: 'classifier',
  params: z.strictObject({ column: z.string() }),
  fit: ({ column }, rows, labels): FittedClassifier & Explainable => {
    const from = categoryColumn(rows, column);
    const rate = (codes: (code: number) => boolean): number => {
      const chosen = labels.filter((_, i) => codes(from.codes[i]));
      return chosen.reduce((sum, label) => sum + label, 0) / chosen.length;
    };
    const rates = new Map(from.levels.map((level, code) => [level, rate(own => own === code)]));
    const base = rate(() => true);
    const predictProba = (Z: Table): Float64Array => {
      const { codes, levels } = categoryColumn(Z, column);
      return Float64Array.from(codes, code => rates.get(levels[code]) ?? base);
    };
    return {
      kind: 'level-rates',
      inputs: [{ name: column, kind: 'category' }],
      predictProba,
      explain: Z => ({ inputs: [column], base, values: predictProba(Z).map(p => p - base), scale: 'probability' }),
      toState: () => ({ kind: 'level-rates', protocol: 1, values: {}, arrays: {}, parts: {} }),
    };
  },
  fromState: () => {
    throw new Error('not stored in these tests');
  },
});

function sums({ inputs, base, values }: Attributions, rows: number): number[] {
  return Array.from({ length: rows }, (_, i) =>
    inputs.reduce((sum, __, j) => sum + values[i * inputs.length + j], base),
  );
}

describe('pipeline', () => {
  it('predicts as its steps would one after another', () => {
    const fitted = prepared.fit(X, y);
    const byHand = fitted.steps.reduce((reached: Table, step) => step.transform(reached), X);
    expect([...fitted.predictProba(X)]).toEqual([...fitted.last.predictProba(byHand)]);
    expect(rocAuc({ y, score: fitted.predictProba(X) })).toBeGreaterThan(0.7);
  });

  it('explains by its own inputs, the parts of columns made from one added up', () => {
    const fitted = prepared.fit(X, y);
    const attributions = fitted.explain(X);
    const probability = fitted.predictProba(X);
    expect(attributions.inputs).toEqual(['amount', 'country']);
    sums(attributions, X.rowCount).forEach((sum, i) =>
      expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(probability[i], 12),
    );
  });

  it('restores from its stored bytes to the same predictions', () => {
    const fitted = prepared.fit(X, y);
    const restored = restore(readState(writeState(fitted.toState())), catalogue) as typeof fitted;
    expect([...restored.predictProba(X)]).toEqual([...fitted.predictProba(X)]);
    expect(restored.explain(X)).toEqual(fitted.explain(X));
  });

  it('says how to restore its parts when no reader is given', () => {
    expect(() => pipeline.fromState(prepared.fit(X, y).toState())).toThrow(
      /restore it with `restore\(state, catalogue\)`/,
    );
  });

  it('trains the model on target encodings out of fold', () => {
    const noise = Float64Array.from({ length: 400 }, () => random.below(2));
    const ids = table({ id: categories(Array.from({ length: 400 }, (_, i) => `id ${i % 200}`)) });
    const fitted = pipeline([targetEncode({ smoothing: 0 }), logisticRegression()]).fit(ids, noise);
    expect(Math.abs(fitted.last.coefficients[0])).toBeLessThan(1);
  });

  it('passes rows held back for validation through its steps', () => {
    const seen: number[] = [];
    const watching = {
      ...logisticRegression(),
      fit: (Z: Table, labels: Float64Array, options = {}) => {
        const { validation } = options as { validation?: { X: Table } };
        seen.push(...numberColumn(validation!.X, 'amount').values);
        return logisticRegression().fit(Z, labels);
      },
    };
    const numbersOnly = table({ amount: numbers([0, 10, 20, 30]) });
    const validation = { X: table({ amount: numbers([NaN]) }), y: Float64Array.of(1) };
    pipeline([impute({ strategy: 'mean' }), watching]).fit(numbersOnly, Float64Array.of(0, 1, 0, 1), { validation });
    expect(seen).toEqual([15]);
  });

  it('of transformers alone is a transformer, and can be a step', () => {
    const transformer = pipeline([impute(), scale()]);
    const nested = pipeline([transformer, oneHot(), logisticRegression()]).fit(X, y);
    const flat = pipeline([impute(), scale(), oneHot(), logisticRegression()]).fit(X, y);
    expectTypeOf(transformer.fit(X, y)).toExtend<FittedTransformer>();
    expect([...nested.predictProba(X)]).toEqual([...flat.predictProba(X)]);
    expect(nested.explain(X)).toEqual(flat.explain(X));
  });

  it('asks only for the columns that its first step keeps', () => {
    const fitted = pipeline([keepColumns({ columns: ['country'] }), oneHot(), logisticRegression()]).fit(X, y);
    expect(fitted.inputs).toEqual([{ name: 'country', kind: 'category' }]);
    expect(fitted.predictProba(table({ country: categories(['CN']) }))[0]).toBeGreaterThan(0.5);
  });

  it('refuses a model before the end, and no step at all', () => {
    const misplaced = logisticRegression() as unknown as ReturnType<typeof scale>;
    const numbersOnly = table({ amount: numbers([0, 10]) });
    expect(() => pipeline([misplaced, logisticRegression()]).fit(numbersOnly, Float64Array.of(0, 1))).toThrow(
      /only transformers may stand before the last step; got `logistic-regression`/,
    );
    expect(() => pipeline([] as never)).toThrow(/`steps` must have at least one estimator/);
  });

  it('offers predictProba only when its last step does', () => {
    const transformer = pipeline([impute()]).fit(X, y);
    expect('predictProba' in transformer).toBe(false);
    expectTypeOf(transformer).not.toHaveProperty('predictProba');
  });
});

describe('column pipelines', () => {
  const branches = columnPipelines(
    [
      { columns: 'numbers', through: pipeline([impute(), scale()]) },
      { columns: ['country'], through: oneHot() },
    ],
    { rest: 'drop' },
  );

  it('send columns through transformers of their own', () => {
    const fitted = branches.fit(X, y);
    expect(fitted.outputs.map(({ name }) => name)).toEqual([
      'amount',
      'country=CN',
      'country=PE',
      'country=US',
      'country:missing',
    ]);
    expect([...fitted.transform(X).columns.keys()]).toEqual(fitted.outputs.map(({ name }) => name));
  });

  it('pass or drop the rest', () => {
    const only = [{ columns: ['country'], through: oneHot() }];
    expect(columnPipelines(only).fit(X, y).outputs.at(-1)).toEqual({ name: 'amount', kind: 'number' });
    expect(columnPipelines(only, { rest: 'drop' }).fit(X, y).inputs).toEqual([{ name: 'country', kind: 'category' }]);
  });

  it('explain and restore as part of a pipeline', () => {
    const fitted = pipeline([branches, logisticRegression()]).fit(X, y);
    const restored = restore(fitted.toState(), catalogue) as typeof fitted;
    expect(restored.explain(X)).toEqual(fitted.explain(X));
    expect(restored.explain(X).inputs).toEqual(['amount', 'country']);
  });

  it('refuse two branches that give the same column', () => {
    const twice = columnPipelines([
      { columns: ['amount'], through: impute() },
      { columns: ['amount'], through: scale() },
    ]);
    expect(() => twice.fit(X, y)).toThrow(/two branches give a column `amount`/);
  });
});

describe('vote', () => {
  const byCountry = levelRates({ column: 'country' });

  it('is the weighted mean of the probabilities', () => {
    const fitted = votingClassifier([prepared, byCountry], { weights: [3, 1] }).fit(X, y);
    const [first, second] = fitted.members.map(member => member.predictProba(X));
    fitted.predictProba(X).forEach((p, i) => expect(p).toBeCloseTo(0.75 * first[i] + 0.25 * second[i], 15));
  });

  it('explains exactly when every member explains on the scale of probability', () => {
    const otherRows = table({
      ...Object.fromEntries(X.columns),
      region: categories(country.map(level => level && level[0])),
    });
    const members = [byCountry, levelRates({ column: 'region' })];
    const fitted = votingClassifier(members, { weights: [2, 5] }).fit(otherRows, y);
    const attributions = fitted.explain!(otherRows);
    const probability = fitted.predictProba(otherRows);
    expect(attributions.inputs).toEqual(['country', 'region']);
    expect(attributions.scale).toBe('probability');
    sums(attributions, X.rowCount).forEach((sum, i) => expect(sum).toBeCloseTo(probability[i], 12));
  });

  it('offers no explanation when a member explains log-odds', () => {
    expect(votingClassifier([prepared, byCountry]).fit(X, y).explain).toBeUndefined();
  });

  it('restores with its members', () => {
    const fitted = votingClassifier([prepared, pipeline([oneHot(), impute(), logisticRegression({ l2: 10 })])]).fit(
      X,
      y,
    );
    const restored = restore(readState(writeState(fitted.toState())), catalogue) as typeof fitted;
    expect([...restored.predictProba(takeRows(X, [5, 3]))]).toEqual([...fitted.predictProba(takeRows(X, [5, 3]))]);
  });

  it('refuses weights that are not one per member and above zero', () => {
    expect(() => votingClassifier([prepared], { weights: [0] })).toThrow(/`weights` must be 1 numbers above zero/);
  });
});
