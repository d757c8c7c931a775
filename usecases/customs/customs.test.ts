import { recordDeclaration } from '@rikuy/contracts';
import { describe, expect, it } from 'vitest';
import { customs } from './customs.ts';
import { goods, goodOf } from './taxes/goods.ts';

const namedInTheSpecification = [
  'currency_conversion',
  'price_discrepancy',
  'price_discrepancy_ratio',
  'item_value_ratio',
  'unit_value_ratio',
  'country_risk_score',
  'importer_risk_score',
  'broker_risk_score',
  'importer_declarations',
  'importer_days_known',
  'importer_days_since_last',
  'seasonality_factor',
  'shipping_method_encoded',
  'month',
  'quarter',
  'interaction_terms_1',
  'interaction_terms_2',
  'tariff_code_frequency',
];

describe('customs', () => {
  it('is plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(customs))).toEqual(customs);
  });

  it('declares a valid record', () => {
    expect(() => recordDeclaration.parse(customs.records.declaration_item)).not.toThrow();
  });

  it('gives every alias to one field only', () => {
    const fold = (name: string): string => name.toLowerCase().replaceAll(/[\s_]/g, '');
    const names = customs.records.declaration_item.fields.flatMap(({ name, aliases }) => [name, ...aliases]).map(fold);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('has every feature by the name that users asked for', () => {
    const names = customs.features.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(namedInTheSpecification));
    expect(new Set(names).size).toBe(names.length);
  });

  it('has a reason for every feature and no other', () => {
    expect(Object.keys(customs.reasons).sort()).toEqual(customs.features.map(({ name }) => name).sort());
  });

  it('writes every text in both languages', () => {
    const texts = bilingualsIn(customs);
    expect(texts.length).toBeGreaterThan(300);
    for (const { es, en } of texts) {
      expect(es.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
    }
  });

  it('fills in the same figures in both languages', () => {
    const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const { es, en } of bilingualsIn(customs.reasons)) expect(placeholders(es)).toEqual(placeholders(en));
  });

  it('aims at every planted pattern with some feature, and at nothing else', () => {
    const aimed = customs.features.flatMap(({ pattern }) => pattern ?? []);
    expect([...new Set(aimed)].sort()).toEqual(Object.keys(customs.patterns).sort());
  });

  it('names a source on every row of every dated table', () => {
    for (const { rows } of Object.values(customs.lookups)) {
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ source, from }) => source.length > 3 && /^\d{4}-\d{2}-\d{2}$/.test(from))).toBe(true);
    }
  });

  it('gives examples whose fields the record declares', () => {
    const fields = customs.records.declaration_item.fields;
    for (const { record } of customs.examples) {
      expect(Object.keys(record).sort()).toEqual(fields.map(({ name }) => name).sort());
      for (const field of fields.filter(({ required }) => required)) expect(record[field.name]).not.toBeNull();
    }
  });
});

describe('the goods of the synthetic world', () => {
  it('are 60 to 120 codes of ten digits, each once', () => {
    expect(goods.length).toBeGreaterThanOrEqual(60);
    expect(goods.length).toBeLessThanOrEqual(120);
    expect(new Set(goods.map(({ code }) => code)).size).toBe(goods.length);
    expect(goods.every(({ code }) => /^\d{10}$/.test(code))).toBe(true);
  });

  it('hide only under codes of a lower rate', () => {
    for (const good of goods.filter(({ disguise }) => disguise)) {
      expect(goodOf(good.disguise!).rate).toBeLessThan(good.rate);
    }
  });
});

type Text = { readonly es: string; readonly en: string };

function bilingualsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const { es, en } = value as Partial<Text>;
  if (typeof es === 'string' && typeof en === 'string') return [{ es, en }];
  return Object.values(value).flatMap(bilingualsIn);
}
