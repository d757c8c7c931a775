import type { RecordValues } from '@rikuy/contracts';
import { createFeatureEngine, type EngineEntry } from '@rikuy/engine';
import { describe, expect, it } from 'vitest';
import { customs } from '../customs.ts';
import { completeRuc } from '../records/ruc.ts';
import { limaDay } from '../taxes/dated-rows.ts';

const importer = completeRuc('2090000001');
const other = completeRuc('2090000002');

const usual: RecordValues = {
  customs_declaration_number: '118-2025-10-000001',
  item_number: 1,
  shipment_id: null,
  importer_ruc: importer,
  broker_code: '1234',
  customs_office: '118',
  declaration_value: 1000,
  declared_currency: 'USD',
  quantity_items: 100,
  country_origin: 'CN',
  product_category: 'footwear',
  tariff_code: '6403999000',
  shipment_weight: 95,
  shipping_method: 'sea',
  import_date: limaDay('2025-03-03'),
  estimated_market_price: null,
  ad_valorem_rate: 11,
};

describe('the features of a declaration', () => {
  it('compares the unit price with the as-known median of the same code and origin', () => {
    const vector = vectorAfter([on('2025-03-03', {}), on('2025-03-04', { declaration_value: 1400 })], {
      declaration_value: 480,
    });
    // The median of 10 and 14 dollars is 12; 4.80 is 40 % of it, and 100 units lack 720 dollars.
    expect(vector.unit_value_reference).toBeCloseTo(12, 9);
    expect(vector.unit_value_ratio).toBeCloseTo(0.4, 9);
    expect(vector.price_discrepancy).toBeCloseTo(720, 9);
    expect(vector.price_discrepancy_ratio).toBeCloseTo(0.6, 9);
  });

  it('prefers an estimated market price to the reference', () => {
    const vector = vectorAfter([on('2025-03-03', {})], { declaration_value: 500, estimated_market_price: 2000 });
    expect(vector.price_discrepancy).toBe(1500);
    expect(vector.price_discrepancy_ratio).toBe(0.75);
  });

  it('falls back to the tariff code where the origin has not been seen', () => {
    expect(vectorAfter([on('2025-03-03', {})], { country_origin: 'VN' }).unit_value_ratio).toBe(1);
  });

  it('never calls a high price a shortfall', () => {
    expect(vectorAfter([on('2025-03-03', {})], { declaration_value: 9000 }).price_discrepancy_ratio).toBe(0);
  });

  it('converts the declared currency at the dated rate, and takes dollars where none is named', () => {
    const euros = vectorAfter([], { declared_currency: 'EUR' }).currency_conversion as number;
    expect(euros).toBeGreaterThan(1000);
    expect(euros).toBeLessThan(1200);
    expect(vectorAfter([], { declared_currency: null }).currency_conversion).toBe(1000);
  });

  it('shows a cut quantity as a heavy unit', () => {
    const vector = vectorAfter([on('2025-03-03', {})], { quantity_items: 50, declaration_value: 500 });
    expect(vector.weight_per_item_ratio).toBeCloseTo(2, 9);
    expect(vector.unit_value_ratio).toBeCloseTo(1, 9);
    expect(vector.item_value_ratio_to_usual).toBeCloseTo(0.5, 9);
  });

  it('shows a sudden preferential origin in the importer’s own history', () => {
    const past = [on('2025-03-03', {}), on('2025-03-04', {}), on('2025-03-05', {})];
    const vector = vectorAfter(past, { country_origin: 'CO', ad_valorem_rate: 0 });
    expect(vector.importer_origin_share).toBe(0);
    expect(vector.importer_rate_gap).toBe(11);
    expect(vector.preference_claimed).toBe(11);
  });

  it('learns the risk of importer and broker only when a finding is known', () => {
    const past = [on('2025-03-03', {}), on('2025-03-04', { importer_ruc: other, broker_code: '9999' })];
    const before = vectorAfter(past, {});
    expect(before.importer_risk_score).toBeNull();
    const after = vectorAfter([...past, found(0, 1, '2025-03-20'), found(1, 0, '2025-03-21')], {});
    expect(after.importer_verified).toBe(1);
    expect(after.importer_risk_score).toBeCloseTo((1 + 6 * 0.5) / (1 + 6), 9);
    expect(after.broker_chapter_risk as number).toBeGreaterThan(after.broker_risk_score as number);
  });

  it('counts the importer’s history and its pace', () => {
    const vector = vectorAfter([on('2025-01-10', {}), on('2025-03-20', {})], {});
    expect(vector.importer_declarations).toBe(2);
    expect(vector.importer_days_known).toBe(82);
    expect(vector.importer_days_since_last).toBe(13);
    expect(vector.importer_burst).toBeCloseTo(1 / ((2 * 30) / 365), 9);
  });

  it('knows the end of the year', () => {
    const vector = vectorAfter([], { import_date: limaDay('2025-12-31') });
    expect(vector).toMatchObject({ month: 12, quarter: 4, is_year_end: 1 });
  });

  it('leaves missing what cannot be told', () => {
    const vector = vectorAfter([], { shipment_weight: null, country_origin: null });
    expect(vector).toMatchObject({ item_value_ratio: null, weight_per_item: null, country_risk_score: null });
  });
});

/** The vector of a declaration of 2 April 2025, the usual one but for `changes`, after these entries. */
function vectorAfter(past: readonly EngineEntry[], changes: RecordValues) {
  const engine = createFeatureEngine(customs);
  past.forEach((entry, i) => engine.take({ ...entry, eventId: entry.eventId || `past/${i}` }));
  const { values, eventTime } = on('2025-04-02', changes);
  return engine.toVector(engine.preview({ values, eventTime }));
}

function on(day: string, changes: RecordValues): EngineEntry {
  const values = { ...usual, import_date: limaDay(day), ...changes };
  const eventTime = values.import_date;
  return { kind: 'record', recordType: 'declaration_item', eventId: '', eventTime, knownAt: eventTime, values };
}

function found(position: number, label: 0 | 1, day: string): EngineEntry {
  return {
    kind: 'label',
    recordType: 'declaration_item',
    eventId: `past/${position}`,
    eventTime: limaDay('2025-03-03'),
    knownAt: limaDay(day),
    values: { label, amount: null },
  };
}
