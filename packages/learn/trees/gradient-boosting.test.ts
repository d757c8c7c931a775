import { describe, expect, test } from 'vitest';
import { rocAuc } from '../metrics/ranking.ts';
import { type Random, seeded } from '../random/random.ts';
import { categories, numbers } from '../table/column.ts';
import { type Table, table, takeRows } from '../table/table.ts';
import type { Estimator, Fitted } from '../protocol/estimator.ts';
import { checkEstimator, subjectOf } from '../checks/check-estimator.ts';
import { gradientBoostingClassifier, gradientBoostingRegressor } from './gradient-boosting.ts';
import { referenceMargins } from './growing/reference-grower.fixture.ts';
import { treeDepth } from './scoring.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

const logOdds = (p: number): number => Math.log(p / (1 - p));

describe('one tree, by hand', () => {
  const X = table({ x: numbers([1, 2, 3, 4]) });
  const y = Float64Array.of(0, 0, 10, 20);

  test('a stump sends each side to its shrunken mean residual', () => {
    const fitted = gradientBoostingRegressor({ trees: 1, learningRate: 1, maxDepth: 1, lambda: 0 }).fit(X, y);
    expect([...fitted.predict(X)]).toEqual([0, 0, 15, 15]);
    expect(fitted.ensemble.threshold[0]).toBe(3);
    // The mean is 7.5, so G = ±15 on two rows each: 15² / 2 + 15² / 2.
    expect(fitted.ensemble.gain[0]).toBe(225);
    expect([...fitted.ensemble.cover]).toEqual([4, 2, 2]);
  });

  test('lambda and the learning rate shrink the leaves', () => {
    const fitted = gradientBoostingRegressor({ trees: 1, learningRate: 0.5, maxDepth: 1, lambda: 1 }).fit(X, y);
    expect([...fitted.predict(X)]).toEqual([5, 5, 10, 10]);
  });

  test('gamma forbids splits of less gain', () => {
    const fitted = gradientBoostingRegressor({ trees: 1, maxDepth: 1, lambda: 0, gamma: 226 }).fit(X, y);
    expect([...fitted.predict(X)]).toEqual([7.5, 7.5, 7.5, 7.5]);
  });

  test('both sides keep the least weight', () => {
    const params = { trees: 1, learningRate: 1, maxDepth: 1, lambda: 0, minChildWeight: 2 };
    const skewed = Float64Array.of(0, 0, 0, 100);
    expect([...gradientBoostingRegressor(params).fit(X, skewed).predict(X)]).toEqual([0, 0, 50, 50]);
  });
});

describe('against a plain grower without bins', () => {
  const random = seeded(7);
  const rowCount = 120;
  const x = Array.from({ length: rowCount }, () => [
    Math.fround(random.normal()),
    random.below(5),
    random.next() < 0.3 ? NaN : Math.fround(random.normal()),
  ]);
  const y = Float64Array.from(x, ([a, b, c]) =>
    Number(a + (b > 2 ? 1 : -1) + (Number.isNaN(c) ? 1 : c) > random.normal()),
  );
  const weights = Float64Array.from(y, () => 1 + random.below(3));
  const X = tableOf(x);

  test.each([1, 3, 6])('the same margins at depth %i', maxDepth => {
    const params = { trees: 5, learningRate: 0.3, maxDepth, lambda: 1, minChildWeight: 1 };
    const expected = referenceMargins(
      x,
      { targets: Float32Array.from(y), weights: Float32Array.from(weights) },
      params,
    );
    const got = gradientBoostingClassifier(params).fit(X, y, { weights }).predictProba(X);
    expected.forEach((margin, i) => expect(logOdds(got[i])).toBeCloseTo(margin, 4));
  });
});

