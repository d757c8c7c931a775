import type { QueueItem } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { amountAtStake, casesByEntity, newestFirst, rulesFired } from './recent-cases.ts';

const words = { es: 'Duplicado', en: 'Duplicate' };

function caseOf(entity: string, eventTime: number, change: Partial<QueueItem> = {}): QueueItem {
  return {
    caseId: `c-${entity}-${eventTime}`,
    decisionId: 'd',
    eventId: 'e',
    rank: 1,
    withinCapacity: true,
    outcome: 'hold',
    lane: 'model',
    score: 0.5,
    expectedValue: { amount: 100, currency: 'PEN' },
    entity,
    office: 'E-1',
    day: '2026-11-20',
    eventTime,
    status: 'open',
    assignee: null,
    label: null,
    reasons: [],
    revision: 0,
    ...change,
  };
}

describe('recent cases', () => {
  it('stand with the newest first', () => {
    expect(newestFirst([caseOf('a', 1), caseOf('b', 3), caseOf('c', 2)]).map(({ entity }) => entity)).toEqual([
      'b',
      'c',
      'a',
    ]);
  });

  it('tell the amount that the expected value is a share of', () => {
    expect(amountAtStake(caseOf('a', 1))).toEqual({ amount: 200, currency: 'PEN' });
    expect(amountAtStake(caseOf('a', 1, { score: 0 })).amount).toBe(0);
  });

  it('add up by entity, the most money first', () => {
    const items = [caseOf('a', 1), caseOf('b', 2), caseOf('b', 3)];
    expect(
      casesByEntity(items).map(({ entity, cases, amount, latest }) => [entity, cases, amount, latest.eventTime]),
    ).toEqual([
      ['b', 2, 400, 3],
      ['a', 1, 200, 1],
    ]);
  });

  it('count the rules that fired and leave features out', () => {
    const rule = {
      kind: 'rule',
      code: 'twice',
      contribution: 0,
      value: null,
      usual: null,
      text: words,
      short: words,
    } as const;
    const items = [
      caseOf('a', 1, { reasons: [rule, { ...rule, kind: 'feature', code: 'amount' }] }),
      caseOf('b', 2, { reasons: [rule] }),
    ];
    expect(rulesFired(items).map(({ code, count }) => [code, count])).toEqual([['twice', 2]]);
  });
});
