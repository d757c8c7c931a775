import assert from 'node:assert/strict';
import type { PortCheck } from './port-check.ts';
import { assertRefused, collect, decisionOf, label, loadOf, record } from './samples.ts';

export const eventLogChecks: readonly PortCheck[] = [
  {
    name: 'reads entries by when they became known, then by arrival',
    run: async ({ eventLog }, useCase) => {
      await eventLog.append([
        record(useCase, 'b', { knownAt: 200 }),
        record(useCase, 'a', { knownAt: 100 }),
        record(useCase, 'c', { knownAt: 200 }),
      ]);
      await eventLog.append([label(useCase, 'a', { knownAt: 150 })]);
      const entries = await collect(eventLog.read({ useCase }));
      assert.deepEqual(
        entries.map(({ eventId, kind, sequence }) => [eventId, kind, sequence]),
        [
          ['a', 'record', 2],
          ['a', 'label', 4],
          ['b', 'record', 1],
          ['c', 'record', 3],
        ],
      );
    },
  },
  {
    name: 'gives back exactly what was appended',
    run: async ({ eventLog }, useCase) => {
      const entry = record(useCase, 'e-1', {
        eventTime: -5,
        knownAt: 1_750_000_000_123,
        values: { text: 'Ñandú \\u0000 "quoted" 𐐷', tiny: 5e-324, huge: 1.7976931348623157e308, no: null, yes: true },
        hidden: { pattern: 'undervalued', label: 1 },
        peerGroup: 'group-1',
      });
      await eventLog.append([entry]);
      assert.deepEqual(await eventLog.find(useCase, 'e-1'), { ...entry, sequence: 1 });
      assert.equal(await eventLog.find(useCase, 'e-2'), null);
      assert.equal(await eventLog.find(`${useCase}-other`, 'e-1'), null);
    },
  },
  {
    name: 'reads a range of sequences',
    run: async ({ eventLog }, useCase) => {
      await eventLog.append(['a', 'b', 'c', 'd'].map(eventId => record(useCase, eventId)));
      const entries = await collect(eventLog.read({ useCase, fromSequence: 2, toSequence: 3 }));
      assert.deepEqual(
        entries.map(({ eventId }) => eventId),
        ['b', 'c'],
      );
    },
  },
  {
    name: 'reads more than one batch without loss or repetition, many at the same time known',
    run: async ({ eventLog }, useCase) => {
      const entries = Array.from({ length: 6_001 }, (_, index) =>
        record(useCase, `e-${index}`, { knownAt: Math.floor(index / 4_000) }),
      );
      await eventLog.append(entries);
      const read = await collect(eventLog.read({ useCase }));
      assert.deepEqual(
        read.map(({ eventId }) => eventId),
        entries.map(({ eventId }) => eventId),
      );
    },
  },
  {
    name: 'leaves out a record whose event id it has, in the log or in the same call, and names it',
    run: async ({ eventLog }, useCase) => {
      await eventLog.append([record(useCase, 'a')]);
      const answer = await eventLog.append([
        record(useCase, 'a', { values: { value: 9 } }),
        record(useCase, 'b'),
        record(useCase, 'b'),
      ]);
      assert.deepEqual(answer, { appended: 1, duplicates: ['a', 'b'] });
      assert.equal((await eventLog.find(useCase, 'a'))?.values['value'], 0.1);
    },
  },
  {
    name: 'leaves out a label that equals the newest of its record, and keeps a correction',
    run: async ({ eventLog }, useCase) => {
      await eventLog.append([record(useCase, 'a'), label(useCase, 'a')]);
      const same = await eventLog.append([label(useCase, 'a', { knownAt: 5_000, values: { amount: 12.5, label: 1 } })]);
      assert.deepEqual(same, { appended: 0, duplicates: ['a'] });
      const corrected = [
        label(useCase, 'a', { knownAt: 6_000, values: { label: 0, amount: null } }),
        label(useCase, 'a', { knownAt: 7_000 }),
        label(useCase, 'a', { knownAt: 8_000 }),
      ];
      assert.deepEqual(await eventLog.append(corrected), { appended: 2, duplicates: ['a'] });
    },
  },
  {
    name: 'takes a label as the newest by when it became known, not by when it arrived',
    run: async ({ eventLog }, useCase) => {
      const negative = { label: 0, amount: null };
      await eventLog.append([record(useCase, 'a'), label(useCase, 'a', { knownAt: 9_000 })]);
      await eventLog.append([label(useCase, 'a', { knownAt: 8_000, values: negative })]);
      const again = await eventLog.append([label(useCase, 'a', { knownAt: 9_500 })]);
      assert.deepEqual(again, { appended: 0, duplicates: ['a'] });
    },
  },
  {
    name: 'counts what claims to be older than the latest decision as known from that decision on',
    run: async ({ eventLog, decisionLog }, useCase) => {
      await decisionLog.append(decisionOf(useCase, 'decided', { entry: { knownAt: 5_000 } }));
      await eventLog.append([
        record(useCase, 'late', { knownAt: 4_000 }),
        label(useCase, 'decided', { knownAt: 4_500 }),
      ]);
      await eventLog.append([record(useCase, 'later', { knownAt: 6_000 })]);
      const entries = await collect(eventLog.read({ useCase }));
      assert.deepEqual(
        entries.map(({ eventId, kind, knownAt }) => [eventId, kind, knownAt]),
        [
          ['decided', 'record', 5_000],
          ['late', 'record', 5_000],
          ['decided', 'label', 5_000],
          ['later', 'record', 6_000],
        ],
      );
    },
  },
  {
    name: 'lists labels, the one known last first, with every correction of one event',
    run: async ({ eventLog }, useCase) => {
      await eventLog.append([record(useCase, 'a'), record(useCase, 'b')]);
      await eventLog.append([
        label(useCase, 'a', { knownAt: 3_000, values: { label: 1, amount: null } }),
        label(useCase, 'b', { knownAt: 4_000 }),
        label(useCase, 'a', { knownAt: 5_000, values: { label: 0, amount: null, verifiedBy: 'ana' } }),
      ]);
      const all = await eventLog.labels({ useCase, limit: 2 });
      assert.deepEqual(
        all.map(({ eventId, knownAt }) => [eventId, knownAt]),
        [
          ['a', 5_000],
          ['b', 4_000],
        ],
      );
      const ofOne = await eventLog.labels({ useCase, eventId: 'a', limit: 10 });
      assert.deepEqual(
        ofOne.map(({ values }) => [values['label'], values['verifiedBy'] ?? null]),
        [
          [0, 'ana'],
          [1, null],
        ],
      );
      assert.deepEqual(await eventLog.labels({ useCase: `${useCase}-other`, limit: 10 }), []);
    },
  },
  {
    name: 'tells its extent without counting labels as events',
    run: async ({ eventLog }, useCase) => {
      assert.deepEqual(await eventLog.extent(useCase), { events: 0, labels: 0, lastSequence: 0, lastEventTime: null });
      await eventLog.append([
        record(useCase, 'a', { eventTime: 70 }),
        record(useCase, 'b', { eventTime: 60 }),
        label(useCase, 'a', { eventTime: 90 }),
        record(useCase, 'a'),
      ]);
      assert.deepEqual(await eventLog.extent(useCase), { events: 2, labels: 1, lastSequence: 3, lastEventTime: 70 });
    },
  },
  {
    name: 'writes the checkpoint of a load with what it counts, and the newest replaces the one before',
    run: async ({ eventLog }, useCase) => {
      await eventLog.append([record(useCase, 'a')], loadOf(useCase, { read: 1, accepted: 1 }));
      const finished = loadOf(useCase, { finished: true, rejectFile: 'rejects.csv' });
      await eventLog.append([record(useCase, 'b')], finished);
      assert.deepEqual(await eventLog.load(finished.loadId), finished);
      assert.equal(await eventLog.load('load-unknown'), null);
    },
  },
  {
    name: 'lists the loads of a use case, newest first',
    run: async ({ eventLog }, useCase) => {
      const [first, second] = ['z', 'a'].map(name => loadOf(useCase, { loadId: `load-${useCase}-${name}` }));
      await eventLog.append([], first);
      await eventLog.append([], second);
      await eventLog.append([], loadOf(`${useCase}-other`));
      assert.deepEqual(await eventLog.loads(useCase), [second, first]);
    },
  },
  {
    name: 'appends nothing at all, no checkpoint either, when one entry cannot be stored',
    run: async ({ eventLog }, useCase) => {
      const broken = record(useCase, 'broken', { values: { text: 'a\0b' } });
      const load = loadOf(useCase);
      await assertRefused(eventLog.append([record(useCase, 'good'), broken], load), 'invalid-record');
      const half = record(useCase, 'half', { values: { text: 'a\ud800b' } });
      await assertRefused(eventLog.append([record(useCase, 'good'), half], load), 'invalid-record');
      assert.equal((await eventLog.extent(useCase)).events, 0);
      assert.equal(await eventLog.load(load.loadId), null);
    },
  },
  {
    name: 'gives each of two appends in one turn its own sequences, in the order of the calls',
    run: async ({ eventLog }, useCase) => {
      await Promise.all([eventLog.append([record(useCase, 'a')]), eventLog.append([record(useCase, 'b')])]);
      const entries = await collect(eventLog.read({ useCase }));
      assert.deepEqual(
        entries.map(({ eventId, sequence }) => [eventId, sequence]),
        [
          ['a', 1],
          ['b', 2],
        ],
      );
    },
  },
  {
    name: 'finds related records known before a moment, newest first, with the label known then and the decision',
    run: async ({ eventLog, decisionLog }, useCase) => {
      await eventLog.append([
        record(useCase, 'old', { knownAt: 10 }),
        record(useCase, 'other', { knownAt: 20, entity: 'entity-2', peerGroup: 'peers' }),
        label(useCase, 'old', { knownAt: 30, values: { label: 1 } }),
        label(useCase, 'old', { knownAt: 60, values: { label: 0 } }),
      ]);
      await decisionLog.append(decisionOf(useCase, 'decided', { entry: { knownAt: 40, peerGroup: 'peers' } }));
      await decisionLog.append(decisionOf(useCase, 'now', { entry: { knownAt: 50 } }));
      const related = (by: 'entity' | 'peerGroup', value: string, limit = 10) =>
        eventLog.related({ useCase, by, value, before: 50, limit });
      const brief = (await related('entity', 'entity-1')).map(({ entry, label, decisionId, outcome }) => [
        entry.eventId,
        entry.sequence,
        label,
        decisionId,
        outcome,
      ]);
      assert.deepEqual(brief, [
        ['decided', 5, null, `decision-${useCase}-decided`, 'low'],
        ['old', 1, 1, null, null],
      ]);
      const peers = await related('peerGroup', 'peers', 1);
      assert.deepEqual(
        peers.map(({ entry }) => entry.eventId),
        ['decided'],
      );
    },
  },
];