describe('missing values', () => {
  test('go to the side that their targets resemble', () => {
    const X = table({ x: numbers([1, 2, 3, 4, NaN, NaN]) });
    const y = Float64Array.of(0, 0, 10, 10, 10, 10);
    const fitted = gradientBoostingRegressor({ trees: 1, learningRate: 1, maxDepth: 1, lambda: 0 }).fit(X, y);
    expect([...fitted.predict(X)]).toEqual([0, 0, 10, 10, 10, 10]);
  });

  test('can be the whole difference', () => {
    const X = table({ x: numbers([1, 2, NaN, NaN]) });
    const fitted = gradientBoostingRegressor({ trees: 1, learningRate: 1, lambda: 0 }).fit(
      X,
      Float64Array.of(0, 0, 8, 8),
    );
    expect([...fitted.predict(X)]).toEqual([0, 0, 8, 8]);
    expect([...fitted.predict(table({ x: numbers([1e30]) }))]).toEqual([0]);
  });

  test('follow the heavier side where training had none', () => {
    const X = table({ x: numbers([1, 2, 3, 4, 5]) });
    const fitted = gradientBoostingRegressor({ trees: 1, learningRate: 1, maxDepth: 1, lambda: 0 }).fit(
      X,
      Float64Array.of(0, 9, 9, 9, 9),
    );
    expect([...fitted.predict(table({ x: numbers([NaN]) }))]).toEqual([9]);
  });

  test('a column of nothing but gaps does no harm', () => {
    const X = table({ x: numbers([1, 2, 3, 4]), empty: numbers([NaN, NaN, NaN, NaN]) });
    const fitted = gradientBoostingRegressor({ trees: 1, learningRate: 1, lambda: 0 }).fit(
      X,
      Float64Array.of(1, 1, 2, 2),
    );
    expect([...fitted.predict(X)]).toEqual([1, 1, 2, 2]);
  });
});

describe('categories', () => {
  const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const values = levels.flatMap(level => Array.from({ length: 20 }, () => level));
  const isHigh = (level: string): boolean => ['b', 'e', 'h'].includes(level);
  const X = table({ level: categories(values) });
  const y = Float64Array.from(values, level => (isHigh(level) ? 1 : 0));
  const params = { trees: 1, learningRate: 1, maxDepth: 1, lambda: 0 };

  test('many levels split into two sets at once', () => {
    const fitted = gradientBoostingRegressor(params).fit(X, y);
    expect([...fitted.predict(table({ level: categories(levels) }))]).toEqual(
      levels.map(level => Number(isHigh(level))),
    );
  });

  test('few levels split off one at a time', () => {
    const few = table({ level: categories(['a', 'b', 'c', 'a', 'b', 'c']) });
    const fitted = gradientBoostingRegressor(params).fit(few, Float64Array.of(0, 6, 0, 0, 6, 0));
    expect([...fitted.predict(few)]).toEqual([0, 6, 0, 0, 6, 0]);
  });

  test('unseen and missing levels are predicted without complaint', () => {
    const fitted = gradientBoostingRegressor(params).fit(X, y);
    const [unseen, missing] = fitted.predict(table({ level: categories(['zz', null]) }));
    expect(unseen).toBe(missing);
    expect(Number.isFinite(unseen)).toBe(true);
  });

  test('a model does not care about the order of levels', () => {
    const fitted = gradientBoostingRegressor(params).fit(X, y);
    const reversed = table({ level: categories(levels.toReversed()) });
    expect([...fitted.predict(reversed)]).toEqual(levels.toReversed().map(level => Number(isHigh(level))));
  });

  test('more levels than bins still learn the frequent ones', () => {
    const many = Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? `often${i % 10}` : `rare${i}`));
    const target = Float64Array.from(many, level => (level === 'often2' ? 5 : 0));
    const wide = table({ level: categories(many) });
    const fitted = gradientBoostingRegressor(params).fit(wide, target);
    expect(fitted.predict(table({ level: categories(['often2', 'often4', 'rare1']) }))).toEqual(
      Float64Array.of(5, 0, 0),
    );
  });
});

