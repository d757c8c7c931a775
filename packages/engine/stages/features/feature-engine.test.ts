import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeatureEngine, type EngineEntry } from './feature-engine.ts';
import { historyFeatures, order, orders, told, verdict } from './fixtures/orders.ts';
import { naiveFeatures } from './fixtures/naive-history.ts';
import { histories } from './fixtures/streams.ts';

const useCase = orders(historyFeatures);

describe('the feature engine', () => {
  it('agrees with the definition on any history, late, tied and repeated events and corrected labels included', () => {
    fc.assert(
      fc.property(histories, history => {
        const engine = createFeatureEngine(useCase);
        history.forEach((entry, i) => {
          const vector = engine.take(entry);
          if (vector === null) return;
          const expected = naiveFeatures(history.slice(0, i), entry);
          expect(rounded(engine.toVector(vector))).toEqual(rounded(expected));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same bits live, with previews in between, as in replay', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (history, looks) => {
        const live = createFeatureEngine(useCase);
        const replayed = createFeatureEngine(useCase);
        history.forEach((entry, i) => {
          live.preview(history[looks[i % looks.length] % history.length]);
          expect(live.take(entry)).toEqual(replayed.take(entry));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('gives a vector that does not depend on anything that comes later', () => {
    fc.assert(
      fc.property(histories, histories, fc.nat(), (history, other, cut) => {
        const kept = history.slice(0, 1 + (cut % history.length));
        expect(vectorsOf([...kept, ...other]).slice(0, kept.length)).toEqual(vectorsOf(kept));
      }),
      { numRuns: 100 },
    );
  });

  it('does not count an event for itself or for another of the same time', () => {
    const engine = createFeatureEngine(useCase);
    const count = (entry: EngineEntry) => engine.toVector(engine.observe(entry)).user_count;
    expect(count(order('1', 10, { user: 'ana' }))).toBe(0);
    expect(count(order('2', 10, { user: 'ana' }))).toBe(0);
    expect(count(order('3', 11, { user: 'ana' }))).toBe(2);
  });

  it('lets a late event count at its own time from when it is known', () => {
    const engine = createFeatureEngine(useCase);
    const count = (entry: EngineEntry) => engine.toVector(engine.observe(entry)).user_count;
    count(order('1', 10, { user: 'ana' }));
    expect(count(order('2', 12, { user: 'ana' }))).toBe(1);
    expect(count(order('late', 11, { user: 'ana' }, 13))).toBe(1);
    expect(count(order('3', 13, { user: 'ana' }))).toBe(3);
  });

  it('learns a label that came before its event when the event comes', () => {
    const engine = createFeatureEngine(useCase);
    const early = order('1', 1, { user: 'ana' }, 5);
    engine.take(verdict(early, 1, 4));
    expect(engine.toVector(engine.observe(order('2', 2, { user: 'ana' }, 4))).user_frauds).toBe(0);
    engine.observe(early);
    expect(engine.toVector(engine.observe(order('3', 6, { user: 'ana' }))).user_frauds).toBe(1);
  });

  it('counts no figure so large that sums would overflow, and goes on counting the others', () => {
    const engine = createFeatureEngine(useCase);
    for (const [i, amount] of [1e300, 1e308, -1e308, 2].entries())
      engine.observe(order(`${i}`, i, { user: 'ana', amount }));
    const next = order('next', 4, { user: 'ana' });
    expect(engine.toVector(engine.observe(next))).toMatchObject({ user_count: 4, user_sum: 2, user_mean: 2 });
  });

  it('forgets what no window reaches, and cuts the windows of events that come later than allowed', () => {
    const brief = orders(
      ({ past }) => ({ count: { ...told, value: past({ by: 'user', within: { hours: 10 } }).count() } }),
      { allowedLatenessDays: 1 },
    );
    const engine = createFeatureEngine(brief);
    const count = (entry: EngineEntry) => engine.toVector(engine.observe(entry)).count;
    for (const at of [50, 55]) count(order(`at-${at}`, at, { user: 'ana' }));
    count(order('newest', 85, { user: 'ben' }));
    // Newest − a day − the window: hour 51.
    expect(count(order('late', 58, { user: 'ana' }, 86))).toBe(1);
  });
});

function vectorsOf(entries: readonly EngineEntry[]) {
  const engine = createFeatureEngine(useCase);
  return entries.map(entry => engine.take(entry));
}

/** Missing as NaN, and the spread, which the oracle computes by another formula, to twelve digits. */
function rounded(vector: Readonly<Record<string, number | string | null>>) {
  return Object.fromEntries(
    Object.entries(vector).map(([name, value]) => {
      const number = Number(value ?? NaN);
      return [name, name === 'user_std' ? Number(number.toPrecision(12)) : number];
    }),
  );
}
