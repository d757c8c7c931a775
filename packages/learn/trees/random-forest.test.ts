import { describe, expect, test } from 'vitest';
import { rocAuc } from '../metrics/ranking.ts';
import { type Random, seeded } from '../random/random.ts';
import { categories, numbers } from '../table/column.ts';
import { type Table, table, takeRows } from '../table/table.ts';
import { randomForestClassifier, randomForestRegressor } from './random-forest.ts';

const wholeTree = { trees: 1, minLeaf: 1, bootstrap: false, columnsPerSplit: 1 } as const;

describe('one tree of all rows and inputs, by hand', () => {
  test('leaves hold the share of class 1', () => {
    const X = table({ x: numbers([1, 1, 1, 1, 2, 2]) });
    const fitted = randomForestClassifier(wholeTree).fit(X, Float64Array.of(0, 0, 0, 1, 1, 1));
    expect([...fitted.predictProba(X)]).toEqual([0.25, 0.25, 0.25, 0.25, 1, 1]);
    expect([...fitted.ensemble.cover]).toEqual([6, 4, 2]);
    // 2²/2 + 1²/4 − 3²/6
    expect(fitted.ensemble.gain[0]).toBe(0.75);
  });

  test('a regressor fits distinct rows exactly', () => {
    const X = table({ x: numbers([5, 3, 1, 4, 2]) });
    const y = Float64Array.of(50, -30, 10, 45, 20);
    expect([...randomForestRegressor(wholeTree).fit(X, y).predict(X)]).toEqual([...y]);
  });

  test('no leaf is lighter than `minLeaf`', () => {
    const X = table({ x: numbers([1, 2, 3, 4, 5, 6]) });
    const fitted = randomForestRegressor({ ...wholeTree, minLeaf: 3 }).fit(X, Float64Array.of(0, 0, 9, 9, 9, 9));
    expect([...fitted.predict(X)]).toEqual([3, 3, 3, 9, 9, 9]);
  });

  test('no path is longer than `maxDepth`', () => {
    const X = table({ x: numbers([1, 2, 3, 4]) });
    const fitted = randomForestRegressor({ ...wholeTree, maxDepth: 1 }).fit(X, Float64Array.of(0, 0, 6, 12));
    expect([...fitted.predict(X)]).toEqual([0, 0, 9, 9]);
  });

  test('weights count as rows', () => {
    const X = table({ x: numbers([1, 1, 2]) });
    const weights = Float64Array.of(3, 1, 1);
    const fitted = randomForestClassifier(wholeTree).fit(X, Float64Array.of(1, 0, 0), { weights });
    expect([...fitted.predictProba(X)]).toEqual([0.75, 0.75, 0]);
  });

  test('missing values find their side', () => {
    const X = table({ x: numbers([1, 2, NaN, NaN]) });
    const fitted = randomForestClassifier(wholeTree).fit(X, Float64Array.of(0, 1, 0, 0));
    expect([...fitted.predictProba(X)]).toEqual([0, 1, 0, 0]);
  });

  test('categories split into two sets', () => {
    const levels = ['a', 'b', 'c', 'd', 'e', 'f'];
    const X = table({ level: categories([...levels, ...levels]) });
    const y = Float64Array.from([...levels, ...levels], level => ('bdf'.includes(level) ? 1 : 0));
    const fitted = randomForestClassifier({ ...wholeTree, maxDepth: 1 }).fit(X, y);
    expect([...fitted.predictProba(X)]).toEqual([...y]);
    const strange = fitted.predictProba(table({ level: categories(['zz', null]) }));
    expect(strange[0]).toBe(strange[1]);
  });
});

