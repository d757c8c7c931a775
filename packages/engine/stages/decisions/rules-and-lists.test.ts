import { describe, expect, it } from 'vitest';
import { defineUseCase } from '../../use-case/define-use-case.ts';
import type { Effect, EntryList } from '../../use-case/policy.ts';
import { orders, told } from '../features/fixtures/orders.ts';
import { demandOf, underRules } from './under-rules.ts';
import { ruleBook } from './rule-book.ts';

const text = { es: 'texto', en: 'text' };
const outcomes = ['pass', 'look', 'stop'].map(
  (code, i) => ({ code, title: text, meaning: text, tone: 'warning', worked: i > 0 }) as const,
);
const policy = { kind: 'quotas', version: '1', outcomes, lanes: [], rules: [] } as const;
const rule = (effect: Effect, outcome: string) => ({ id: `${effect} ${outcome}`, effect, outcome, text, short: text });
const proposal = { outcome: 'look', lane: 'model', propensity: 1, assessment: { kind: 'quotas' } } as const;

describe('an outcome under rules', () => {
  it.each<[string, ReturnType<typeof rule>[], string]>([
    ['is left alone without any', [], 'look'],
    ['is raised by a demand', [rule('at-least', 'stop')], 'stop'],
    ['is not lowered by a demand', [rule('at-least', 'pass')], 'look'],
    ['is lowered by a suppression', [rule('at-most', 'pass')], 'pass'],
    ['follows a demand rather than a suppression', [rule('at-least', 'stop'), rule('at-most', 'pass')], 'stop'],
    ['follows an override rather than both', [rule('at-least', 'stop'), rule('exactly', 'pass')], 'pass'],
    ['follows the most severe of several overrides', [rule('exactly', 'pass'), rule('exactly', 'look')], 'look'],
  ])('%s', (_, fired, expected) => {
    expect(underRules(policy, proposal, fired).outcome).toBe(expected);
  });

  it('is certain where the rules leave no other', () => {
    const drawn = { ...proposal, lane: 'random', propensity: 0.1 } as const;
    expect(underRules(policy, drawn, [rule('exactly', 'look')])).toMatchObject({ lane: 'random', propensity: 1 });
    expect(underRules(policy, drawn, [rule('at-least', 'look')])).toMatchObject({ lane: 'random', propensity: 0.1 });
  });

  it('of rules alone goes from nothing to the most severe', () => {
    expect([[], [rule('at-least', 'look')], [rule('at-least', 'stop')]].map(fired => demandOf(policy, fired))).toEqual([
      0, 0.5, 1,
    ]);
  });
});

describe('lists', () => {
  const entry = { value: 'ana', from: '2026-03-01', until: '2026-04-01', reason: { es: 'robo', en: 'theft' } };
  const list = { id: 'known', field: 'user', outcome: 'look', short: text, entries: [entry] };
  const deny: EntryList = { ...list, kind: 'deny', text: { es: 'Está: {reason}', en: 'Listed: {reason}' } };
  const declared = (lists: EntryList[]) => {
    const base = orders(({ record }) => ({ amount: { ...told, value: record('amount') } }));
    return defineUseCase({ ...base, policy: { ...base.policy, lists } });
  };
  const at = (day: string, user: string | null) => ({
    record: { user, amount: 1 },
    eventTime: Date.parse(`${day}T12:00:00Z`),
    vector: { amount: 1 },
  });

  it('apply to their values from the first day on until the last, and say why', () => {
    const fired = ruleBook(declared([deny]));
    expect(fired(at('2026-03-15', 'ana'))).toEqual([
      {
        id: 'known',
        effect: 'at-least',
        outcome: 'look',
        text: { es: 'Está: robo', en: 'Listed: theft' },
        short: text,
      },
    ]);
    for (const moment of [
      at('2026-02-28', 'ana'),
      at('2026-04-01', 'ana'),
      at('2026-03-15', 'bob'),
      at('2026-03-15', null),
    ])
      expect(fired(moment)).toEqual([]);
  });

  it('of what is allowed cap the outcome', () => {
    const fired = ruleBook(declared([{ ...deny, kind: 'allow', outcome: 'pass' }]));
    expect(fired(at('2026-03-15', 'ana'))[0]).toMatchObject({ effect: 'at-most', outcome: 'pass' });
  });

  it('are refused for a field that there is not, or an entry that ends before it begins', () => {
    expect(() => declared([{ ...deny, field: 'ghost' }])).toThrow(/list `known`.field expects one of .*; got `ghost`/);
    const backwards = { ...entry, until: '2026-02-01' };
    expect(() => declared([{ ...deny, entries: [backwards] }])).toThrow(/entries that end after they begin/);
  });
});