describe('monotone constraints', () => {
  const random = seeded(3);
  const x = Array.from({ length: 2000 }, () => [random.next() * 10, random.next()]);
  const y = Float64Array.from(x, ([a, b]) => Math.sin(a) + a / 5 + b + random.normal() / 2);

  test.each([1, -1] as const)('the prediction never moves against direction %i', direction => {
    const fitted = gradientBoostingRegressor({ monotone: { x0: direction } }).fit(tableOf(x), y);
    for (const b of [0.1, 0.5, 0.9]) {
      const line = Array.from({ length: 200 }, (_, i) => [i / 20, b]);
      const predicted = fitted.predict(tableOf(line));
      for (let i = 1; i < predicted.length; i++) {
        expect((predicted[i] - predicted[i - 1]) * direction).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('a constraint on a missing column or a category is refused', () => {
    const fit = (monotone: Record<string, 1>, X: Table) =>
      gradientBoostingRegressor({ monotone }).fit(X, Float64Array.of(1, 2));
    expect(() => fit({ nowhere: 1 }, table({ x: numbers([1, 2]) }))).toThrow(/`nowhere`, which is missing/);
    expect(() => fit({ c: 1 }, table({ c: categories(['a', 'b']) }))).toThrow(/`c` is a category/);
  });
});

describe('counts and amounts', () => {
  const random = seeded(41);
  const rowCount = 4000;
  const x = Array.from({ length: rowCount }, () => [random.normal(), random.normal()]);
  const means = x.map(([a, b]) => Math.exp(0.6 * a - 0.4 * (b > 0 ? 1 : 0)));
  const counts = Float64Array.from(means, mean => poissonDraw(mean, random));
  const amounts = counts.map(count => count * (0.5 + random.next()));
  const X = tableOf(x);

  test('predictions are positive and come near the means', () => {
    for (const [objective, y] of [['poisson', counts] as const, ['tweedie', amounts] as const]) {
      const predicted = gradientBoostingRegressor({ objective, trees: 60, maxDepth: 3 }).fit(X, y).predict(X);
      expect(predicted.every(one => one > 0)).toBe(true);
      const errors = predicted.map((one, i) => Math.abs(Math.log(one / means[i])));
      expect(errors.reduce((sum, one) => sum + one, 0) / rowCount).toBeLessThan(0.15);
    }
  });

  test('without a split the prediction is the mean', () => {
    const flat = { trees: 3, gamma: 1e9 };
    const y = Float64Array.of(0, 0, 3, 9);
    const few = tableOf([[1], [2], [3], [4]]);
    for (const objective of ['poisson', 'tweedie'] as const) {
      const [first] = gradientBoostingRegressor({ ...flat, objective })
        .fit(few, y)
        .predict(few);
      expect(first).toBeCloseTo(3, 5);
    }
  });

  test('a leaf of a Poisson tree steps no further than 0.7, or than is asked', () => {
    const few = tableOf([[1], [2], [3], [4]]);
    const y = Float64Array.of(0, 0, 0, 400);
    const leaves = (maxStep?: number) => {
      const params = {
        objective: 'poisson',
        trees: 1,
        learningRate: 1,
        lambda: 0,
        minChildWeight: 0,
        maxStep,
      } as const;
      return gradientBoostingRegressor(params).fit(few, y).ensemble.value;
    };
    expect(Math.max(...leaves())).toBe(Math.fround(0.7));
    expect(Math.max(...leaves(0.25))).toBe(0.25);
  });

  test('no step goes beyond the limit in a classifier either', () => {
    const y = Float64Array.from(x, ([a]) => Number(a > 0));
    const free = gradientBoostingClassifier({ trees: 5, learningRate: 1 }).fit(X, y).ensemble.value;
    const bound = gradientBoostingClassifier({ trees: 5, learningRate: 1, maxStep: 0.5 }).fit(X, y).ensemble.value;
    expect(Math.max(...free.map(Math.abs))).toBeGreaterThan(1);
    expect(Math.max(...bound.map(Math.abs))).toBe(0.5);
  });

  test('the loss reported is the deviance, and the lowest is kept', () => {
    const losses: number[] = [];
    const fitted = gradientBoostingRegressor({ objective: 'poisson', trees: 400, earlyStoppingRounds: 5 }).fit(
      X,
      counts,
      {
        validation: { X, y: counts },
        onProgress: ({ loss }) => losses.push(loss!),
      },
    );
    const predicted = fitted.predict(X);
    const deviance = counts.reduce((sum, y, i) => {
      const p = predicted[i];
      return sum + 2 * ((y > 0 ? y * Math.log(y / p) : 0) - y + p);
    }, 0);
    expect(Math.min(...losses)).toBeCloseTo(deviance / rowCount, 5);
  });

  test('negative targets and nothing but zeros are refused with the row', () => {
    const fit = (y: Float64Array) => () =>
      gradientBoostingRegressor({ objective: 'poisson' }).fit(tableOf([[1], [2]]), y);
    expect(fit(Float64Array.of(1, -2))).toThrow(/at least 0; row 1 has -2/);
    expect(fit(Float64Array.of(0, 0))).toThrow(/above 0 for at least one row/);
  });

  test.each(['poisson', 'tweedie'] as const)('%s passes the conformance suite', objective => {
    const subject = subjectOf(gradientBoostingRegressor, { objective, trees: 5, maxDepth: 3 });
    // The suite's own targets have negative ones.
    const counted = { ...subject, make: () => withTargets(subject.make(), y => y.map(Math.abs)) };
    const failed = checkEstimator(counted as typeof subject, { sumTolerance: 1e-5 }).filter(
      ({ status }) => status === 'failed',
    );
    expect(failed).toEqual([]);
  });
});

describe('leaf-wise growth', () => {
  const { X, y } = interactions(6000, seeded(51), { gaps: true });

  test('with room for every leaf gives the trees of depth-wise growth', () => {
    const params = { trees: 5, maxDepth: 5 };
    const deep = gradientBoostingClassifier(params).fit(X, y).predictProba(X);
    const wide = gradientBoostingClassifier({ ...params, growth: 'leaf-wise', maxLeaves: 32 }).fit(X, y);
    expect(wide.predictProba(X)).toEqual(deep);
  });

  test('splits where most is gained, and nowhere else', () => {
    const all = gradientBoostingClassifier({ trees: 1, maxDepth: 8 }).fit(X, y).ensemble;
    const few = gradientBoostingClassifier({ trees: 1, maxDepth: 8, growth: 'leaf-wise', maxLeaves: 6 }).fit(
      X,
      y,
    ).ensemble;
    expect(few.feature.length).toBe(2 * 6 - 1);
    expect(new Set(few.gain.filter(gain => gain > 0))).toEqual(new Set(gainsBestFirst(all, 5)));
  });

  test('goes no deeper than asked', () => {
    const fitted = gradientBoostingClassifier({ trees: 3, maxDepth: 2, growth: 'leaf-wise', maxLeaves: 100 }).fit(X, y);
    fitted.ensemble.roots.forEach(root => expect(treeDepth(fitted.ensemble, root)).toBe(2));
  });

  test('keeps monotone constraints and categories', () => {
    const random = seeded(52);
    const a = Array.from({ length: 3000 }, () => random.next() * 10);
    const levels = Array.from(a, () => `l${random.below(12)}`);
    const target = Float64Array.from(a, (v, i) => Math.sin(v) + v / 5 + (levels[i] > 'l5' ? 2 : 0));
    const mixed = table({ a: numbers(a), level: categories(levels) });
    const fitted = gradientBoostingRegressor({ growth: 'leaf-wise', maxLeaves: 20, monotone: { a: 1 } }).fit(
      mixed,
      target,
    );
    const line = table({
      a: numbers(Array.from({ length: 100 }, (_, i) => i / 10)),
      level: categories(Array(100).fill('l7')),
    });
    const predicted = fitted.predict(line);
    for (let i = 1; i < 100; i++) expect(predicted[i]).toBeGreaterThanOrEqual(predicted[i - 1]);
  });

  test.each([2, 3])('%i threads give the same bits as one', threads => {
    const big = interactions(40_000, seeded(53), { gaps: true });
    const fit = (count: number) =>
      gradientBoostingClassifier({ trees: 5, growth: 'leaf-wise', maxLeaves: 40, maxDepth: 12, rowSample: 0.8 }).fit(
        big.X,
        big.y,
        { threads: count },
      ).ensemble;
    expect(fit(threads)).toEqual(fit(1));
  });
});

describe('weights', () => {
  test('an integer weight means as many equal rows', () => {
    const random = seeded(11);
    const { X, y } = interactions(250, random);
    const weights = Float64Array.from(y, () => random.below(4));
    const repeated = [...weights].flatMap((weight, i) => Array.from({ length: weight }, () => i));
    const params = { trees: 20, maxDepth: 4 };
    const counted = takeRows(X, repeated);
    const weighted = gradientBoostingClassifier(params).fit(X, y, { weights }).predictProba(counted);
    const plain = gradientBoostingClassifier(params).fit(
      counted,
      Float64Array.from(repeated, i => y[i]),
    );
    plain.predictProba(counted).forEach((p, i) => expect(weighted[i]).toBeCloseTo(p, 5));
  });

  test('scalePositive weighs class 1', () => {
    const { X, y } = interactions(300, seeded(12));
    const weights = Float64Array.from(y, target => (target === 1 ? 3 : 1));
    const scaled = gradientBoostingClassifier({ trees: 5, scalePositive: 3 }).fit(X, y);
    const weighted = gradientBoostingClassifier({ trees: 5 }).fit(X, y, { weights });
    expect(scaled.predictProba(X)).toEqual(weighted.predictProba(X));
  });
});

describe('reproducibility', () => {
  const { X, y } = interactions(40_000, seeded(5), { gaps: true });
  const fit = (threads: number) =>
    gradientBoostingClassifier({ trees: 8, maxDepth: 7, rowSample: 0.7, columnSample: 0.7 }).fit(X, y, {
      threads,
      random: seeded(42),
    });
  const alone = fit(1);

  test.each([2, 3])('%i threads give the same bits as one', threads => {
    expect(fit(threads).ensemble).toEqual(alone.ensemble);
  });

  test('another seed draws other rows', () => {
    const other = gradientBoostingClassifier({ trees: 8, maxDepth: 7, rowSample: 0.7 }).fit(X, y, {
      random: seeded(1),
    });
    expect(other.ensemble.value).not.toEqual(alone.ensemble.value);
  });

  test('a row alone is its row in a batch', () => {
    const batch = alone.predictProba(X);
    for (const row of [0, 17, 39_999]) expect(alone.predictProba(takeRows(X, [row]))[0]).toBe(batch[row]);
  });

  test('a state read back predicts the same', () => {
    const again = gradientBoostingClassifier.fromState(alone.toState());
    expect(again.predictProba(takeRows(X, [1, 2, 3]))).toEqual(alone.predictProba(takeRows(X, [1, 2, 3])));
  });
});

describe('early stopping', () => {
  const train = interactions(1500, seeded(21));
  const held = interactions(1500, seeded(22));

  test('keeps the trees up to the lowest loss on the rows held back', () => {
    const losses: number[] = [];
    const fitted = gradientBoostingClassifier({ trees: 300, learningRate: 0.3, earlyStoppingRounds: 10 }).fit(
      train.X,
      train.y,
      { validation: held, onProgress: ({ loss }) => losses.push(loss!) },
    );
    const best = losses.indexOf(Math.min(...losses)) + 1;
    expect(fitted.ensemble.roots.length).toBe(best);
    expect(losses.length).toBe(best + 10);
  });

  test('the loss reported is that of the prediction', () => {
    let last = NaN;
    const fitted = gradientBoostingClassifier({ trees: 7 }).fit(train.X, train.y, {
      validation: held,
      onProgress: ({ loss }) => (last = loss!),
    });
    const p = fitted.predictProba(held.X);
    const expected = held.y.reduce((sum, y, i) => sum - Math.log(y === 1 ? p[i] : 1 - p[i]), 0) / held.y.length;
    expect(last).toBeCloseTo(expected, 6);
  });
});

describe('importance', () => {
  test('the inputs that matter come first and counts are of splits', () => {
    const { X, y } = interactions(3000, seeded(31), { extraInputs: 3 });
    const fitted = gradientBoostingClassifier({ trees: 20 }).fit(X, y);
    const importance = fitted.importance();
    expect(
      importance
        .slice(0, 3)
        .map(one => one.input)
        .sort(),
    ).toEqual(['x0', 'x1', 'x2']);
    const splits = fitted.ensemble.feature.filter(input => input >= 0).length;
    expect(importance.reduce((sum, one) => sum + one.count, 0)).toBe(splits);
  });
});

test('interactions are learned', () => {
  const train = interactions(20_000, seeded(1));
  const test = interactions(10_000, seeded(2));
  const fitted = gradientBoostingClassifier().fit(train.X, train.y);
  // The labels' own probabilities reach 0.873 here.
  expect(rocAuc({ y: test.y, score: fitted.predictProba(test.X) })).toBeGreaterThan(0.85);
});

describe('edges', () => {
  test('one class only gives a constant near it', () => {
    const X = table({ x: numbers([1, 2, 3]) });
    const [p] = gradientBoostingClassifier()
      .fit(X, Float64Array.of(1, 1, 1))
      .predictProba(X);
    expect(p).toBeGreaterThan(0.99);
  });

  test('one row is enough to fit', () => {
    const X = table({ x: numbers([1]) });
    expect([...gradientBoostingRegressor().fit(X, Float64Array.of(3)).predict(X)]).toEqual([3]);
  });

  test('a table of no rows is scored to nothing', () => {
    const X = table({ x: numbers([1, 2]) });
    const fitted = gradientBoostingRegressor().fit(X, Float64Array.of(3, 4));
    expect(fitted.predict(table({ x: numbers([]) })).length).toBe(0);
  });

  test('a class other than 0 and 1 is refused with its row', () => {
    const X = table({ x: numbers([1, 2]) });
    expect(() => gradientBoostingClassifier().fit(X, Float64Array.of(0, 2))).toThrow(/0 or 1.*row 1 has 2/);
  });

  test('negative weights and empty tables are refused', () => {
    const X = table({ x: numbers([1]) });
    const y = Float64Array.of(1);
    expect(() => gradientBoostingRegressor().fit(X, y, { weights: Float64Array.of(-1) })).toThrow(/at least 0/);
    expect(() => gradientBoostingRegressor().fit(table({ x: numbers([]) }), new Float64Array(0))).toThrow(/one row/);
  });

  test('parameters out of range are refused by name', () => {
    expect(() => gradientBoostingClassifier({ learningRate: 0 })).toThrow(/`learningRate`/);
    expect(() => gradientBoostingClassifier({ maxBins: 257 })).toThrow(/`maxBins`/);
  });
});

/** The gains of the first splits when the leaf of the greatest gain is always split next. */
function gainsBestFirst({ feature, gain, left }: TreeEnsemble, splits: number): number[] {
  const open = [0];
  const done: number[] = [];
  while (done.length < splits) {
    const best = open.reduce((a, b) => (gain[b] > gain[a] ? b : a));
    done.push(gain[best]);
    open.splice(open.indexOf(best), 1);
    for (const child of [left[best], left[best] + 1]) if (feature[child] >= 0) open.push(child);
  }
  return done;
}

/** Multiplication of uniform draws (Knuth, "The art of computer programming", 3.4.1). */
function poissonDraw(mean: number, random: Random): number {
  let count = 0;
  for (let product = random.next(); product > Math.exp(-mean); product *= random.next()) count++;
  return count;
}

function withTargets<F extends Fitted>(
  estimator: Estimator<F>,
  change: (y: Float64Array) => Float64Array,
): Estimator<F> {
  return { ...estimator, fit: (X, y, options) => estimator.fit(X, change(y), options) };
}

function tableOf(rows: readonly (readonly number[])[]): Table {
  const names = Array.from({ length: rows[0].length }, (_, j) => `x${j}`);
  return table(Object.fromEntries(names.map((name, j) => [name, numbers(rows.map(row => row[j]))])));
}

/** Labels from a product, a step and a wave; further inputs are noise. */
function interactions(
  rowCount: number,
  random: Random,
  { extraInputs = 0, gaps = false } = {},
): { X: Table; y: Float64Array } {
  const rows = Array.from({ length: rowCount }, () => Array.from({ length: 3 + extraInputs }, () => random.normal()));
  const y = Float64Array.from(rows, ([a, b, c]) => {
    const logit = 2 * a * b + (c > 0.5 ? 2 : 0) + Math.sin(3 * c);
    return Number(random.next() < 1 / (1 + Math.exp(-logit)));
  });
  if (gaps) for (const row of rows) for (let j = 0; j < row.length; j++) if (random.next() < 0.2) row[j] = NaN;
  return { X: tableOf(rows), y };
}
