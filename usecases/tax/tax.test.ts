import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRecord } from '@rikuy/engine';
import { describe, expect, it } from 'vitest';
import { limaDay } from './generator/calendar.ts';
import { defaultReturnOptions, generateReturns } from './generator/generate-returns.ts';
import { patternStrength } from './generator/planted-patterns.ts';
import { taxOf } from './generator/tax-due.ts';
import { writeReturns } from './generator/write-returns.ts';
import { tax } from './tax.ts';

const namedInTheSpecification = [
  'month_of_transaction',
  'quarter_of_year',
  'own_income_mean_pen',
  'own_income_median_pen',
  'own_income_std_pen',
  'sector_income_mean_pen',
  'sector_income_median_pen',
  'sector_income_std_pen',
  'deduction_income_ratio',
  'import_tax_ratio',
  'customs_purchases_diff',
  'enforcement_penalty_diff',
  'interaction_imports_income',
];

describe('tax', () => {
  it('is plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(tax))).toEqual(tax);
  });

  it('has every feature by the name that users asked for', () => {
    expect(tax.features.map(({ name }) => name)).toEqual(expect.arrayContaining(namedInTheSpecification));
  });

  it('names features by what they are: categories, yes or no, currency, difference, ratio', () => {
    const endings = { USD: /_usd$|_diff$/, PEN: /_pen$/ };
    const misnamed = tax.features.filter(
      ({ name, kind, unit }) =>
        name.startsWith('cat_') !== (kind === 'category') ||
        ((unit === 'USD' || unit === 'PEN') && !endings[unit].test(name)),
    );
    expect(misnamed.map(({ name }) => name)).toEqual([]);
  });

  it('has a reason for every feature and no other', () => {
    expect(Object.keys(tax.reasons).sort()).toEqual(tax.features.map(({ name }) => name).sort());
  });

  it('fills in the same figures in both languages', () => {
    const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const { raises, lowers } of Object.values(tax.reasons))
      for (const { es, en } of [raises, lowers]) expect(placeholders(es)).toEqual(placeholders(en));
  });

  it('aims at every planted pattern with some feature, and at nothing else', () => {
    const aimed = tax.features.flatMap(({ pattern }) => pattern ?? []);
    expect([...new Set(aimed)].sort()).toEqual(Object.keys(tax.patterns).sort());
  });

  it('joins no action by its case', () => {
    expect(JSON.stringify(tax.features)).not.toContain('declaration_number');
  });
});

describe('a generated country', () => {
  const options = { ...defaultReturnOptions, rows: 6000 };
  const { returns, customsRecords, enforcementActions, economicIndicators } = generateReturns(options);

  it('is the same for the same options, and another for another seed', () => {
    expect(generateReturns(options).returns).toEqual(returns);
    expect(generateReturns({ ...options, seed: 2 }).returns).not.toEqual(returns);
  });

  it('has about as many returns as asked for, numbered in the order of filing', () => {
    expect(Math.abs(returns.length / options.rows - 1)).toBeLessThan(0.1);
    const times = returns.map(({ record }) => record.filing_date);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(returns.map(({ record }) => record.declaration_number)).size).toBe(returns.length);
  });

  it('plants every pattern in some hundredths of the returns', () => {
    for (const pattern of Object.keys(patternStrength)) {
      const share = returns.filter(({ truth }) => truth.pattern === pattern).length / returns.length;
      expect(share).toBeGreaterThan(0.003);
      expect(share).toBeLessThan(0.03);
    }
  });

  it('leaves most returns without an audit, and learns of most evasion only weeks later', () => {
    const audited = returns.filter(({ finding }) => finding !== null).length / returns.length;
    expect(audited).toBeGreaterThan(0.15);
    expect(audited).toBeLessThan(0.45);
    const delays = returns.flatMap(({ finding, record }) =>
      finding ? [(finding.closedAt - record.filing_date) / 86_400_000] : [],
    );
    expect(delays.toSorted((a, b) => a - b)[Math.floor(delays.length / 2)]).toBeGreaterThan(25);
  });

  it('misses some evasion that it audited, so that labels are not the truth', () => {
    const audited = returns.filter(({ finding, truth }) => finding !== null && truth.evades);
    const missed = audited.filter(({ finding }) => finding!.evasion === 0).length;
    expect(missed).toBeGreaterThan(0);
    expect(missed / audited.length).toBeLessThan(0.25);
  });

  it('owes tax where it evades and nowhere else', () => {
    expect(returns.every(({ truth }) => truth.taxDue > 0 === truth.evades)).toBe(true);
  });

  it('sanctions a finding only after its audit closed, and others for other reasons', () => {
    const byNumber = new Map(returns.map(one => [one.record.declaration_number, one]));
    const ofCases = enforcementActions.filter(({ of }) => of !== null);
    expect(ofCases.length).toBeGreaterThan(20);
    for (const { record } of ofCases) {
      const { finding } = byNumber.get(String(record.declaration_number))!;
      expect(Number(record.action_date)).toBeGreaterThan(finding!.closedAt);
    }
    expect(enforcementActions.length - ofCases.length).toBeGreaterThan(20);
  });

  it('imports until its last days, and publishes an indicator before its first return', () => {
    const last = Math.max(...customsRecords.map(({ record_date }) => Number(record_date)));
    expect(last).toBeGreaterThan(limaDay('2026-01-20'));
    expect(Number(economicIndicators[0].indicator_date)).toBeLessThan(returns[0].record.filing_date);
  });

  it('grows more modest as the world drifts', () => {
    const lateRatio = (drift: number): number => {
      const late = generateReturns({ ...options, rows: 12_000, drift }).returns.filter(
        ({ record, truth }) => truth.pattern === 'underdeclared_income' && record.filing_date > limaDay('2025-08-01'),
      );
      return late.reduce((sum, { truth }) => sum + truth.taxDue, 0) / late.length;
    };
    expect(lateRatio(1)).toBeLessThan(lateRatio(0));
  });

  it('refuses an empty span, no rows, and a drift that is none', () => {
    expect(() => generateReturns({ ...options, until: options.from })).toThrow(/`until` must be after `from`/);
    expect(() => generateReturns({ ...options, rows: 0 })).toThrow(/`rows` must be an integer/);
    expect(() => generateReturns({ ...options, drift: 2 })).toThrow(/`drift` must lie in/);
  });
});

