import { describe, expect, it } from 'vitest';
import { limaDay, valueOn } from './dated-rows.ts';
import { readExchangeRates } from './exchange-rates.ts';
import { dutyAtStake, importTaxes, perceptionDue, toSoles } from './import-taxes.ts';
import { salesTax } from './sales-tax.ts';

const in2025 = limaDay('2025-06-16');
const in2026 = limaDay('2026-06-15');

describe('importTaxes', () => {
  // By hand, DS 055-99-EF art. 13: CIF 10,000; 11 % of it 1,100; IGV 16 % and IPM 2 % of 11,100.
  it('lays IGV and IPM on customs value plus ad valorem', () => {
    const taxes = importTaxes({ customsValueUsd: 10_000, adValoremPercent: 11, time: in2025 });
    expect(taxes).toEqual({
      adValorem: expect.closeTo(1100, 9),
      excise: 0,
      igv: expect.closeTo(1776, 9),
      ipm: expect.closeTo(222, 9),
      total: expect.closeTo(3098, 9),
    });
  });

  // By hand: CIF 1,000; 6 % = 60; ISC 20 % of 1,060 = 212; IGV + IPM 18 % of 1,272 = 228.96.
  it('lays the excise between ad valorem and sales tax', () => {
    const taxes = importTaxes({ customsValueUsd: 1000, adValoremPercent: 6, excisePercent: 20, time: in2025 });
    expect(taxes.excise).toBeCloseTo(212, 9);
    expect(taxes.igv + taxes.ipm).toBeCloseTo(228.96, 9);
    expect(taxes.total).toBeCloseTo(500.96, 9);
  });

  // Ley 32387: 15.5 % and 2.5 % in 2026, 18 % in all as before.
  it('splits the 18 % by the year of the import', () => {
    const taxes = importTaxes({ customsValueUsd: 10_000, adValoremPercent: 0, time: in2026 });
    expect(taxes.igv).toBeCloseTo(1550, 9);
    expect(taxes.ipm).toBeCloseTo(250, 9);
  });

  it('keeps IGV and IPM at 18 % together in every year of the law', () => {
    for (const year of [2025, 2026, 2027, 2028, 2029, 2031]) {
      const day = limaDay(`${year}-07-01`);
      expect(valueOn(salesTax.rows, 'IGV', day)! + valueOn(salesTax.rows, 'IPM', day)!).toBe(18);
    }
  });

  it('begins the new rates at midnight in Lima, not in Greenwich', () => {
    const lastEveningOf2025 = Date.parse('2026-01-01T04:59:59Z');
    expect(valueOn(salesTax.rows, 'IGV', lastEveningOf2025)).toBe(16);
    expect(valueOn(salesTax.rows, 'IGV', lastEveningOf2025 + 1000)).toBe(15.5);
  });

  it('says what is missing before the first rate', () => {
    const item = { customsValueUsd: 1, adValoremPercent: 0, time: limaDay('2001-01-01') };
    expect(() => importTaxes(item)).toThrow(/rate of IGV for 2001-01-01/);
  });
});

describe('perceptionDue', () => {
  // Ley 29173: 3.5 % of (10,000 + 3,098) = 458.43; 10 % = 1,309.80.
  it('is a share of customs value plus taxes, by the kind of importer', () => {
    const item = { customsValueUsd: 10_000, adValoremPercent: 11, time: in2025 };
    expect(perceptionDue(item, 'general')).toBeCloseTo(458.43, 6);
    expect(perceptionDue(item, 'irregular_importer')).toBeCloseTo(1309.8, 6);
  });
});

describe('dutyAtStake', () => {
  // By hand: 4,000 hidden at 11 %: 440 ad valorem and 18 % of 4,440 = 799.20, together 1,239.20 dollars.
  it('is the tax on the hidden value, in soles', () => {
    const stake = dutyAtStake({
      declared: { customsValueUsd: 6000, adValoremPercent: 11 },
      assessed: { customsValueUsd: 10_000, adValoremPercent: 11 },
      time: in2025,
    });
    expect(stake).toBeCloseTo(toSoles(1239.2, in2025), 6);
  });

  // By hand: 11 % avoided on 10,000: 1,100 and 18 % of 1,100 = 198, together 1,298 dollars.
  it('counts a false origin by the ad valorem avoided and the sales tax on it', () => {
    const stake = dutyAtStake({
      declared: { customsValueUsd: 10_000, adValoremPercent: 0 },
      assessed: { customsValueUsd: 10_000, adValoremPercent: 11 },
      time: in2025,
    });
    expect(stake).toBeCloseTo(toSoles(1298, in2025), 6);
  });

  it('is never negative', () => {
    const more = { customsValueUsd: 10_000, adValoremPercent: 11 };
    const less = { customsValueUsd: 9000, adValoremPercent: 6 };
    expect(dutyAtStake({ declared: more, assessed: less, time: in2025 })).toBe(0);
  });
});

describe('readExchangeRates', () => {
  it('reads dated rows with their source', () => {
    const table = readExchangeRates('# monthly\ncurrency,from,usd_per_unit,source\nEUR,2025-03-01,1.08,SBS, average\n');
    expect(table.rows.at(-1)).toEqual({ key: 'EUR', from: '2025-03-01', value: 1.08, source: 'SBS, average' });
    expect(valueOn(table.rows, 'USD', in2025)).toBe(1);
  });

  it('refuses a row without a source', () => {
    expect(() => readExchangeRates('EUR,2025-03-01,1.08')).toThrow(/EUR,2025-03-01,1\.08,source/);
  });
});
