import { describe, expect, it } from 'vitest';
import { declarationItem } from '../records/declaration-item.ts';
import { goodOf } from '../taxes/goods.ts';
import { toSoles } from '../taxes/import-taxes.ts';
import type { GeneratedDeclaration } from './declared-item.ts';
import { defaultGeneratorOptions, generateDeclarations } from './generate-declarations.ts';
import { priceLevel } from './origins.ts';
import { patternStrength, plantedPatterns, type PlantedPattern } from './planted-patterns.ts';

const made = generateDeclarations(defaultGeneratorOptions);
const honest = made.filter(({ truth }) => !truth.underreported);
const byImporter = Map.groupBy(made, ({ record }) => record.importer_ruc);
const verified = made.filter(({ finding }) => finding !== null);

describe('generateDeclarations', () => {
  it('gives the same declarations for the same seed and others for another', () => {
    const small = { ...defaultGeneratorOptions, rows: 500 };
    expect(JSON.stringify(generateDeclarations(small))).toBe(JSON.stringify(generateDeclarations(small)));
    expect(generateDeclarations({ ...small, seed: 2 })).not.toEqual(generateDeclarations(small));
  });

  it('makes exactly the rows asked for, by date, within the span', () => {
    expect(made).toHaveLength(40_000);
    const dates = made.map(({ record }) => record.import_date);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    expect(dates[0]).toBeGreaterThanOrEqual(Date.parse('2024-02-01T00:00:00-05:00'));
    expect(dates.at(-1)).toBeLessThan(Date.parse('2026-02-01T00:00:00-05:00'));
  });

  it('gives every item its own identity', () => {
    const ids = new Set(made.map(({ record }) => `${record.customs_declaration_number}/${record.item_number}`));
    expect(ids.size).toBe(made.length);
  });

  it('gives valid RUCs of ranges that belong to nobody', () => {
    for (const ruc of new Set(made.map(({ record }) => record.importer_ruc))) {
      expect(hasValidCheckDigit(ruc)).toBe(true);
      expect(ruc).toMatch(/^(209|1099)/);
    }
  });

  it('writes DAM numbers and tariff codes as the record declares them', () => {
    const pattern = (name: string): RegExp => {
      const field = declarationItem.fields.find(field => field.name === name);
      return new RegExp((field as { pattern: string }).pattern);
    };
    const [dam, code, office] = [pattern('customs_declaration_number'), pattern('tariff_code'), /^\d{3}$/];
    for (const { record } of made) {
      expect(record.customs_declaration_number).toMatch(dam);
      expect(record.customs_declaration_number.slice(0, 3)).toBe(record.customs_office);
      expect(record.tariff_code).toMatch(code);
      expect(record.customs_office).toMatch(office);
    }
  });

  it.each([
    [{ rows: 0 }, /`rows` must be an integer ≥ 1; got 0/],
    [{ drift: 2 }, /`drift` must lie in \[0, 1\]; got 2/],
    [{ until: '2024-02-01' }, /before `until`/],
    [{ from: '2019-01-01' }, /`from` must be 2023-01-01 or later/],
  ])('refuses %o', (wrong, message) => {
    expect(() => generateDeclarations({ ...defaultGeneratorOptions, ...wrong })).toThrow(message);
  });
});

describe('the truth', () => {
  it('has 5 to 8 % of items under-reported', () => {
    const rate = 1 - honest.length / made.length;
    expect(rate).toBeGreaterThan(0.05);
    expect(rate).toBeLessThan(0.08);
  });

  it.each(Object.keys(plantedPatterns) as PlantedPattern[])('plants %s in 0.7 to 1.8 %% of the items', pattern => {
    const share = carrying(pattern).length / made.length;
    expect(share).toBeGreaterThan(0.007);
    expect(share).toBeLessThan(0.018);
  });

  it('puts duty at stake on every under-reported item and on no other', () => {
    expect(made.every(({ truth }) => truth.dutyAtStake > 0 === truth.underreported)).toBe(true);
  });
});

describe('what can be seen in the records', () => {
  const usualRatio = median(honest.map(priceRatio));

  it.each(['shell_undervaluation', 'broker_chapter', 'year_end_burst'] as const)(
    '%s lowers the unit price as strongly as stated',
    pattern => {
      const [low, high] = patternStrength[pattern].remaining;
      expect(median(carrying(pattern).map(priceRatio)) / usualRatio).toBeCloseTo((low + high) / 2, 1);
    },
  );

  it('leaves price and weight of honest items around what is usual, with a spread', () => {
    expect(usualRatio).toBeCloseTo(1, 1);
    expect(median(honest.map(weightRatio))).toBeCloseTo(1, 1);
    const below70 = honest.filter(declaration => priceRatio(declaration) < 0.7).length / honest.length;
    expect(below70).toBeGreaterThan(0.05);
  });

  it('quantity_understated raises the weight of a unit and leaves its price', () => {
    const carriers = carrying('quantity_understated');
    const [low, high] = patternStrength.quantity_understated.remaining;
    expect(1 / median(carriers.map(weightRatio))).toBeCloseTo((low + high) / 2, 1);
    expect(median(carriers.map(priceRatio))).toBeCloseTo(usualRatio, 1);
  });

  it('origin_swapped names a preferential origin that pays no ad valorem and that its importer seldom names', () => {
    const carriers = carrying('origin_swapped');
    expect(carriers.every(({ record }) => record.ad_valorem_rate === 0)).toBe(true);
    const others = honest.filter(({ record }) => record.ad_valorem_rate === 0 && goodOf(record.tariff_code).rate > 0);
    expect(mean(carriers.map(originShare))).toBeLessThan(0.6 * mean(others.map(originShare)));
  });

  it('category_swapped names a code of lower rate with a value per kilogram that is not its own', () => {
    const carriers = carrying('category_swapped');
    expect(carriers.every(({ record }) => record.ad_valorem_rate < 11)).toBe(true);
    const odd = (declaration: GeneratedDeclaration): number => Math.abs(Math.log(valuePerKgRatio(declaration)));
    expect(median(carriers.map(odd))).toBeGreaterThan(2 * median(honest.map(odd)));
  });

  it('broker_chapter is the work of two brokers in one chapter each', () => {
    const places = carrying('broker_chapter').map(
      ({ record }) => `${record.broker_code}/${record.tariff_code.slice(0, 2)}`,
    );
    expect(new Set(places.map(place => place.slice(-2)))).toEqual(new Set(['64', '95']));
    expect(new Set(places).size).toBe(2);
  });

  it('year_end_burst happens in December, when its importers bring several times their usual', () => {
    const carriers = carrying('year_end_burst');
    expect(carriers.every(({ record }) => monthOf(record.import_date) === 12)).toBe(true);
    const rucs = new Set(carriers.map(({ record }) => record.importer_ruc));
    const theirs = made.filter(({ record }) => rucs.has(record.importer_ruc));
    const inDecember = theirs.filter(({ record }) => monthOf(record.import_date) === 12).length;
    expect(inDecember / theirs.length).toBeGreaterThan(0.5);
  });
});

