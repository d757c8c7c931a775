import { describe, expect, it } from 'vitest';
import { limitsInForce } from '../records/approval-limits.ts';
import { defaultPaymentOptions, generatePayments } from './generate-payments.ts';
import type { GeneratedPayment } from './payment-made.ts';
import { patternShare, type PlantedPattern } from './planted-patterns.ts';

const options = { ...defaultPaymentOptions, rows: 12_000 };
const all = generatePayments(options);
const limaHour = (time: number): number => new Date(time - 5 * 3_600_000).getUTCHours();
const isWeekend = (time: number): boolean => [0, 6].includes(new Date(time - 5 * 3_600_000).getUTCDay());
const planted = (pattern: PlantedPattern, of: readonly GeneratedPayment[] = all): GeneratedPayment[] =>
  of.filter(({ payment }) => payment.pattern === pattern);

describe('generatePayments', () => {
  it('gives the same for the same options, and other payments for another seed', () => {
    expect(generatePayments(options)).toEqual(all);
    expect(generatePayments({ ...options, seed: 2 })[0]).not.toEqual(all[0]);
  });

  it('plants every pattern with its share, below two in a hundred in all', () => {
    expect(all).toHaveLength(12_000);
    for (const [pattern, share] of Object.entries(patternShare))
      expect(planted(pattern as PlantedPattern)).toHaveLength(Math.round(share * 12_000));
    const shares = Object.values(patternShare).reduce((sum, share) => sum + share, 0);
    expect(shares).toBeGreaterThan(0.01);
    expect(shares).toBeLessThan(0.02);
  });

  it('numbers payments in the order of time, and tells of none before it happened', () => {
    const times = all.map(({ payment }) => payment.time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(all.every(({ receivedAt, payment }) => receivedAt > payment.time)).toBe(true);
    expect(all.every(({ finding, payment }) => !finding || finding.knownAt > payment.time)).toBe(true);
  });

  it('pays a duplicate after the payment that it repeats', () => {
    for (const { payment } of planted('duplicate_payment')) {
      const first = all.some(
        ({ payment: { account, counterparty, amount, time } }) =>
          account === payment.account &&
          counterparty === payment.counterparty &&
          Math.abs(amount / payment.amount - 1) < 0.011 &&
          time < payment.time &&
          time > payment.time - 7 * 86_400_000,
      );
      expect(first).toBe(true);
    }
  });

  it('splits what passes a limit into parts that stay below it', () => {
    const largest = limitsInForce.at(-1)!;
    expect(planted('split_payment').every(({ payment }) => payment.amount < largest)).toBe(true);
    const together = Map.groupBy(planted('split_payment'), ({ payment }) => payment.account + payment.counterparty);
    const passing = [...together.values()].filter(parts => {
      const sum = parts.reduce((total, { payment }) => total + payment.amount, 0);
      return limitsInForce.some(limit => sum >= limit && parts.every(({ payment }) => payment.amount < limit));
    });
    expect(passing.length / together.size).toBeGreaterThan(0.8);
  });

  it('keeps amounts below a limit within a tenth of it, in round figures', () => {
    for (const { payment } of planted('below_limit')) {
      expect(limitsInForce.some(limit => payment.amount < limit && payment.amount > 0.9 * limit)).toBe(true);
      expect(payment.amount % 10).toBe(0);
    }
  });

  it('pays off hours at night or on weekends only', () => {
    for (const { payment } of planted('off_hours').filter(({ payment }) => !isWeekend(payment.time)))
      expect(limaHour(payment.time) >= 21 || limaHour(payment.time) <= 8).toBe(true);
  });

  it('loses by a drift only what exceeds the old price', () => {
    for (const { payment } of planted('slow_drift')) {
      expect(payment.loss).toBeGreaterThan(0.2 * payment.amount);
      expect(payment.loss).toBeLessThan(0.75 * payment.amount);
    }
  });

  it('spreads a mule’s money among counterparties that nobody had paid before', () => {
    const paid = Map.groupBy(all, ({ payment }) => payment.counterparty);
    const strangers = planted('mule_fan_out').filter(({ payment }) => paid.get(payment.counterparty)!.length === 1);
    expect(strangers.length / planted('mule_fan_out').length).toBeGreaterThan(0.95);
  });

  it('leaves nearly half of the labels unknown, and some frauds unfound or taken for honest', () => {
    const unknown = all.filter(({ finding }) => !finding).length / all.length;
    expect(unknown).toBeGreaterThan(0.35);
    expect(unknown).toBeLessThan(0.6);
    const frauds = all.filter(({ payment }) => payment.pattern);
    const found = frauds.filter(({ finding }) => finding?.fraud === 1).length / frauds.length;
    expect(found).toBeGreaterThan(0.5);
    expect(found).toBeLessThan(0.8);
    expect(frauds.some(({ finding }) => finding?.fraud === 0)).toBe(true);
    expect(all.some(({ finding, payment }) => !payment.pattern && finding?.fraud === 1)).toBe(true);
  });

  it('does the odd honestly too: repeats, one-offs, nights and amounts below a limit', () => {
    const honest = all.filter(({ payment }) => !payment.pattern);
    const near = honest.filter(({ payment: { amount } }) =>
      limitsInForce.some(limit => amount < limit && amount > 0.94 * limit),
    );
    expect(near.length).toBeGreaterThan(planted('below_limit').length);
    const late = honest.filter(({ payment: { time } }) => isWeekend(time) || limaHour(time) < 7 || limaHour(time) > 20);
    expect(late.length / honest.length).toBeGreaterThan(0.05);
    const repeats = honest.filter(({ payment }, i) =>
      honest
        .slice(Math.max(0, i - 200), i)
        .some(
          ({ payment: before }) =>
            before.account === payment.account &&
            before.counterparty === payment.counterparty &&
            before.amount === payment.amount &&
            before.time > payment.time - 86_400_000,
        ),
    );
    expect(repeats.length).toBeGreaterThan(planted('duplicate_payment').length);
  });

  it('moves fraud towards office hours as the world drifts', () => {
    const drifted = generatePayments({ ...options, drift: 1 });
    const inOffice = (of: readonly GeneratedPayment[]): number =>
      planted('off_hours', of).filter(
        ({ payment: { time } }) => !isWeekend(time) && limaHour(time) > 8 && limaHour(time) < 20,
      ).length;
    expect(inOffice(all)).toBe(0);
    expect(inOffice(drifted)).toBeGreaterThan(3);
  });

  it('refuses a span that is empty', () => {
    expect(() => generatePayments({ ...options, until: options.from })).toThrow(/`until` must be after `from`/);
  });
});
