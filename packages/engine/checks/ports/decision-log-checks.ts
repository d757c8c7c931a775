import assert from 'node:assert/strict';
import type { PortCheck } from './port-check.ts';
import { assertRefused, caseId, caseOf, collect, decisionOf, record } from './samples.ts';

export const decisionLogChecks: readonly PortCheck[] = [
  {
    name: 'writes the decision, its event and its case together',
    run: async ({ decisionLog, eventLog, caseStore }, useCase) => {
      const given = caseOf(useCase, 'e-1', 12);
      const outcome = await decisionLog.append(given);
      const written = { ...given.decision, sequence: 1 };
      assert.deepEqual(outcome, { kind: 'written', decision: written });
      assert.deepEqual(await decisionLog.find(useCase, written.id), written);
      assert.deepEqual(await decisionLog.findByEvent(useCase, 'e-1'), written);
      assert.deepEqual(await eventLog.find(useCase, 'e-1'), { ...given.entry, sequence: 1 });
      const caseFile = await caseStore.findByDecision(useCase, written.id);
      assert.deepEqual(caseFile, {
        id: caseId(useCase, 'e-1'),
        useCase,
        decisionId: written.id,
        eventId: 'e-1',
        day: '2026-03-02',
        office: 'north',
        status: 'open',
        assignee: null,
        revision: 1,
        verdicts: [],
      });
    },
  },
  {
    name: 'finds nothing of an unknown decision or another use case',
    run: async ({ decisionLog }, useCase) => {
      const { decision } = decisionOf(useCase, 'e-1');
      await decisionLog.append(decisionOf(useCase, 'e-1'));
      assert.equal(await decisionLog.find(useCase, 'unknown'), null);
      assert.equal(await decisionLog.find(`${useCase}-other`, decision.id), null);
      assert.equal(await decisionLog.findByEvent(`${useCase}-other`, 'e-1'), null);
    },
  },
  {
    name: 'answers a repeated event with the first decision and writes nothing',
    run: async ({ decisionLog, eventLog }, useCase) => {
      const first = await decisionLog.append(decisionOf(useCase, 'e-1'));
      const again = await decisionLog.append(
        caseOf(useCase, 'e-1', 5, { entry: { knownAt: 9_000 }, decision: { id: `again-${useCase}` } }),
      );
      assert.deepEqual(again, { kind: 'repeated', decision: first.decision });
      assert.deepEqual(await decisionLog.counts(useCase), { low: 1 });
      await eventLog.append([record(useCase, 'e-2', { knownAt: 2_000 })]);
      assert.equal((await eventLog.find(useCase, 'e-2'))?.knownAt, 2_000);
      assert.equal((await eventLog.extent(useCase)).events, 2);
    },
  },
  {
    name: 'writes one of two decisions of an event that race in the same turn',
    run: async ({ decisionLog }, useCase) => {
      const [first, second] = await Promise.all([
        decisionLog.append(decisionOf(useCase, 'e-1', { decision: { score: 0.1 } })),
        decisionLog.append(decisionOf(useCase, 'e-1', { decision: { id: `second-${useCase}`, score: 0.2 } })),
      ]);
      assert.deepEqual([first.kind, second.kind], ['written', 'repeated']);
      assert.deepEqual(second.decision, first.decision);
      assert.deepEqual(await decisionLog.counts(useCase), { low: 1 });
    },
  },
  {
    name: 'numbers the decisions of one turn in the order of the calls',
    run: async ({ decisionLog }, useCase) => {
      const ids = ['e-3', 'e-1', 'e-2', 'e-4'];
      const outcomes = await Promise.all(ids.map(id => decisionLog.append(decisionOf(useCase, id))));
      const sequences = outcomes.map(({ decision }) => decision.sequence);
      assert.deepEqual(
        sequences,
        sequences.toSorted((a, b) => a - b),
      );
      const read = await collect(decisionLog.read({ useCase }));
      assert.deepEqual(
        read.map(({ eventId }) => eventId),
        ids,
      );
    },
  },
  {
    name: 'does not let a decision that cannot be written disturb those of the same turn',
    run: async ({ decisionLog, eventLog }, useCase) => {
      await eventLog.append([record(useCase, 'loaded')]);
      const broken = decisionOf(useCase, 'broken', { decision: { vector: { name: 'a\0b' } } });
      const calls = [
        decisionLog.append(decisionOf(useCase, 'e-1')),
        decisionLog.append(broken),
        decisionLog.append(decisionOf(useCase, 'loaded')),
        decisionLog.append(caseOf(useCase, 'e-2', 3)),
      ];
      const settled = await Promise.allSettled(calls);
      assert.deepEqual(
        settled.map(({ status }) => status),
        ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
      );
      await assertRefused(calls[1], 'invalid-record');
      await assertRefused(calls[2], 'event-conflict');
      assert.deepEqual(await decisionLog.counts(useCase), { low: 1, high: 1 });
      assert.equal(await eventLog.find(useCase, 'broken'), null);
    },
  },
  {
    name: 'counts an event that claims to be older than the latest decision as known from that decision on',
    run: async ({ decisionLog, eventLog }, useCase) => {
      await Promise.all([
        decisionLog.append(decisionOf(useCase, 'e-1', { entry: { knownAt: 5_000 } })),
        decisionLog.append(decisionOf(useCase, 'e-2', { entry: { knownAt: 4_000 } })),
      ]);
      await decisionLog.append(decisionOf(useCase, 'e-3', { entry: { knownAt: 3_000 } }));
      assert.equal((await eventLog.find(useCase, 'e-2'))?.knownAt, 5_000);
      assert.equal((await eventLog.find(useCase, 'e-3'))?.knownAt, 5_000);
    },
  },
  {
    name: 'reads by outcome and from a time of decision on, in the order of the log',
    run: async ({ decisionLog }, useCase) => {
      const decide = (eventId: string, decidedAt: number, outcome: string) =>
        decisionLog.append(decisionOf(useCase, eventId, { decision: { decidedAt, outcome } }));
      await decide('e-1', 10, 'low');
      await decide('e-2', 20, 'high');
      await decide('e-3', 20, 'low');
      await decide('e-4', 30, 'low');
      const read = await collect(decisionLog.read({ useCase, fromDecidedAt: 20, outcome: 'low' }));
      assert.deepEqual(
        read.map(({ eventId }) => eventId),
        ['e-3', 'e-4'],
      );
    },
  },
  {
    name: 'searches event, decision, case and entity by prefix, newest first',
    run: async ({ decisionLog }, useCase) => {
      await decisionLog.append(decisionOf(useCase, 'x-1', { entry: { entity: '20100' } }));
      await decisionLog.append(caseOf(useCase, 'x-2', 5, { entry: { entity: '20200' } }));
      await decisionLog.append(decisionOf(useCase, '20300', { entry: { entity: '30%_' } }));
      const eventsOf = async (text: string, limit = 10) =>
        (await decisionLog.search(useCase, text, limit)).map(({ eventId }) => eventId);
      assert.deepEqual(await eventsOf('20'), ['20300', 'x-2', 'x-1']);
      assert.deepEqual(await eventsOf('20', 2), ['20300', 'x-2']);
      assert.deepEqual(await eventsOf('30%_'), ['20300']);
      assert.deepEqual(await eventsOf('%'), []);
      assert.deepEqual(await eventsOf(`decision-${useCase}-x-1`), ['x-1']);
      assert.deepEqual(await decisionLog.search(useCase, caseId(useCase, 'x-2'), 10), [
        {
          decisionId: `decision-${useCase}-x-2`,
          caseId: caseId(useCase, 'x-2'),
          eventId: 'x-2',
          entity: '20200',
          outcome: 'high',
          eventTime: 1_000,
        },
      ]);
    },
  },
  {
    name: 'counts decisions by outcome',
    run: async ({ decisionLog }, useCase) => {
      assert.deepEqual(await decisionLog.counts(useCase), {});
      await decisionLog.append(decisionOf(useCase, 'e-1'));
      await Promise.all([
        decisionLog.append(caseOf(useCase, 'e-2', 1)),
        decisionLog.append(decisionOf(useCase, 'e-3')),
      ]);
      assert.deepEqual(await decisionLog.counts(useCase), { low: 2, high: 1 });
    },
  },
];
