import { describe, expect, it } from 'vitest';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { logLoss } from '../metrics/probability.ts';
import { rocAuc } from '../metrics/ranking.ts';
import type { Progress } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { table } from '../table/table.ts';
import { stratifiedFolds } from './folds.ts';
import { between, gridSearch, logBetween, oneOf, randomSearch } from './search.ts';

const random = seeded(8);
const x = Float64Array.from({ length: 200 }, () => random.normal());
const y = x.map(value => (random.next() < 1 / (1 + Math.exp(-2 * value)) ? 1 : 0));
const X = table({ x: numbers(x) });
const splits = stratifiedFolds(y, { folds: 3, random: seeded(1) });

describe('grid search', () => {
  it('tries every combination and keeps the best mean', () => {
    const heard: Progress[] = [];
    const { best, trials } = gridSearch(
      X,
      y,
      { l2: [1e5, 1, 1e4], iterations: [50, 100] },
      {
        make: logisticRegression,
        metric: rows => -logLoss(rows),
        splits,
        onProgress: progress => heard.push(progress),
      },
    );
    expect(trials).toHaveLength(6);
    expect(best.params).toEqual({ l2: 1, iterations: 50 });
    expect(best.mean).toBe(Math.max(...trials.map(({ mean }) => mean)));
    expect(heard.at(-1)).toEqual({ step: 'trials', done: 6, total: 6 });
  });

  it('refuses an empty grid', () => {
    expect(() =>
      gridSearch(X, y, { l2: [] as number[] }, { make: logisticRegression, metric: rocAuc, splits }),
    ).toThrow(/at least one candidate/);
  });
});

describe('random search', () => {
  it('draws within the space, and the same for the same seed', () => {
    const search = (): { l2: number; iterations: number }[] =>
      randomSearch(
        X,
        y,
        { l2: logBetween(0.1, 10), iterations: oneOf([20, 30]) },
        {
          make: logisticRegression,
          metric: rocAuc,
          splits,
          trials: 5,
          random: seeded(2),
        },
      ).trials.map(({ params }) => params);
    const drawn = search();
    expect(search()).toEqual(drawn);
    expect(drawn.every(({ l2 }) => l2 >= 0.1 && l2 <= 10)).toBe(true);
    expect(new Set(drawn.map(({ l2 }) => l2)).size).toBe(5);
    expect(between(2, 3)(seeded(1))).toBeGreaterThanOrEqual(2);
  });
});
