import assert from 'node:assert/strict';
import type { QueueFilter } from '../../ports/case-store.ts';
import type { Stores } from '../../ports/stores.ts';
import type { PortCheck } from './port-check.ts';
import { assertRefused, caseId, caseOf, collect, label, verdictOf } from './samples.ts';

export const caseStoreChecks: readonly PortCheck[] = [
  {
    name: 'ranks by expected value in each office, day and outcome',
    run: async (stores, useCase) => {
      await fillQueue(stores, useCase);
      assert.deepEqual(await briefQueue(stores, { useCase, day: '2026-03-02', limit: 10 }), [
        ['n-high-20', 1],
        ['s-high-15', 1],
        ['n-middle-9', 1],
        ['n-high-10a', 2],
        ['n-high-10b', 3],
      ]);
    },
  },
  {
    name: 'shows a case as its decision and verdict made it',
    run: async (stores, useCase) => {
      const { decisionLog, caseStore } = stores;
      const reasons = [
        {
          kind: 'feature' as const,
          code: 'price',
          contribution: 0.4,
          value: 3,
          usual: null,
          text: { es: 'Precio', en: 'Price' },
          short: { es: 'p', en: 'p' },
        },
      ];
      const given = caseOf(useCase, 'e-1', 20, {
        entry: { entity: 'entity-9' },
        decision: { reasons, lane: 'random' },
      });
      await decisionLog.append(given);
      await giveVerdict(stores, useCase, 'e-1');
      const { items } = await caseStore.queue({ useCase, limit: 1 });
      assert.deepEqual(items, [
        {
          caseId: caseId(useCase, 'e-1'),
          decisionId: given.decision.id,
          eventId: 'e-1',
          rank: 1,
          outcome: 'high',
          lane: 'random',
          score: 0.25,
          expectedValue: { amount: 20, currency: 'USD' },
          entity: 'entity-9',
          office: 'north',
          day: '2026-03-02',
          eventTime: 1_000,
          status: 'closed',
          assignee: null,
          label: 1,
          reasons,
          revision: 2,
        },
      ]);
    },
  },
  {
    name: 'pages through the queue, newest day first, every case once',
    run: async (stores, useCase) => {
      await fillQueue(stores, useCase);
      const whole = await stores.caseStore.queue({ useCase, limit: 100 });
      assert.equal(whole.next, null);
      assert.equal(whole.items[0]?.day, '2026-03-03');
      const paged = await readPages(stores, { useCase, limit: 2 });
      assert.deepEqual(paged, whole.items);
      assert.equal(paged.length, 6);
    },
  },
  {
    name: 'keeps the rank of the whole office, day and outcome under every filter, and counts what matches',
    run: async (stores, useCase) => {
      await fillQueue(stores, useCase);
      await stores.caseStore.assign(useCase, caseId(useCase, 'n-high-10b'), 1, 'officer-1');
      const filtered = async (filter: Partial<QueueFilter>) => {
        const { items, total } = await stores.caseStore.queue({ useCase, limit: 1, ...filter });
        return [total, items[0]?.eventId ?? null, items[0]?.rank ?? null];
      };
      assert.deepEqual(await filtered({ status: 'claimed' }), [1, 'n-high-10b', 3]);
      assert.deepEqual(await filtered({ status: 'open', day: '2026-03-02' }), [4, 'n-high-20', 1]);
      assert.deepEqual(await filtered({ office: 'south' }), [2, 'late', 1]);
      assert.deepEqual(await filtered({ outcome: 'middle' }), [1, 'n-middle-9', 1]);
      assert.deepEqual(await filtered({ text: 'n-high-1' }), [2, 'n-high-10a', 2]);
      assert.deepEqual(await filtered({ text: 'entity-s' }), [2, 'late', 1]);
      assert.deepEqual(await filtered({ text: '%' }), [0, null, null]);
      assert.deepEqual(await filtered({ day: '2026-01-01' }), [0, null, null]);
    },
  },
  {
    name: 'refuses a cursor that it did not give',
    run: async ({ caseStore }, useCase) => {
      await assertRefused(caseStore.queue({ useCase, limit: 1, after: 'nonsense' }), 'invalid-request');
    },
  },
  {
    name: 'claims a case for its assignee and opens it again without one',
    run: async (stores, useCase) => {
      const { caseStore, decisionLog } = stores;
      await decisionLog.append(caseOf(useCase, 'e-1', 20));
      const id = caseId(useCase, 'e-1');
      const claimed = await caseStore.assign(useCase, id, 1, 'officer-1');
      assert.deepEqual([claimed.status, claimed.assignee, claimed.revision], ['claimed', 'officer-1', 2]);
      const opened = await caseStore.assign(useCase, id, 2, null);
      assert.deepEqual([opened.status, opened.assignee, opened.revision], ['open', null, 3]);
      assert.deepEqual(await caseStore.find(useCase, id), opened);
    },
  },
  {
    name: 'refuses a change made on an old revision or on an unknown case',
    run: async (stores, useCase) => {
      const { caseStore, decisionLog, eventLog } = stores;
      await decisionLog.append(caseOf(useCase, 'e-1', 20));
      const id = caseId(useCase, 'e-1');
      const race = [caseStore.assign(useCase, id, 1, 'officer-1'), caseStore.assign(useCase, id, 1, 'officer-2')];
      const settled = await Promise.allSettled(race);
      const lost = settled.findIndex(({ status }) => status === 'rejected');
      assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 1);
      await assertRefused(race[lost], 'case-conflict');
      await assertRefused(giveVerdict(stores, useCase, 'e-1', 1), 'case-conflict');
      await assertRefused(caseStore.assign(useCase, 'unknown', 1, null), 'not-found');
      await assertRefused(giveVerdict(stores, useCase, 'unknown'), 'not-found');
      assert.equal((await eventLog.extent(useCase)).labels, 0);
    },
  },
  {
    name: 'closes a case with its verdict and appends the label with it',
    run: async (stores, useCase) => {
      await stores.decisionLog.append(caseOf(useCase, 'e-1', 20));
      const closed = await giveVerdict(stores, useCase, 'e-1');
      assert.equal(closed.status, 'closed');
      assert.deepEqual(closed.verdicts, [verdictOf(useCase, 'e-1')]);
      assert.deepEqual(await stores.caseStore.find(useCase, closed.id), closed);
      const [, stored] = await collect(stores.eventLog.read({ useCase }));
      assert.deepEqual(stored, { ...label(useCase, 'e-1'), sequence: 2 });
    },
  },
  {
    name: 'keeps earlier verdicts when one corrects another; the newest counts',
    run: async (stores, useCase) => {
      await stores.decisionLog.append(caseOf(useCase, 'e-1', 20));
      const first = await giveVerdict(stores, useCase, 'e-1');
      const verdict = verdictOf(useCase, 'e-1', {
        id: `second-${useCase}`,
        label: 0,
        recovered: null,
        corrects: first.verdicts[0].id,
      });
      const negative = label(useCase, 'e-1', { knownAt: 4_000, values: { label: 0, amount: null } });
      const corrected = await stores.caseStore.giveVerdict(useCase, { verdict, revision: 2, label: negative });
      assert.deepEqual(corrected.verdicts, [first.verdicts[0], verdict]);
      assert.equal(corrected.revision, 3);
      assert.equal((await stores.caseStore.queue({ useCase, limit: 1 })).items[0]?.label, 0);
      const [counts] = await stores.caseStore.countsByDay(useCase);
      assert.deepEqual([counts?.closed, counts?.confirmed, counts?.recovered], [1, 0, 0]);
      assert.equal((await stores.eventLog.extent(useCase)).labels, 2);
    },
  },
  {
    name: 'counts by day, office and outcome, newest day first',
    run: async (stores, useCase) => {
      await fillQueue(stores, useCase);
      await giveVerdict(stores, useCase, 'n-high-20');
      const nothing = { closed: 0, confirmed: 0, recovered: 0 };
      const counts = await stores.caseStore.countsByDay(useCase);
      const day = '2026-03-02';
      assert.deepEqual(counts, [
        { day: '2026-03-03', office: 'south', outcome: 'high', cases: 1, ...nothing, expectedValue: 1 },
        { day, office: 'north', outcome: 'high', cases: 3, closed: 1, confirmed: 1, recovered: 8, expectedValue: 40 },
        { day, office: 'north', outcome: 'middle', cases: 1, ...nothing, expectedValue: 9 },
        { day, office: 'south', outcome: 'high', cases: 1, ...nothing, expectedValue: 15 },
      ]);
      assert.deepEqual(await stores.caseStore.countsByDay(useCase, '2026-03-03'), counts.slice(0, 1));
    },
  },
];

