import { describe, expect, it } from 'vitest';
import { groupFeatures } from './features/features.ts';
import { monthEnd } from './generator/live-months.ts';
import { defaultApplicationOptions, generateApplications } from './generator/generate-applications.ts';
import { patternShare } from './generator/planted-patterns.ts';
import { smeCredit } from './sme-credit.ts';
import { monotone } from './training.ts';

const namedInTheSpecification = [
  'net_cash_flow',
  'total_cash_flows',
  'cash_flow_stability',
  'return_on_assets',
  'return_on_equity',
  'gross_profit_margin',
  'debt_to_equity_ratio',
  'scaled_debt_to_equity_ratio',
  'payment_timeliness',
  'payment_frequency',
  'payment_completion_rate',
  'log_monthly_income',
  'log_monthly_expenses',
  'profitability_interaction',
  'income_trend_3m',
  'cash_trend_6m',
  'payment_trend',
  'loan_amount_pen',
  'monthly_income_pen',
  'region_default_rate',
  'sector_default_rate',
  'sbs_class',
  'company_size',
];
const names = smeCredit.features.map(({ name }) => name);

describe('sme-credit', () => {
  it('has every feature by the name that users asked for', () => {
    expect(names).toEqual(expect.arrayContaining(namedInTheSpecification));
  });

  it('has a reason for every feature that a model sees and no other', () => {
    const seen = names.filter(name => !groupFeatures.includes(name));
    expect(Object.keys(smeCredit.reasons).sort()).toEqual(seen.sort());
    expect(smeCredit.training.features!.toSorted()).toEqual(seen);
  });

  it('fills in the same figures in both languages', () => {
    const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    const told = Object.values(smeCredit.reasons).flatMap(({ raises, lowers }) => [raises, lowers]);
    for (const { es, en } of [...told, ...smeCredit.changeable!.map(({ text }) => text)])
      expect(placeholders(es)).toEqual(placeholders(en));
  });

  it('aims at every planted pattern with some feature, and at nothing else', () => {
    const aimed = smeCredit.features.flatMap(({ pattern }) => pattern ?? []);
    expect([...new Set(aimed)].sort()).toEqual(Object.keys(smeCredit.patterns).sort());
  });

  it('gives a direction only to figures that a model sees', () => {
    expect(smeCredit.training.features).toEqual(expect.arrayContaining(Object.keys(monotone)));
  });
});

describe('made-up applications', () => {
  const options = { ...defaultApplicationOptions, rows: 2500 };
  const { applications, months } = generateApplications(options);

  it('are the same for the same options', () => {
    expect(generateApplications(options)).toEqual({ applications, months });
  });

  it('plant every pattern about as often as they should, in the order of time', () => {
    for (const [pattern, share] of Object.entries(patternShare)) {
      const planted = applications.filter(one => one.pattern === pattern).length / applications.length;
      expect(planted).toBeGreaterThan(share * 0.5);
      expect(planted).toBeLessThan(share * 2.5);
    }
    const times = applications.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('make the risky patterns risky and seasonal firms sound, while they look weak', () => {
    const of = (pattern: string | null) => applications.filter(one => one.pattern === pattern);
    const defaulted = (pattern: string | null): number =>
      of(pattern).filter(({ life }) => life.defaulted).length / of(pattern).length;
    for (const risky of ['cosmetic_balance', 'debt_stacking', 'region_shock'])
      expect(defaulted(risky)).toBeGreaterThan(2 * defaulted(null));
    expect(defaulted('seasonal_sound')).toBeLessThan(defaulted(null));
    const short = of('seasonal_sound').filter(({ declared }) => declared.monthlyIncome < declared.monthlyExpenses);
    expect(short.length / of('seasonal_sound').length).toBeGreaterThan(0.5);
  });

  it('learn the truth a year later, and never of who got no money', () => {
    const known = applications.filter(({ finding }) => finding !== null);
    expect(known.length / applications.length).toBeGreaterThan(0.45);
    expect(known.length / applications.length).toBeLessThan(0.8);
    for (const { finding, time } of known) expect(finding!.knownAt - time).toBeGreaterThanOrEqual(365 * 86_400_000);
  });

  it('bring twelve months that had ended before, none of them twice', () => {
    const [{ time, company }] = applications;
    const own = months.filter(month => month.company.ruc === company.ruc);
    expect(new Set(own.map(({ month }) => month.end)).size).toBe(12);
    expect(own[11].month.end).toBe(monthEnd(time, -1));
    expect(own[11].month.end).toBeLessThan(time);
  });

  it('refuse a span that is empty', () => {
    expect(() => generateApplications({ ...options, until: options.from })).toThrow(/`until` must be after `from`/);
  });
});