describe('a forest', () => {
  const train = interactions(6000, seeded(1));
  const fit = (threads: number, seed = 4) =>
    randomForestClassifier({ trees: 24, maxDepth: 12 }).fit(train.X, train.y, { threads, random: seeded(seed) });
  const alone = fit(1);

  test.each([2, 3])('has the same bits with %i threads', threads => {
    expect(fit(threads).ensemble).toEqual(alone.ensemble);
  });

  test('depends on its seed', () => {
    expect(fit(1, 5).ensemble.feature).not.toEqual(alone.ensemble.feature);
  });

  test('gives a row alone what it gives it in a batch', () => {
    const batch = alone.predictProba(train.X);
    for (const row of [0, 99, 5999]) expect(alone.predictProba(takeRows(train.X, [row]))[0]).toBe(batch[row]);
  });

  test('gives probabilities whose mean is near the share of class 1', () => {
    const p = alone.predictProba(train.X);
    expect(p.every(one => one >= 0 && one <= 1)).toBe(true);
    const mean = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(mean(p)).toBeCloseTo(mean(train.y), 1);
  });

  test('learns interactions', () => {
    const test = interactions(6000, seeded(2));
    expect(rocAuc({ y: test.y, score: alone.predictProba(test.X) })).toBeGreaterThan(0.83);
  });

  test('is better than a tree of it', () => {
    const test = interactions(6000, seeded(2));
    const tree = randomForestClassifier({ trees: 1, maxDepth: 12 }).fit(train.X, train.y, { random: seeded(4) });
    const auc = (fitted: typeof tree): number => rocAuc({ y: test.y, score: fitted.predictProba(test.X) });
    expect(auc(alone)).toBeGreaterThan(auc(tree) + 0.03);
  });

  test('comes back from its state', () => {
    const again = randomForestClassifier.fromState(alone.toState());
    expect(again.predictProba(train.X)).toEqual(alone.predictProba(train.X));
  });

  test('draws as many rows for each tree as there are', () => {
    const X = table({ x: numbers(Float64Array.from({ length: 2000 }, (_, i) => i)) });
    const y = Float64Array.from({ length: 2000 }, (_, i) => i % 2);
    const { ensemble } = randomForestClassifier({
      trees: 20,
      minLeaf: 1,
      columnsPerSplit: 1,
      maxDepth: 40,
      maxBins: 256,
    }).fit(X, y);
    for (const root of ensemble.roots) expect(ensemble.cover[root]).toBe(2000);
  });

  test('regresses heavy-tailed values close to their conditional mean', () => {
    const random = seeded(9);
    const x = Float64Array.from({ length: 4000 }, () => random.next());
    const y = x.map(one => Math.exp(2 * random.normal()) + (one > 0.5 ? 100 : 0));
    const fitted = randomForestRegressor({ minLeaf: 200 }).fit(table({ x: numbers(x) }), y);
    const [low, high] = fitted.predict(table({ x: numbers([0.25, 0.75]) }));
    expect(high - low).toBeGreaterThan(80);
    expect(high - low).toBeLessThan(120);
  });
});

describe('out-of-bag predictions', () => {
  const train = interactions(5000, seeded(1));
  const unseen = interactions(5000, seeded(2));
  const params = { trees: 40, maxDepth: 12, outOfBag: true };

  test('score like rows never seen, while those of all trees flatter', () => {
    const fitted = randomForestClassifier(params).fit(train.X, train.y);
    const fresh = rocAuc({ y: unseen.y, score: fitted.predictProba(unseen.X) });
    const flattering = rocAuc({ y: train.y, score: fitted.predictProba(train.X) });
    const outOfBag = rocAuc({ y: train.y, score: fitted.outOfBag! });
    expect(Math.abs(outOfBag - fresh)).toBeLessThan(0.03);
    expect(flattering).toBeGreaterThan(outOfBag + 0.05);
  });

  test('are the mean of the leaves of trees that did not draw the row', () => {
    const X = table({ x: numbers([1, 2, 3, 4]) });
    const y = Float64Array.of(10, 20, 30, 40);
    const fitted = randomForestRegressor({ trees: 1, minLeaf: 1, columnsPerSplit: 1, outOfBag: true }).fit(X, y);
    const predicted = fitted.predict(X);
    // One tree gives its training rows their own values.
    const isDrawn = fitted.outOfBag!.map(value => Number(Number.isNaN(value)));
    const expected = predicted.map((value, row) => (isDrawn[row] ? NaN : value));
    expect(isDrawn).toContain(0);
    expect([...fitted.outOfBag!].map(value => Math.fround(value))).toEqual(
      [...expected].map(value => Math.fround(value)),
    );
    expect(predicted.filter((_, row) => isDrawn[row])).toEqual(y.filter((_, row) => isDrawn[row]));
  });

  test('have the same bits on three threads and leave the forest as it is', () => {
    const alone = randomForestClassifier(params).fit(train.X, train.y);
    const three = randomForestClassifier(params).fit(train.X, train.y, { threads: 3 });
    const without = randomForestClassifier({ ...params, outOfBag: false }).fit(train.X, train.y);
    expect(three.outOfBag).toEqual(alone.outOfBag);
    expect(without.ensemble).toEqual(alone.ensemble);
    expect(without.outOfBag).toBeUndefined();
  });

  test('stay at their rows when some have no weight', () => {
    const weights = Float64Array.from(train.y, (_, i) => (i % 3 === 0 ? 0 : 1));
    const { outOfBag } = randomForestClassifier(params).fit(train.X, train.y, { weights });
    outOfBag!.forEach((value, i) => expect(Number.isNaN(value)).toBe(i % 3 === 0));
  });

  test('are refused where every tree learns from all rows', () => {
    expect(() => randomForestClassifier({ outOfBag: true, bootstrap: false })).toThrow(/`outOfBag`.*`bootstrap`/);
  });
});

/** Labels from a product, a step and a wave, among noise. */
function interactions(rowCount: number, random: Random): { X: Table; y: Float64Array } {
  const columns = Array.from({ length: 6 }, () => Float64Array.from({ length: rowCount }, () => random.normal()));
  const [a, b, c] = columns;
  const y = Float64Array.from(a, (_, i) => {
    const logit = 2 * a[i] * b[i] + (c[i] > 0.5 ? 2 : 0) + Math.sin(3 * c[i]);
    return Number(random.next() < 1 / (1 + Math.exp(-logit)));
  });
  return { X: table(Object.fromEntries(columns.map((column, j) => [`x${j}`, numbers(column)]))), y };
}
