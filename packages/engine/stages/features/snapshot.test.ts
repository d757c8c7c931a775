import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventLog, LogRange, StoredEntry } from '../../ports/event-log.ts';
import { createMemoryFeatureSnapshots } from '../../ports/memory/memory-feature-snapshots.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { createFeatureEngine, type EngineEntry } from './feature-engine.ts';
import { historyFeatures, order, orders, told } from './fixtures/orders.ts';
import { histories } from './fixtures/streams.ts';
import { restoreFeatures, saveFeatures } from './restore-features.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';

const useCase = orders(historyFeatures);

describe('a snapshot', () => {
  it('and the entries after it give the bits of the whole history, wherever it is cut', () => {
    fc.assert(
      fc.property(histories, histories, fc.nat(), (history, more, cut) => {
        const whole = createFeatureEngine(useCase);
        const first = createFeatureEngine(useCase);
        const before = history.slice(0, cut % (history.length + 1));
        for (const entry of before) expect(first.take(entry)).toEqual(whole.take(entry));
        const bytes = writeSnapshot(useCase, { position: { knownAt: 1, sequence: 2 }, columns: first.save() });
        const { position, columns } = readSnapshot(useCase, bytes);
        expect(position).toEqual({ knownAt: 1, sequence: 2 });
        const second = createFeatureEngine(useCase, columns);
        for (const entry of [...history.slice(before.length), ...more])
          expect(second.take(entry)).toEqual(whole.take(entry));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is the same bytes when saved again', () => {
    const engine = engineOf(40);
    const bytes = snapshotOf(engine);
    const again = createFeatureEngine(useCase, readSnapshot(useCase, bytes).columns);
    expect(snapshotOf(again)).toEqual(bytes);
  });

  it.each([
    ['a byte differs', (bytes: Uint8Array) => bytes.fill(bytes[200] + 1, 200, 201), useCase, 'is damaged'],
    ['its end is missing', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 9), useCase, 'is damaged'],
    ['it is empty', () => new Uint8Array(0), useCase, 'is none that this version writes'],
    ['it is of another use case', same, orders(historyFeatures, { id: 'others' }), 'is of another use case'],
    [
      'a feature is computed otherwise',
      same,
      orders(words => ({ ...historyFeatures(words), more: { ...told, value: words.record('amount') } })),
      'was made with other declarations',
    ],
  ])('is refused when %s', (_, change, read: UseCase, message) => {
    expect(() => readSnapshot(read, change(snapshotOf(engineOf(10))))).toThrow(message);
  });

  it('still serves when only texts have changed', () => {
    const retold = { ...useCase, title: { es: 'otro', en: 'other' } };
    expect(() => readSnapshot(retold, snapshotOf(engineOf(10)))).not.toThrow();
  });
});

describe('restoring from a snapshot', () => {
  it('reads the entries after it and no others', async () => {
    const log = new ListedLog(numbered(50));
    const snapshots = createMemoryFeatureSnapshots();
    const first = await restoreFeatures(useCase, log, { snapshots, saveAfter: 50 });
    expect(first).toMatchObject({ read: 50, position: { sequence: 50 } });
    log.entries.push(...numbered(53).slice(50));
    const second = await restoreFeatures(useCase, log, { snapshots, saveAfter: 50 });
    expect(second).toMatchObject({ read: 3, position: { sequence: 53 }, refused: null });
    expect(second.engine.hasTaken('order-7')).toBe(true);
    expect(second.engine.hasTaken('order-53')).toBe(false);
    const { engine } = await restoreFeatures(useCase, log);
    expect(second.engine.save()).toEqual(engine.save());
  });

  it('reads everything when an entry has come whose place is inside it', async () => {
    const log = new ListedLog(numbered(50));
    const snapshots = createMemoryFeatureSnapshots();
    await restoreFeatures(useCase, log, { snapshots, saveAfter: 1 });
    const older = { ...numbered(51)[50], knownAt: log.entries[20].knownAt };
    log.entries.splice(21, 0, older);
    const restored = await restoreFeatures(useCase, log, { snapshots, saveAfter: 100 });
    expect(restored.read).toBe(51);
  });

  it('reads everything, and says why, when the snapshot is refused', async () => {
    const log = new ListedLog(numbered(20));
    const snapshots = createMemoryFeatureSnapshots();
    await saveFeatures(useCase, await restoreFeatures(useCase, log), snapshots);
    const changed = orders(words => ({ ...historyFeatures(words), more: { ...told, value: words.record('amount') } }));
    const restored = await restoreFeatures(changed, log, { snapshots });
    expect(restored.read).toBe(20);
    expect(restored.refused?.message).toContain('was made with other declarations');
  });
});

function same(bytes: Uint8Array): Uint8Array {
  return bytes;
}

function engineOf(events: number) {
  const engine = createFeatureEngine(useCase);
  for (const entry of numbered(events)) engine.take(entry);
  return engine;
}

function snapshotOf(engine: ReturnType<typeof createFeatureEngine>): Uint8Array {
  return writeSnapshot(useCase, { position: { knownAt: 0, sequence: 0 }, columns: engine.save() });
}

/** One busy user, and others. */
function numbered(events: number): StoredEntry[] {
  return Array.from({ length: events }, (_, i) =>
    stored(order(`order-${i}`, i / 20, { user: i % 3 === 0 ? `u${i}` : 'ana', shop: 'north', amount: i / 7 }), i + 1),
  );
}

function stored(entry: EngineEntry, sequence: number): StoredEntry {
  return { ...entry, useCase: useCase.id, hidden: null, entity: null, peerGroup: null, sequence };
}

/** Entries in the log's order. */
class ListedLog implements Pick<EventLog, 'read'> {
  readonly entries: StoredEntry[];

  constructor(entries: StoredEntry[]) {
    this.entries = entries;
  }

  async *read({ fromSequence = 0 }: LogRange) {
    yield this.entries.filter(({ sequence }) => sequence >= fromSequence);
  }
}
