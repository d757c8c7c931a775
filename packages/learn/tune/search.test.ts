import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { rocAuc } from '../metrics/ranking.ts';
import { meanAbsoluteError } from '../metrics/regression.ts';
import { seeded } from '../random/random.ts';
import { gradientBoostingRegressor } from '../trees/gradient-boosting.ts';
import { gridSearch } from './grid-search.ts';
import { fileJournal, type TrialJournal } from './journal.ts';
import { randomSearch } from './random-search.ts';
import type { SearchProgress } from './search.ts';
import { boostedSearch, type Linear, linear, type LinearPlan, search, splits, X, y } from './searches.fixture.ts';
import { choice, logReal } from './space.ts';
import { tpeSearch } from './tpe-search.ts';

const folder = mkdtempSync(join(tmpdir(), 'rikuy-tune-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('grid search', () => {
  it('tries every combination and keeps the best mean', async () => {
    const { best, trials } = await gridSearch(
      X,
      y,
      { l2: [1e5, 1, 1e4], iterations: [50, 100] },
      { objective: linear, splits },
    );
    expect(trials.map(({ params }) => params)).toEqual([
      { l2: 1e5, iterations: 50 },
      { l2: 1e5, iterations: 100 },
      { l2: 1, iterations: 50 },
      { l2: 1, iterations: 100 },
      { l2: 1e4, iterations: 50 },
      { l2: 1e4, iterations: 100 },
    ]);
    expect(best.params).toEqual({ l2: 1, iterations: 50 });
    expect(best.mean).toBe(Math.max(...trials.map(({ mean }) => mean)));
  });

  it('refuses a parameter without values', async () => {
    const empty = { l2: [] as number[] };
    expect(() => gridSearch(X, y, empty, { objective: { make: logisticRegression, metric: rocAuc }, splits })).toThrow(
      /`l2` must have at least one value/,
    );
  });
});

describe('random search', () => {
  it('draws within the space, and the same for the same seed', async () => {
    const space = { l2: logReal(0.1, 10), iterations: choice([20, 30]) };
    const draw = async (seed: number): Promise<Linear[]> => {
      const plan = { objective: linear, splits, trials: 5, random: seeded(seed) };
      return (await randomSearch(X, y, space, plan)).trials.map(({ params }) => params);
    };
    const drawn = await draw(2);
    expect(await draw(2)).toEqual(drawn);
    expect(await draw(3)).not.toEqual(drawn);
    expect(drawn.every(({ l2 }) => l2 >= 0.1 && l2 <= 10)).toBe(true);
    expect(new Set(drawn.map(({ l2 }) => l2)).size).toBe(5);
  });
});

describe('a search by TPE', () => {
  it('finds a good penalty and says how far it is', async () => {
    const heard: SearchProgress[] = [];
    let now = 0;
    const { best, trials, isComplete } = await search({ onProgress: one => heard.push(one), clock: () => (now += 10) });
    expect(trials).toHaveLength(20);
    expect(isComplete).toBe(true);
    expect(best.scores).toHaveLength(3);
    expect(best.params.l2).toBeLessThan(100);
    expect(heard.at(-1)).toEqual({ step: 'trials', done: 20, total: 20, best: best.mean, millisecondsLeft: 0 });
    expect(heard[9].millisecondsLeft).toBeCloseTo(100, 9);
  });

  it('tunes a regressor by what it predicts', async () => {
    const { best } = await tpeSearch(
      X,
      y,
      { learningRate: logReal(1e-3, 0.3) },
      {
        objective: {
          make: gradientBoostingRegressor,
          metric: ({ y: actual, score }) => -meanAbsoluteError({ y: actual, prediction: score }),
        },
        splits,
        trials: 12,
      },
    );
    expect(best.params.learningRate).toBeGreaterThan(0.01);
    expect(best.mean).toBeLessThan(0);
  });

  it.each(['median', 'halving'] as const)('gives up bad trials by the %s rule, never the best', async pruning => {
    const { best, trials, pruned } = await search({ pruning });
    expect(trials.filter(({ scores }) => scores.length < 3)).toHaveLength(pruned);
    expect(pruned).toBeGreaterThan(0);
    expect(best.pruned).toBe(false);
    expect((await search()).pruned).toBe(0);
  });

  it('stops early by the rows held back, and gives up a fit that falls behind', async () => {
    const { best, trials } = await boostedSearch();
    expect(trials.some(({ pruned, scores }) => pruned && scores.length === 0)).toBe(true);
    expect(trials.filter(({ scores }) => scores.length === 0).every(({ mean }) => Number.isNaN(mean))).toBe(true);
    expect(best.mean).toBeGreaterThan(0.8);
  });

  it('goes on after a failure as if there had been none', async () => {
    const path = join(folder, 'killed.ndjson');
    const whole = await search();
    await expect(search({ journal: failingAfter(7, fileJournal(path)) })).rejects.toThrow('killed');
    const done: number[] = [];
    const continued = await search({ journal: fileJournal(path), onProgress: progress => done.push(progress.done) });
    expect(continued).toEqual(whole);
    expect(done[0]).toBe(8);
    const unused = { ...linear, make: () => expect.unreachable() };
    expect(await search({ journal: fileJournal(path), objective: unused })).toEqual(whole);
  });

  it('goes on with more trials where a shorter search ended', async () => {
    const path = join(folder, 'longer.ndjson');
    await search({ journal: fileJournal(path), trials: 6 });
    expect(await search({ journal: fileJournal(path) })).toEqual(await search());
  });

  it('writes over a line that was cut short', async () => {
    const path = join(folder, 'cut.ndjson');
    const whole = await search({ journal: fileJournal(path) });
    const text = readFileSync(path, 'utf8');
    truncateSync(path, text.length - 20);
    expect(await search({ journal: fileJournal(path) })).toEqual(whole);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('refuses a journal of another search, and a damaged one', async () => {
    const path = join(folder, 'other.ndjson');
    await search({ journal: fileJournal(path), trials: 2 });
    const others: LinearPlan[] = [{ random: seeded(3) }, { inFlight: 2 }, { splits: splits.slice(1) }];
    for (const other of others) {
      await expect(search({ journal: fileJournal(path), ...other })).rejects.toThrow(/begun for another search/);
    }
    const [first, second] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, [first, second, second, ''].join('\n'));
    await expect(search({ journal: fileJournal(path) })).rejects.toThrow(/trial 0 stands twice/);
    writeFileSync(path, [first, '{"trial":0}', ''].join('\n'));
    await expect(search({ journal: fileJournal(path) })).rejects.toThrow(/line 2 of the journal .* is damaged/);
  });

  it('refuses a metric that gives no number', async () => {
    await expect(search({ objective: { ...linear, metric: () => NaN } })).rejects.toThrow(/finite number.*; got NaN/);
  });
});

describe('a signal', () => {
  it('stops a search, which gives what is finished and can go on', async () => {
    const journal = fileJournal(join(folder, 'stopped.ndjson'));
    const stop = new AbortController();
    const onProgress = ({ done }: SearchProgress): void => (done === 5 ? stop.abort() : undefined);
    const stopped = await search({ signal: stop.signal, onProgress, journal });
    const whole = await search();
    expect(stopped.isComplete).toBe(false);
    expect(stopped.trials).toEqual(whole.trials.slice(0, 5));
    expect(await search({ journal })).toEqual(whole);
  });

  it('throws its reason when nothing is finished', async () => {
    await expect(search({ signal: AbortSignal.abort(new Error('lunch')) })).rejects.toThrow('lunch');
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
