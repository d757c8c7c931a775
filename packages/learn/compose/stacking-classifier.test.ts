import { describe, expect, it } from 'vitest';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { logLoss } from '../metrics/probability.ts';
import { keepColumns } from '../preprocess/keep-columns.ts';
import type { Estimator, FittedClassifier } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { numberColumn, table, type Table } from '../table/table.ts';
import { pipeline } from './pipeline.ts';
import { stackingClassifier } from './stacking-classifier.ts';
import { votingClassifier } from './voting-classifier.ts';

const random = seeded(31);
const [a, b] = [0, 1].map(() => Float64Array.from({ length: 300 }, () => random.normal()));
const X = table({ a: numbers(a), b: numbers(b) });
const y = a.map((value, i) => (random.next() < 1 / (1 + Math.exp(-2 * value - b[i])) ? 1 : 0));
const onlyOn = (column: string): Estimator<FittedClassifier> =>
  pipeline([keepColumns({ columns: [column] }), logisticRegression()]);

/** Answers 1 for rows it was fitted on and 0 for others. */
const remembering: Estimator<FittedClassifier> = {
  kind: 'remembering',
  params: {},
  fit: given => {
    const seen = new Set(numberColumn(given, 'a').values);
    return {
      kind: 'remembering',
      inputs: [{ name: 'a', kind: 'number' }],
      predictProba: Z => Float64Array.from(numberColumn(Z, 'a').values, value => (seen.has(value) ? 1 : 0)),
      toState: () => ({ kind: 'remembering', protocol: 1, values: {}, arrays: {}, parts: {} }),
    };
  },
};

describe('stacking', () => {
  it('shows the last classifier only scores of rows that the member did not see', () => {
    const met: Table[] = [];
    const last: Estimator<FittedClassifier> = {
      ...logisticRegression(),
      fit: (scores, labels, options) => {
        met.push(scores);
        return logisticRegression().fit(scores, labels, options);
      },
    };
    const fitted = stackingClassifier([remembering], last).fit(X, y);
    expect(new Set(numberColumn(met[0], 'member1').values)).toEqual(new Set([0]));
    expect(fitted.members[0].predictProba(X).every(p => p === 1)).toBe(true);
  });

  it('is better than each of two members that know one half each', () => {
    const stack = stackingClassifier([onlyOn('a'), onlyOn('b')], logisticRegression({ l2: 0.01 })).fit(X, y);
    const loss = (model: FittedClassifier): number => logLoss({ y, score: model.predictProba(X) });
    const halves = ['a', 'b'].map(column => loss(onlyOn(column).fit(X, y)));
    expect(loss(stack)).toBeLessThan(Math.min(...halves) - 0.01);
    expect(stack.inputs.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('needs a member, and two folds', () => {
    expect(() => stackingClassifier([], logisticRegression())).toThrow(/at least one; got none/);
    expect(() => stackingClassifier([remembering], logisticRegression(), { folds: 1 })).toThrow(/≥ 2; got 1/);
  });
});

describe('hard voting', () => {
  const constant = (probability: number): Estimator<FittedClassifier> => ({
    ...remembering,
    fit: (...given) => ({
      ...remembering.fit(...given),
      predictProba: Z => new Float64Array(Z.rowCount).fill(probability),
    }),
  });

  it('gives the share of the say that votes for class 1', () => {
    const members = [constant(0.5), constant(0.49), constant(0.99)];
    const vote = votingClassifier(members, { voting: 'hard', weights: [1, 2, 1] }).fit(X, y);
    expect(vote.predictProba(X)[0]).toBe(0.5);
    expect(votingClassifier(members, { voting: 'hard' }).fit(X, y).predictProba(X)[0]).toBeCloseTo(2 / 3, 12);
  });

  it('does not explain, and is refused under another name', () => {
    expect(votingClassifier([onlyOn('a')], { voting: 'hard' }).fit(X, y)).not.toHaveProperty('explain');
    expect(() => votingClassifier([onlyOn('a')], { voting: 'loud' as never })).toThrow(/soft or hard; got loud/);
  });
});