/** Five cases on one day in two offices and two outcomes, two of equal value; one case a day later. */
async function fillQueue({ decisionLog }: Stores, useCase: string): Promise<void> {
  const south = { entry: { entity: 'entity-s' }, caseFile: { office: 'south' } };
  await Promise.all([
    decisionLog.append(caseOf(useCase, 'n-high-10b', 10)),
    decisionLog.append(caseOf(useCase, 'n-high-20', 20)),
    decisionLog.append(caseOf(useCase, 'n-high-10a', 10)),
    decisionLog.append(caseOf(useCase, 'n-middle-9', 9, { decision: { outcome: 'middle' } })),
    decisionLog.append(caseOf(useCase, 's-high-15', 15, south)),
    decisionLog.append(caseOf(useCase, 'late', 1, { ...south, caseFile: { office: 'south', day: '2026-03-03' } })),
  ]);
}

async function briefQueue({ caseStore }: Stores, filter: QueueFilter) {
  return (await caseStore.queue(filter)).items.map(({ eventId, rank }) => [eventId, rank]);
}

async function readPages({ caseStore }: Stores, filter: QueueFilter) {
  const items = [];
  let after: string | undefined;
  do {
    const page = await caseStore.queue({ ...filter, after });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

function giveVerdict({ caseStore }: Stores, useCase: string, eventId: string, revision = 1) {
  const verdict = verdictOf(useCase, eventId);
  return caseStore.giveVerdict(useCase, { verdict, revision, label: label(useCase, eventId) });
}
