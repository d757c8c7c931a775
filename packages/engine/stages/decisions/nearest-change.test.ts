import type { RecordValues } from '@rikuy/contracts';
import { seeded } from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import type { ChangeableField } from '../../use-case/changeable.ts';
import { nearestChange } from './nearest-change.ts';

const text = { es: '{from} → {to}', en: '{from} → {to}' };
const amount: ChangeableField = {
  field: 'amount',
  direction: 'lower',
  scale: 'factor',
  least: 0.5,
  most: 1,
  step: 0.1,
  text,
};
const months: ChangeableField = {
  field: 'months',
  direction: 'raise',
  scale: 'value',
  least: 1,
  most: 24,
  step: 6,
  text,
};
const debt: ChangeableField = {
  field: 'debt',
  direction: 'lower',
  scale: 'factor',
  least: 0,
  most: 1,
  step: 0.25,
  along: ['assets'],
  effort: 3,
  text,
};
const all = [amount, months, debt];
const record: RecordValues = { amount: 1000, months: 12, debt: 400, assets: 900, name: 'a' };

const burden = (of: RecordValues): number => Number(of.amount) / Number(of.months) + Number(of.debt) / 10;
const below = (limit: number) => (of: RecordValues) => burden(of) - limit;

describe('the nearest change', () => {
  it('moves one field where one suffices, no further than needed', () => {
    const { found, changes } = nearestChange(all, record, below(110));
    expect(found).toBe(true);
    expect(changes.map(({ change, to }) => [change.field, to])).toEqual([['amount', 800]]);
  });

  it('leaves a favourable record as it is', () => {
    expect(nearestChange(all, record, below(200))).toEqual({ found: true, changes: [], record });
  });

  it('moves several where no single one suffices', () => {
    const { found, changes, record: after } = nearestChange(all, record, below(70));
    expect(found).toBe(true);
    expect(changes.length).toBeGreaterThan(1);
    expect(burden(after)).toBeLessThanOrEqual(70);
  });

  it('moves along what hangs together', () => {
    const { record: after } = nearestChange([debt], record, of => Number(of.debt) - 250);
    expect(after).toEqual({ ...record, debt: 200, assets: 700 });
  });

  it('says when nothing suffices, and gives the best it found within bounds', () => {
    const { found, record: after } = nearestChange(all, record, below(1));
    expect(found).toBe(false);
    expect(after).toMatchObject({ amount: 500, months: 24, debt: 0 });
  });

  it('leaves alone a field that has no value or no way to go', () => {
    const { changes } = nearestChange(all, { ...record, amount: null, months: 30 }, of => Number(of.debt) - 300);
    expect(changes.map(({ change }) => change.field)).toEqual(['debt']);
  });

  it('never goes a step too far, whatever the record and the limit', () => {
    const random = seeded(5);
    for (let trial = 0; trial < 200; trial++) {
      const given = {
        ...record,
        amount: 200 + random.below(3000),
        months: 1 + random.below(23),
        debt: random.below(900),
      };
      const judge = below(20 + random.below(200));
      const { found, changes, record: after } = nearestChange(all, given, judge);
      if (!found) continue;
      expect(judge(after)).toBeLessThanOrEqual(0);
      for (const { change, from, to } of changes) {
        const stepBack = change.scale === 'factor' ? change.step * from : change.step;
        const back = Math.abs(to - from) <= stepBack ? from : to + Math.sign(from - to) * stepBack;
        // The last step of a way may be shorter than the others.
        const furthest = change.scale === 'factor' ? change.least * from : change.most;
        if (Math.abs(to - furthest) < 0.02) continue;
        expect(judge({ ...after, [change.field]: back })).toBeGreaterThan(-0.01);
      }
    }
  });
});
