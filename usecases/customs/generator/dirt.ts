import { between, chance, oneOf, type Random } from '@rikuy/learn';
import { countries } from '../records/countries.ts';
import { productCategories } from '../records/product-categories.ts';
import type { DeclarationItem, ShippingMethod } from './declared-item.ts';

/** How often the export of a customs system spoils a value. Every kind but the last two can be repaired. */
export const dirtRates = {
  /** A spelling of the country, category or way of transport that is not the code. */
  spelling: 0.12,
  /** A weight that names its unit: grams, tonnes or pounds. */
  unit: 0.03,
  /** A day as 14/11/2025; only days that cannot be read as months. */
  date: 0.05,
  /** The currency in lower case. */
  currency: 0.02,
  missingWeight: 0.015,
  missingBroker: 0.01,
  missingQuantity: 0.004,
  missingOrigin: 0.003,
  missingRate: 0.01,
  /** Kilograms typed as grams, or a zero too many in the quantity. */
  outlier: 0.002,
  /** A line that is written twice. */
  duplicate: 0.003,
  /** A RUC with a wrong last digit: rejected. */
  wrongRuc: 0.0006,
  /** A weight below zero: rejected. */
  negativeWeight: 0.0004,
} as const;

/** A record as text under its own field names, with the dirt of real exports. */
export function soil(record: DeclarationItem, random: Random): Record<keyof DeclarationItem, string> {
  const hits = (kind: keyof typeof dirtRates): boolean => chance(dirtRates[kind], random);
  return {
    customs_declaration_number: record.customs_declaration_number,
    item_number: String(record.item_number),
    shipment_id: record.shipment_id,
    importer_ruc: hits('wrongRuc') ? wrongDigit(record.importer_ruc) : record.importer_ruc,
    broker_code: hits('missingBroker') ? '' : record.broker_code,
    customs_office: record.customs_office,
    declaration_value: record.declaration_value.toFixed(2),
    declared_currency: hits('currency') ? record.declared_currency.toLowerCase() : record.declared_currency,
    quantity_items: hits('missingQuantity') ? '' : String(record.quantity_items * (hits('outlier') ? 10 : 1)),
    country_origin: writeOrigin(record, random),
    product_category: hits('spelling') ? spellCategory(record, random) : record.product_category,
    tariff_code: record.tariff_code,
    shipment_weight: writeWeight(record.shipment_weight, random),
    shipping_method: hits('spelling') ? oneOf(methodSpellings[record.shipping_method], random) : record.shipping_method,
    import_date: writeDay(record.import_date, hits('date')),
    estimated_market_price: record.estimated_market_price?.toFixed(2) ?? '',
    ad_valorem_rate: hits('missingRate') ? '' : String(record.ad_valorem_rate),
  };
}

/** A day in Lima as 2025-11-14 or, where no reader can mistake it, as 14/11/2025. */
export function writeDay(time: number, slashed = false): string {
  const day = new Date(time - 5 * 3_600_000).toISOString().slice(0, 10);
  return slashed && Number(day.slice(8)) > 12 ? day.split('-').toReversed().join('/') : day;
}

const methodSpellings: Readonly<Record<ShippingMethod, readonly string[]>> = {
  air: ['AEREO', 'Aéreo', 'AIR', 'avión'],
  sea: ['MARITIMO', 'Marítimo', 'SEA', 'Marítima'],
  land: ['TERRESTRE', 'Terrestre', 'LAND', 'Carretera'],
};

function writeOrigin({ country_origin: origin }: DeclarationItem, random: Random): string {
  if (chance(dirtRates.missingOrigin, random)) return '';
  if (!chance(dirtRates.spelling, random)) return origin;
  const { es, en } = countries[origin];
  return oneOf([es, es.toUpperCase(), en], random);
}

function spellCategory({ product_category: category }: DeclarationItem, random: Random): string {
  const { es } = productCategories[category];
  return oneOf([es, es.toUpperCase(), category.toUpperCase()], random);
}

function writeWeight(kg: number, random: Random): string {
  if (chance(dirtRates.missingWeight, random)) return '';
  if (chance(dirtRates.negativeWeight, random)) return String(-kg);
  if (chance(dirtRates.outlier, random)) return String(Math.round(kg * 1000));
  if (!chance(dirtRates.unit, random)) return String(kg);
  const u = between(0, 3, random);
  if (u < 1) return `${(kg * 1000).toFixed(0)} g`;
  return u < 2 ? `${(kg / 1000).toFixed(5)} t` : `${(kg / 0.45359237).toFixed(2)} lb`;
}

function wrongDigit(ruc: string): string {
  return `${ruc.slice(0, 10)}${(Number(ruc[10]) + 1) % 10}`;
}
