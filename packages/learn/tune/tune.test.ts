import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { logLoss } from '../metrics/probability.ts';
import { type Random, seeded } from '../random/random.ts';
import { stratifiedFolds } from '../select/folds.ts';
import { numbers } from '../table/column.ts';
import { table } from '../table/table.ts';
import { fileJournal, type TrialJournal } from './journal.ts';
import { parzenEstimator } from './parzen.ts';
import { choice, logReal, logWhole, real, whole } from './space.ts';
import { type TpePlan, type TpeResult, tpeSearch, type TuningProgress } from './tpe-search.ts';
import { nextParameters, type Observation } from './tree-parzen.ts';

const folder = mkdtempSync(join(tmpdir(), 'rikuy-tune-'));
afterAll(() => rmSync(folder, { recursive: true }));

const random = seeded(8);
const x = Float64Array.from({ length: 200 }, () => random.normal());
const y = x.map(value => (random.next() < 1 / (1 + Math.exp(-2 * value)) ? 1 : 0));
const X = table({ x: numbers(x) });
const splits = stratifiedFolds(y, { folds: 3, random: seeded(1) });
const space = { l2: logReal(1e-3, 1e4), iterations: choice([20, 30]) };

type Params = { readonly l2: number; readonly iterations: number };

function search(plan: Partial<TpePlan<Params>>): TpeResult<Params> {
  const metric: TpePlan<Params>['metric'] = rows => -logLoss(rows);
  return tpeSearch(X, y, space, { make: logisticRegression, metric, splits, trials: 20, random: seeded(2), ...plan });
}

describe('a Parzen estimator', () => {
  it('is a density over its interval', () => {
    const { logDensity } = parzenEstimator([0.1, 0.12, 3], 0, 4);
    const steps = 4000;
    const mass = Array.from({ length: steps }, (_, k) => (Math.exp(logDensity(((k + 0.5) * 4) / steps)) * 4) / steps);
    expect(mass.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
  });

  it('draws inside, mostly where it was shown places', () => {
    const { draw } = parzenEstimator([1, 1.01, 1.02, 0.99, 0.98], 0, 100);
    const stream = seeded(1);
    const drawn = Array.from({ length: 500 }, () => draw(stream));
    expect(drawn.every(place => place >= 0 && place <= 100)).toBe(true);
    expect(drawn.filter(place => place < 30).length).toBeGreaterThan(350);
  });
});

describe('the tree-structured Parzen estimator', () => {
  const bowl = { a: real(-5, 5), b: logReal(1e-3, 1e3), c: choice(['x', 'y', 'z']), d: whole(1, 9) };

  /** Best where a = 2, b = 1, c = y, d = 7; the best of 60 trials. */
  function bestOf(next: (seen: readonly Observation[], stream: Random) => Observation['params'], seed: number): number {
    const seen: Observation[] = [];
    for (let k = 0; k < 60; k++) {
      const params = next(seen, seeded(seed).fork(k));
      const { a, b, c, d } = params as { a: number; b: number; c: string; d: number };
      const score = -((a - 2) ** 2) - Math.log10(b) ** 2 - (c === 'y' ? 0 : 1) - ((d - 7) / 4) ** 2;
      seen.push({ params, score, pruned: false });
    }
    return Math.max(...seen.map(({ score }) => score));
  }

  it('comes nearer to the best than random search', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const learned = mean(seeds.map(seed => bestOf((seen, stream) => nextParameters(bowl, seen, stream), seed)));
    const drawn = mean(seeds.map(seed => bestOf((_, stream) => nextParameters(bowl, [], stream), seed)));
    expect(learned).toBeGreaterThan(drawn / 2); // scores are losses negated: less than half the loss
  });

  it('stays within the space, both ends of whole numbers included', () => {
    const stream = seeded(4);
    const drawn = Array.from({ length: 300 }, () => nextParameters({ n: whole(1, 3), m: logWhole(1, 2) }, [], stream));
    expect(new Set(drawn.map(({ n }) => n))).toEqual(new Set([1, 2, 3]));
    expect(new Set(drawn.map(({ m }) => m))).toEqual(new Set([1, 2]));
  });

  it('refuses impossible dimensions', () => {
    expect(() => logReal(0, 1)).toThrow(/above zero, low < high; got 0 and 1/);
    expect(() => whole(1, 2.5)).toThrow(/whole numbers/);
    expect(() => choice([])).toThrow(/at least one value/);
  });
});

describe('a search by TPE', () => {
  it('finds a good penalty and says how far it is', () => {
    const heard: TuningProgress[] = [];
    let now = 0;
    const { best, trials } = search({ onProgress: progress => heard.push(progress), clock: () => (now += 10) });
    expect(trials).toHaveLength(20);
    expect(best.scores).toHaveLength(3);
    expect(best.params.l2).toBeLessThan(100);
    expect(heard.at(-1)).toEqual({ step: 'trials', done: 20, total: 20, best: best.mean, millisecondsLeft: 0 });
    expect(heard[9].millisecondsLeft).toBeCloseTo(100, 9);
  });

  it('gives up trials below the median, and finishes all when told', () => {
    const { trials, pruned } = search({});
    expect(trials.filter(({ scores }) => scores.length < 3)).toHaveLength(pruned);
    expect(pruned).toBeGreaterThan(0);
    expect(search({ pruning: 'none' }).pruned).toBe(0);
  });

  it('goes on after a kill as if there had been none', () => {
    const path = join(folder, 'killed.ndjson');
    const whole = search({});
    expect(() => search({ journal: failingAfter(7, fileJournal(path)) })).toThrow('killed');
    const done: number[] = [];
    const continued = search({ journal: fileJournal(path), onProgress: progress => done.push(progress.done) });
    expect(continued).toEqual(whole);
    expect(done[0]).toBe(8);
    expect(search({ journal: fileJournal(path), make: () => expect.unreachable() })).toEqual(whole);
  });

  it('writes over a line that was cut short', () => {
    const path = join(folder, 'cut.ndjson');
    const whole = search({ journal: fileJournal(path) });
    const text = readFileSync(path, 'utf8');
    truncateSync(path, text.length - 20);
    expect(search({ journal: fileJournal(path) })).toEqual(whole);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('refuses a journal of another search, and a damaged one', () => {
    const path = join(folder, 'other.ndjson');
    search({ journal: fileJournal(path), trials: 2 });
    expect(() => search({ journal: fileJournal(path), random: seeded(3) })).toThrow(/another space, seed/);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, [lines[0], '{"trial":0}', ''].join('\n'));
    expect(() => search({ journal: fileJournal(path) })).toThrow(/line 2 of the journal .* is damaged/);
  });

  it('refuses a metric that gives no number', () => {
    expect(() => search({ metric: () => NaN })).toThrow(/finite number on each split; got NaN/);
  });
});

function failingAfter(count: number, journal: TrialJournal): TrialJournal {
  let kept = 0;
  return {
    open: name => journal.open(name),
    append: record => {
      if (kept++ === count) throw new Error('killed');
      journal.append(record);
    },
  };
}