describe('tax of a month', () => {
  const month = { income: 100_000, purchases: 60_000, deductions: 80_000 };

  it('is IGV on what was added and income tax on the net, by regime', () => {
    expect(taxOf(month, 'general', '2025-10-01')).toBeCloseTo(0.18 * 40_000 + 0.295 * 20_000, 6);
    expect(taxOf(month, 'mype', '2025-10-01')).toBeCloseTo(0.18 * 40_000 + 0.1 * 20_000, 6);
    expect(taxOf(month, 'rer', '2025-10-01')).toBeCloseTo(0.18 * 40_000 + 0.015 * 100_000, 6);
  });

  it('is never negative', () => {
    expect(taxOf({ income: 10, purchases: 20, deductions: 20 }, 'general', '2025-10-01')).toBe(0);
  });
});

describe('the files of a generated country', () => {
  it('can be read but for the few lines that are spoiled, and history and arrivals make up the whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tax-'));
    try {
      const options = { ...defaultReturnOptions, rows: 3000 };
      const cut = '2026-01-01';
      const all = await written(join(folder, 'all.csv'), options);
      const history = await written(join(folder, 'h.csv'), { ...options, part: { kind: 'history', cut } });
      const arriving = await written(join(folder, 'a.csv'), { ...options, part: { kind: 'arriving', cut } });
      expect(new Set([...history.numbers, ...arriving.numbers])).toEqual(new Set(all.numbers));
      expect(arriving.labels).toBe(0);
      expect(history.labels).toBeGreaterThan(100);
      for (const { read, rejected } of [all, history, arriving]) expect(rejected / read).toBeLessThan(0.01);
      for (const [type, { rejected }] of Object.entries(all.others)) expect([type, rejected]).toEqual([type, 0]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

async function written(path: string, options: Parameters<typeof writeReturns>[1]) {
  const { lines, others = [] } = await writeReturns(path, options);
  const decided = await readAll(path, 'tax_declaration');
  expect(decided.read).toBe(lines);
  const byType: Record<string, Awaited<ReturnType<typeof readAll>>> = {};
  for (const { recordType, path: other } of others) byType[recordType] = await readAll(other, recordType);
  return { ...decided, others: byType };
}

async function readAll(path: string, recordType: string) {
  const [header, ...lines] = (await readFile(path, 'utf8')).trimEnd().split('\n').map(cellsOf);
  const parsed = lines.map(cells =>
    parseRecord(tax, recordType, Object.fromEntries(header.map((name, i) => [name, cells[i]]))),
  );
  const accepted = parsed.filter(one => one.kind === 'accepted');
  return {
    read: lines.length,
    rejected: lines.length - accepted.length,
    labels: accepted.filter(({ label }) => label !== null).length,
    numbers: lines.map(([number]) => number),
  };
}

/** The cells of a line whose quoted cells hold commas only. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"(?:,|$)|([^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map(([, quoted, plain]) => quoted ?? plain);
}
