import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../ports/event-log.ts';
import { createMemorySharedOrder } from '../../ports/memory/memory-shared-order.ts';
import { createFeatureEngine, type EngineEntry } from './feature-engine.ts';
import { historyFeatures, order, orders, told } from './fixtures/orders.ts';
import { histories } from './fixtures/streams.ts';
import { openSharedFeatures, type TakenEntry } from './shared-features.ts';

const useCase = orders(historyFeatures);

/** Which server takes each entry; 2 stands for one that dies. */
const asking = fc.array(fc.oneof({ weight: 20, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.constant(2) }), {
  minLength: 75,
  maxLength: 75,
});

describe('features that servers share', () => {
  it('are those of one server that takes the same order, whichever server asks, also after a new start', async () => {
    await fc.assert(
      fc.asyncProperty(histories, asking, async (history, asked) => {
        const shared = createMemorySharedOrder();
        const servers = [await openSharedFeatures(useCase, shared), await openSharedFeatures(useCase, shared)];
        const taken: TakenEntry[] = [];
        for (const [i, entry] of history.entries()) {
          // A new one starts from the snapshot that the other has kept.
          if (asked[i] === 2) {
            await servers[0].save();
            servers[1] = await openSharedFeatures(useCase, shared);
          }
          taken.push(...(await servers[asked[i] % 2].take([logged(entry)])));
        }
        const single = createFeatureEngine(useCase);
        for (const { entry, vector } of taken) {
          const alone = single.take(entry);
          expect(vector).toEqual(alone && single.toVector(alone));
        }
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it('give entries that come together their places in the order given, in one round trip', async () => {
    const shared = createMemorySharedOrder();
    let trips = 0;
    const counted = {
      ...shared,
      append: (...given: Parameters<typeof shared.append>) => (trips++, shared.append(...given)),
    };
    const server = await openSharedFeatures(useCase, counted);
    const answers = await Promise.all([1, 2, 3].map(i => server.take([logged(order(`${i}`, i))])));
    expect(answers.map(([{ place, entry }]) => [place, entry.eventId])).toEqual([
      [1, '1'],
      [2, '2'],
      [3, '3'],
    ]);
    expect(trips).toBe(2);
  });

  it('say of a record that it has been taken before, on every server', async () => {
    const shared = createMemorySharedOrder();
    const [first, second] = [await openSharedFeatures(useCase, shared), await openSharedFeatures(useCase, shared)];
    expect(await first.take([logged(order('1', 1))])).toMatchObject([{ place: 1, repeated: false }]);
    expect(await second.take([logged(order('1', 1))])).toMatchObject([{ place: 2, repeated: true }]);
  });

  it('raise times known so that they increase along the order', async () => {
    const server = await openSharedFeatures(useCase, createMemorySharedOrder());
    const [a, b] = await server.take([logged(order('1', 1, {}, 5)), logged(order('2', 1, {}, 4))]);
    expect(b.entry.knownAt).toBe(a.entry.knownAt + 1);
  });

  it('refuse to go on where the order no longer keeps what follows', async () => {
    const shared = createMemorySharedOrder(0);
    const [ahead, behind] = [await openSharedFeatures(useCase, shared), await openSharedFeatures(useCase, shared)];
    await ahead.take([logged(order('1', 1))]);
    await ahead.save();
    await expect(behind.take([])).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('refuse a snapshot that was made with other declarations', async () => {
    const shared = createMemorySharedOrder();
    const server = await openSharedFeatures(useCase, shared);
    await server.take([logged(order('1', 1))]);
    await server.save();
    const changed = orders(({ record }) => ({ amount: { ...told, value: record('amount') } }));
    await expect(openSharedFeatures(changed, shared)).rejects.toMatchObject({ code: 'snapshot-refused' });
  });
});

function logged(entry: EngineEntry): LogEntry {
  return { ...entry, useCase: useCase.id, hidden: null, entity: null, peerGroup: null };
}