describe('what officers found', () => {
  it('is known for 25 to 35 % of the items, and for under-reported ones more often', () => {
    const share = verified.length / made.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.35);
    const caught = made.filter(({ truth, finding }) => truth.underreported && finding).length;
    expect(caught / (made.length - honest.length)).toBeGreaterThan(share);
  });

  it('follows the truth: few are missed and very few wrongly adjusted', () => {
    const found = (underreported: boolean): number =>
      mean(
        verified
          .filter(({ truth }) => truth.underreported === underreported)
          .map(({ finding }) => finding!.underreported),
      );
    expect(found(true)).toBeGreaterThan(0.9);
    expect(found(true)).toBeLessThan(0.97);
    expect(found(false)).toBeLessThan(0.01);
  });

  it('comes days to weeks later, and never after the end of the span', () => {
    const delays = verified.map(({ record, finding }) => (finding!.verificationDate - record.import_date) / 86_400_000);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(1);
    expect(median(delays)).toBeGreaterThan(7);
    expect(median(delays)).toBeLessThan(14);
    const end = Date.parse('2026-02-01T00:00:00-05:00');
    expect(verified.every(({ finding }) => finding!.verificationDate < end)).toBe(true);
  });

  it('recovers duty only where something was found', () => {
    expect(verified.every(({ finding }) => finding!.additionalDuty > 0 === (finding!.underreported === 1))).toBe(true);
  });
});

describe('drift', () => {
  const drifted = generateDeclarations({ ...defaultGeneratorOptions, rows: 20_000, drift: 1 });
  const [early, late] = [drifted.slice(0, 5000), drifted.slice(-5000)];

  it('moves origins', () => {
    expect(shareFrom('VN', late)).toBeGreaterThan(2 * shareFrom('VN', early));
  });

  it('makes the brokers take up other chapters', () => {
    const chapters = (some: readonly GeneratedDeclaration[]): Set<string> =>
      new Set(
        some
          .filter(({ truth }) => truth.pattern === 'broker_chapter')
          .map(({ record }) => record.tariff_code.slice(0, 2)),
      );
    expect(chapters(early)).toEqual(new Set(['64', '95']));
    expect([...chapters(late)].every(chapter => ['42', '85'].includes(chapter))).toBe(true);
  });
});

function carrying(pattern: PlantedPattern): GeneratedDeclaration[] {
  return made.filter(({ truth }) => truth.pattern === pattern);
}

function usdOf({ record }: GeneratedDeclaration): number {
  const perUsd: Readonly<Record<string, number>> = {
    USD: 1,
    EUR: 1.085,
    CNY: 0.139,
    PEN: 1 / toSoles(1, record.import_date),
  };
  return record.declaration_value * perUsd[record.declared_currency];
}

/** Unit price over that of the declared code and origin. */
function priceRatio(declaration: GeneratedDeclaration): number {
  const { tariff_code, country_origin, quantity_items } = declaration.record;
  return usdOf(declaration) / quantity_items / (goodOf(tariff_code).unitPrice * priceLevel[country_origin]);
}

function weightRatio({ record }: GeneratedDeclaration): number {
  return record.shipment_weight / record.quantity_items / goodOf(record.tariff_code).unitWeight;
}

function valuePerKgRatio(declaration: GeneratedDeclaration): number {
  return priceRatio(declaration) / weightRatio(declaration);
}

/** Share of the importer's items that name the origin of this one. */
function originShare({ record }: GeneratedDeclaration): number {
  const theirs = byImporter.get(record.importer_ruc)!;
  return theirs.filter(other => other.record.country_origin === record.country_origin).length / theirs.length;
}

function shareFrom(country: string, some: readonly GeneratedDeclaration[]): number {
  return some.filter(({ record }) => record.country_origin === country).length / some.length;
}

/** SUNAT's rule, written out again: weights 5 4 3 2 7 6 5 4 3 2, 11 − (Σ mod 11), 10 → 0 and 11 → 1. */
function hasValidCheckDigit(ruc: string): boolean {
  const sum = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, place) => total + weight * Number(ruc[place]), 0);
  const digit = 11 - (sum % 11);
  return /^(10|15|16|17|20)\d{9}$/.test(ruc) && Number(ruc[10]) === (digit === 10 ? 0 : digit === 11 ? 1 : digit);
}

function monthOf(time: number): number {
  return new Date(time - 5 * 3_600_000).getUTCMonth() + 1;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
