import { describe, expect, it } from 'vitest';
import type { StoredEntry } from '../../ports/event-log.ts';
import { HistoryHash } from './history-hash.ts';

const entry: StoredEntry = {
  useCase: 'orders',
  sequence: 1,
  kind: 'record',
  recordType: 'order',
  eventId: '1',
  eventTime: 10,
  knownAt: 20,
  values: { amount: 1, code: 'a' },
  hidden: { planted_pattern: 'burst' },
  entity: 'ana',
  peerGroup: 'a',
};

describe('the hash of a history', () => {
  it('does not depend on the order in which members are written, in any entry', () => {
    const turned = { ...entry, values: { code: 'a', amount: 1 } };
    expect(hashOf(entry, turned, entry)).toBe(hashOf(turned, turned, turned));
  });

  it.each<[string, StoredEntry]>([
    ['sequence', { ...entry, sequence: 2 }],
    ['kind', { ...entry, kind: 'label' }],
    ['record type', { ...entry, recordType: 'visit' }],
    ['event id', { ...entry, eventId: '2' }],
    ['event time', { ...entry, eventTime: 11 }],
    ['time known', { ...entry, knownAt: 21 }],
    ['value', { ...entry, values: { amount: 2, code: 'a' } }],
    ['name of a value', { ...entry, values: { amount: 1, colour: 'a' } }],
    ['number of values', { ...entry, values: { amount: 1, code: 'a', more: null } }],
    ['hidden truth', { ...entry, hidden: { planted_pattern: null } }],
    ['lack of hidden truths', { ...entry, hidden: null }],
    ['entity', { ...entry, entity: 'ben' }],
    ['peer group', { ...entry, peerGroup: 'b' }],
  ])('changes with the %s', (_, changed) => {
    expect(hashOf(entry, changed)).not.toBe(hashOf(entry, entry));
  });

  it('changes with the order of entries and with their number', () => {
    const other = { ...entry, sequence: 2 };
    expect(hashOf(entry, other)).not.toBe(hashOf(other, entry));
    expect(hashOf(entry)).not.toBe(hashOf(entry, entry));
  });
});

function hashOf(...entries: readonly StoredEntry[]): string {
  const hash = new HistoryHash();
  for (const one of entries) hash.add(one);
  return hash.digest();
}
