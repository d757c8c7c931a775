import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { LogEntry, OrderedEntry, TakenEntry } from '@rikuy/engine';
import { createFeatureEngine, createMemoryStores, openSharedFeatures, replay } from '@rikuy/engine';
import { openRedisOrder, type RedisOrder } from '@rikuy/redis';
import { seeded } from '@rikuy/learn';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { missingRedis, startRedis, type TestRedis } from '../support/redis.ts';
import type { ServerRequest } from './shared-features-server.ts';
import { stream, streamCase } from './stream-case.ts';

const missing = missingRedis();
const seeds = [1, 2, 3] as const;
const payments = 250;

describe.skipIf(missing !== null)(`servers that share features by Redis${missing ? ` (${missing})` : ''}`, () => {
  let redis: TestRedis;
  beforeAll(async () => void (redis = await startRedis()));
  // Every test begins with an empty server.
  beforeEach(() => redis.crash());
  afterAll(() => redis.stop());

  it.each(seeds)(
    'give, as two processes, one of them killed and started again, the bits of one: seed %i',
    async seed => {
      const entries = stream(seed, payments);
      const random = seeded(seed);
      const servers = [await startServer(redis), await startServer(redis)];
      const taken: TakenEntry[] = [];
      const give = async (some: readonly LogEntry[]): Promise<void> => {
        const shares = [some.filter(() => random.next() < 0.5)];
        shares.push(some.filter(entry => !shares[0].includes(entry)));
        taken.push(...(await Promise.all(shares.map((share, i) => servers[i].takeEach(share)))).flat());
      };
      const third = Math.floor(entries.length / 3);
      await give(entries.slice(0, third));
      await servers[0].save();
      await give(entries.slice(third, 2 * third));
      await servers[1].kill();
      servers[1] = await startServer(redis);
      await give(entries.slice(2 * third));
      await Promise.all(servers.map(server => server.kill()));

      expect(taken).toHaveLength(entries.length);
      const inOrder = taken.toSorted((a, b) => a.place - b.place);
      expect(inOrder.map(({ place }) => place)).toEqual(entries.map((_, i) => i + 1));
      const single = createFeatureEngine(streamCase);
      for (const { entry, vector } of inOrder) {
        const alone = single.take(entry);
        expect(vector).toEqual(alone && single.toVector(alone));
      }
      await expectSameFromLog(taken);
    },
  );

  it('answer many at once by few round trips, each in its own place', async () => {
    const order = await openOrder(redis);
    const features = await openSharedFeatures(streamCase, order);
    const entries = stream(9, 60);
    const answers = await Promise.all(entries.map(entry => features.take([entry])));
    expect(answers.map(([{ place }]) => place)).toEqual(entries.map((_, i) => i + 1));
    await order.close();
  });

  it('refuse to go on when the server of the order has lost it', async () => {
    const order = await openOrder(redis);
    const features = await openSharedFeatures(streamCase, order);
    await features.take(stream(1, 5));
    await redis.crash();
    await expect(eventually(() => features.take([]))).rejects.toMatchObject({ code: 'not-ready' });
    await order.close();
  });

  it('notice that the order has another history up to their place', async () => {
    const [mine, other] = [await openOrder(redis), await openOrder(redis)];
    const features = await openSharedFeatures(streamCase, mine);
    await features.take(stream(1, 5));
    await redis.crash();
    // As after a loss: somebody has meanwhile put more entries than this server had seen.
    await eventually(() => other.append(stream(2, 40), 0));
    await expect(eventually(() => features.take([]))).rejects.toMatchObject({ code: 'not-ready' });
    await Promise.all([mine.close(), other.close()]);
  });

  it('say that the server does not answer', async () => {
    await expect(openRedisOrder({ url: '/nowhere/socket', useCase: 'none', timeoutMs: 300 })).rejects.toMatchObject({
      code: 'storage-unavailable',
    });
  });

  it('keep the newest of two snapshots, whichever comes last', async () => {
    const order = await openOrder(redis, 0);
    await order.append(stream(1, 5), 0);
    await order.keep({ place: 3, bytes: Uint8Array.of(3, 0, 255) });
    await order.keep({ place: 2, bytes: Uint8Array.of(2) });
    const kept = await order.snapshot();
    expect([kept?.place, ...kept!.bytes]).toEqual([3, 3, 0, 255]);
    await expect(order.append([], 2)).rejects.toMatchObject({ code: 'not-ready' });
    const rest: readonly OrderedEntry[] = await order.append([], 3);
    expect(rest[0].place).toBe(4);
    await order.close();
  });
});

/** The log goes by time known, whoever wrote first: the entries are appended as two servers that race would. */
async function expectSameFromLog(taken: readonly TakenEntry[]): Promise<void> {
  const { eventLog } = createMemoryStores();
  const written = taken.filter(({ repeated }) => !repeated);
  for (const { entry } of written) await eventLog.append([entry]);
  const records = written.filter(({ entry }) => entry.kind === 'record');
  const logged = new Map(records.map(({ entry, vector }) => [entry.eventId, vector]));
  const engine = createFeatureEngine(streamCase);
  const replayed = new Map<string, TakenEntry['vector']>();
  await replay(engine, eventLog, {
    onEntry: ({ eventId }, vector) => void (vector && replayed.set(eventId, engine.toVector(vector))),
  });
  expect(replayed).toEqual(logged);
}

function openOrder({ url }: TestRedis, keepNewest?: number): Promise<RedisOrder> {
  return openRedisOrder({ url, useCase: streamCase.id, timeoutMs: 30_000, keepNewest });
}

/** Until the connection is there again. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if ((error as { code?: string }).code !== 'storage-unavailable') throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

interface SharingServer {
  /** One entry after the other, each waiting for the one before. */
  takeEach(entries: readonly LogEntry[]): Promise<TakenEntry[]>;
  save(): Promise<void>;
  kill(): Promise<void>;
}

type Unnumbered = ServerRequest extends infer R ? (R extends ServerRequest ? Omit<R, 'id'> : never) : never;

async function startServer({ url }: TestRedis): Promise<SharingServer> {
  const child = fork(new URL('./shared-features-server.ts', import.meta.url), [url]);
  await once(child, 'message');
  const ask = asker(child);
  return {
    takeEach: async entries => {
      const taken: TakenEntry[] = [];
      for (const entry of entries) taken.push(...(await ask({ kind: 'take', entries: [entry] })));
      return taken;
    },
    save: async () => void (await ask({ kind: 'save' })),
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function asker(child: ChildProcess): (request: Unnumbered) => Promise<TakenEntry[]> {
  let asked = 0;
  const waiting = new Map<number, (answer: { taken?: TakenEntry[]; error?: string }) => void>();
  child.on('message', (answer: { id: number; taken?: TakenEntry[]; error?: string }) =>
    waiting.get(answer.id)?.(answer),
  );
  return request =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, ({ taken, error }) => (taken ? resolve(taken) : reject(new Error(error))));
      child.send({ ...request, id });
    });
}
