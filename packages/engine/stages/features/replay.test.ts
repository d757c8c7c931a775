import { beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../ports/event-log.ts';
import { createMemoryStores } from '../../ports/memory/memory-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import { createFeatureEngine, type EngineEntry } from './feature-engine.ts';
import { historyFeatures, order, orders, start, told, verdict } from './fixtures/orders.ts';
import { replay } from './replay.ts';
import { replayDataset } from './replay-dataset.ts';
import { restoreFeatures } from './restore-features.ts';

const useCase = orders(words => ({
  ...historyFeatures(words),
  shop_class: { ...told, kind: 'category', value: words.first(words.record('shop'), 1) },
}));

const first = order('1', 1, { user: 'ana', shop: 'north', code: 'a1', amount: 10 });
const history = [
  first,
  order('2', 2, { user: 'ana', shop: 'south', code: 'a1', amount: 20 }),
  verdict(first, 1, 3, 7.5),
  order('3', 4, { user: 'ana', shop: 'north', code: 'a2', amount: 30 }),
  order('4', 5, { user: 'ben', shop: null, code: 'a2', amount: 40 }),
];

let stores: Stores;
beforeEach(async () => {
  stores = createMemoryStores();
  await stores.eventLog.append(history.map(logged));
});

describe('replay', () => {
  it('gives the vectors of live serving, bit for bit', async () => {
    const live = createFeatureEngine(useCase);
    const replayed: unknown[] = [];
    await replay(createFeatureEngine(useCase), stores.eventLog, {
      onEntry: (_, vector) => replayed.push(vector),
    });
    expect(replayed).toEqual(history.map(entry => live.take(entry)));
  });

  it('follows the order in which things became known, not that in which they were written', async () => {
    await stores.eventLog.append([logged(order('0', 0, { user: 'ana' }))]);
    const seen: string[] = [];
    await replay(createFeatureEngine(useCase), stores.eventLog, { onEntry: entry => seen.push(entry.eventId) });
    expect(seen).toEqual(['0', '1', '2', '1', '3', '4']);
  });

  it('counts and hashes what it read, so that other content has another hash', async () => {
    const of = (range = {}) => replay(createFeatureEngine(useCase), stores.eventLog, { range });
    const all = await of();
    expect(all).toMatchObject({ fromSequence: 1, toSequence: 5, events: 4, labels: 1 });
    expect(await of()).toEqual(all);
    expect((await of({ toSequence: 4 })).sha256).not.toBe(all.sha256);
  });

  it('tells how far it has come', async () => {
    const told: number[] = [];
    await replay(createFeatureEngine(useCase), stores.eventLog, {
      onProgress: ({ done, total }) => told.push(done / total),
    });
    expect(told.at(-1)).toBe(1);
  });
});

describe('restoring', () => {
  it('brings an engine to where live serving left it', async () => {
    const live = createFeatureEngine(useCase);
    history.forEach(entry => live.take(entry));
    const { engine: restored } = await restoreFeatures(useCase, stores.eventLog);
    const next = order('5', 6, { user: 'ana', shop: 'north', code: 'a1', amount: 50 });
    expect(restored.observe(next)).toEqual(live.observe(next));
  });
});

describe('the replayed dataset', () => {
  it('has one row per decided record with its features as columns', async () => {
    const { X, eventIds, eventTimes, offices } = await replayDataset(useCase, stores.eventLog);
    expect(eventIds).toEqual(['1', '2', '3', '4']);
    expect([...X.columns.keys()]).toEqual(useCase.features.map(({ name }) => name));
    expect(X.columns.get('user_sum')).toEqual({ kind: 'number', values: Float64Array.of(0, 10, 30, 0) });
    expect(X.columns.get('shop_class')).toEqual({
      kind: 'category',
      codes: Int32Array.of(0, 1, 0, -1),
      levels: ['n', 's'],
    });
    expect(eventTimes[3]).toBe(start + 5 * 3_600_000);
    expect(offices).toEqual(['north', 'south', 'north', '']);
  });

  it('has the labels as known at the end of the range, with their times', async () => {
    const { labels, labelKnownAt, amounts } = await replayDataset(useCase, stores.eventLog);
    expect(labels).toEqual(Float64Array.of(1, NaN, NaN, NaN));
    expect(labelKnownAt[0]).toBe(start + 3 * 3_600_000);
    expect(amounts[0]).toBe(7.5);
    const before = await replayDataset(useCase, stores.eventLog, { toSequence: 2 });
    expect(before.labels).toEqual(Float64Array.of(NaN, NaN));
  });

  it('names the patterns that a generator planted', async () => {
    await stores.eventLog.append([
      { ...logged(order('5', 6)), hidden: { planted_pattern: 'burst' } },
      { ...logged(order('6', 7)), hidden: { planted_pattern: null } },
    ]);
    expect((await replayDataset(useCase, stores.eventLog)).patterns.slice(4)).toEqual(['burst', null]);
  });
});

function logged(entry: EngineEntry): LogEntry {
  return { ...entry, useCase: useCase.id, hidden: null, entity: null, peerGroup: null };
}
