import assert from 'node:assert/strict';
import type { SourceHolder, SourceLoad } from '../../ports/source-ledger.ts';
import type { PortCheck } from './port-check.ts';
import { assertRefused } from './samples.ts';

export const sourceLedgerChecks: readonly PortCheck[] = [
  {
    name: 'gives a source to one loader at a time, and tells the second who has it',
    run: async ({ sourceLedger }, source) => {
      const [first, second] = [holderOf('first'), holderOf('second')];
      const granted = await sourceLedger.claim({ source, holder: first, now: 100, until: 200 });
      const start = { cursor: null, portions: 0 };
      assert.deepEqual(granted, { kind: 'granted', position: start, unfinished: null });
      const busy = await sourceLedger.claim({ source, holder: second, now: 150, until: 300 });
      assert.deepEqual(busy, { kind: 'busy', holder: first, since: 100 });
      const other = await sourceLedger.claim({ source: `${source}-other`, holder: second, now: 150, until: 300 });
      assert.equal(other.kind, 'granted');
    },
  },
  {
    name: 'gives a source to the next loader when the time is over, it was given back, or its holder is gone',
    run: async ({ sourceLedger }, source) => {
      const claim = (token: string, now: number, over?: string) =>
        sourceLedger.claim({ source, holder: holderOf(token), now, until: now + 100, over });
      assert.equal((await claim('a', 0)).kind, 'granted');
      await sourceLedger.extend(source, 'a', 500);
      assert.equal((await claim('b', 499)).kind, 'busy');
      assert.equal((await claim('b', 500)).kind, 'granted');
      await sourceLedger.release(source, 'a');
      assert.equal((await claim('c', 510)).kind, 'busy');
      await sourceLedger.release(source, 'b');
      assert.equal((await claim('c', 511)).kind, 'granted');
      assert.equal((await claim('d', 512, 'b')).kind, 'busy');
      assert.equal((await claim('d', 513, 'c')).kind, 'granted');
    },
  },
  {
    name: 'refuses whoever lost the source',
    run: async ({ sourceLedger }, source) => {
      await sourceLedger.claim({ source, holder: holderOf('slow'), now: 0, until: 10 });
      await sourceLedger.claim({ source, holder: holderOf('next'), now: 20, until: 30 });
      await assertRefused(sourceLedger.extend(source, 'slow', 50), 'source-in-use');
      const position = { cursor: 7, portions: 1 };
      await assertRefused(sourceLedger.save('slow', sourceLoadOf(source), position), 'source-in-use');
      assert.deepEqual(await sourceLedger.loads({ source, limit: 5 }), []);
    },
  },
  {
    name: 'keeps a load with the position of its source, and gives an unfinished one to the next loader',
    run: async ({ sourceLedger }, source) => {
      await sourceLedger.claim({ source, holder: holderOf('a'), now: 0, until: 10 });
      const load = sourceLoadOf(source, { read: 3, accepted: 2, rejected: 1, rejectFiles: ['data/Ñ.csv'] });
      const cursor = { since: '2026-01-02', seen: { 'a.csv': '1' }, parts: [1, 2], empty: null };
      await sourceLedger.save('a', sourceLoadOf(source), { cursor: 1, portions: 1 });
      await sourceLedger.save('a', load, { cursor, portions: 2 });
      const claim = await sourceLedger.claim({ source, holder: holderOf('b'), now: 20, until: 30 });
      assert.deepEqual(claim, { kind: 'granted', position: { cursor, portions: 2 }, unfinished: load });
      await sourceLedger.save('b', { ...load, state: 'done', endedAt: 9 }, { cursor: null, portions: 3 });
      const again = await sourceLedger.claim({ source, holder: holderOf('c'), now: 40, until: 50 });
      assert.deepEqual(again, { kind: 'granted', position: { cursor: null, portions: 3 }, unfinished: null });
    },
  },
  {
    name: 'lists loads of one source, newest first, by when they began',
    run: async ({ sourceLedger }, source) => {
      await sourceLedger.claim({ source, holder: holderOf('a'), now: 0, until: 1_000 });
      for (const name of ['z', 'y', 'x']) {
        const load = sourceLoadOf(source, { loadId: `${source}-${name}` });
        await sourceLedger.save('a', load, { cursor: null, portions: 0 });
      }
      const done = sourceLoadOf(source, { loadId: `${source}-z`, state: 'done' });
      await sourceLedger.save('a', done, { cursor: null, portions: 0 });
      const ids = (await sourceLedger.loads({ source, limit: 2 })).map(({ loadId }) => loadId);
      assert.deepEqual(ids, [`${source}-x`, `${source}-y`]);
      const all = await sourceLedger.loads({ limit: 1_000 });
      assert.deepEqual(
        all.find(({ loadId }) => loadId === done.loadId),
        done,
      );
    },
  },
];

function holderOf(token: string): SourceHolder {
  return { token, host: 'host-1', pid: 4711 };
}

function sourceLoadOf(source: string, overrides: Partial<SourceLoad> = {}): SourceLoad {
  return {
    loadId: `load-of-${source}`,
    source,
    useCase: 'parcels',
    recordType: 'parcel',
    state: 'running',
    read: 0,
    accepted: 0,
    rejected: 0,
    duplicates: 0,
    converted: 0,
    from: null,
    to: null,
    rejectFiles: [],
    startedAt: 1_000,
    endedAt: null,
    interruptions: 0,
    error: null,
    ...overrides,
  };
}
