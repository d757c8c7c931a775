import { chance, logNormal, picker, type Random, seeded } from '@rikuy/learn';
import { preference } from '../taxes/tariff.ts';
import { valueOn } from '../taxes/dated-rows.ts';
import { exchangeRates } from '../taxes/exchange-rates.ts';
import { dutyAtStake } from '../taxes/import-taxes.ts';
import { dateOf, isYearEnd, progressOf, type Span, spanOf, timeOf, volumeOf } from './calendar.ts';
import type { DeclarationItem, GeneratedDeclaration, ShippingMethod, Truth } from './declared-item.ts';
import { type DeclaredValues, verify, wasSelected } from './inspection.ts';
import { report, type Report } from './misreport.ts';
import { drawOffice, drawShipment, drawTransport } from './transport.ts';
import { type Circumstances, drawGoods, type TrueGoods, typicalPrice } from './true-goods.ts';
import { type Broker, type Importer, makeWorld, type World } from './world.ts';

export interface GeneratorOptions {
  readonly seed: number;
  /** Items to make. */
  readonly rows: number;
  /** First day, `2024-02-01`. */
  readonly from: string;
  /** The day after the last one. Findings of that day and later are not known yet. */
  readonly until: string;
  /** How much the world changes on the way, from 0 (not at all) to 1. */
  readonly drift?: number;
}

/** Two years with two Decembers and the weeks in which their findings arrive, so that both can be learned and measured. */
export const defaultGeneratorOptions = {
  seed: 1,
  rows: 40_000,
  from: '2024-02-01',
  until: '2026-02-01',
  drift: 0,
} as const satisfies GeneratorOptions;

/**
 * Import declarations of a synthetic country in the order of their dates, with what officers found and with what is
 * true. The same options give the same bytes.
 * @throws RangeError for an empty span or one before the exchange rates, no rows, or a drift outside [0, 1]
 */
export function generateDeclarations(options: GeneratorOptions): GeneratedDeclaration[] {
  checkOptions(options);
  const span = spanOf(options.from, options.until);
  const random = seeded(options.seed);
  const generation: Generation = {
    span,
    drift: options.drift ?? 0,
    world: makeWorld(span, options.rows, random.fork('world')),
    serials: new Map(),
    firstSeen: new Map(),
    random: random.fork('declarations'),
    officers: random.fork('officers'),
  };
  return planImports(options.rows, generation, random.fork('plan')).flatMap(plan => declare(plan, generation));
}

interface Generation {
  readonly span: Span;
  readonly drift: number;
  readonly world: World;
  /** Last number given out by office and year. */
  readonly serials: Map<string, number>;
  /** First day on which an importer was seen. */
  readonly firstSeen: Map<string, number>;
  readonly random: Random;
  readonly officers: Random;
}

/** One declaration to come: who imports on which day, and in how many items. */
interface PlannedImport {
  readonly day: number;
  readonly importer: Importer;
  readonly items: number;
}

/** Where the synthetic exchange rates begin. */
const earliest = '2023-01-01';

function checkOptions({ rows, from, drift = 0 }: GeneratorOptions): void {
  if (from < earliest) throw new RangeError(`\`from\` must be ${earliest} or later, where rates begin; got ${from}.`);
  if (!Number.isInteger(rows) || rows < 1) throw new RangeError(`\`rows\` must be an integer ≥ 1; got ${rows}.`);
  if (!(drift >= 0 && drift <= 1)) throw new RangeError(`\`drift\` must lie in [0, 1]; got ${drift}.`);
}

function planImports(rows: number, { span, world }: Generation, random: Random): PlannedImport[] {
  const drawDay = picker(Array.from({ length: span.days }, (_, day) => [day, volumeOf(span, day)] as const));
  const plans: PlannedImport[] = [];
  for (let left = rows; left > 0;) {
    const day = drawDay(random);
    const importer = world.importerOn(day, isYearEnd(timeOf(span, day)), random);
    const items = Math.min(left, drawItemCount(importer.itemsPerDeclaration, random));
    plans.push({ day, importer, items });
    left -= items;
  }
  return plans.sort((a, b) => a.day - b.day);
}

/** Geometric, from 1, with this mean. */
function drawItemCount(mean: number, random: Random): number {
  return mean <= 1 ? 1 : 1 + Math.floor(Math.log(1 - random.next()) / Math.log(1 - 1 / mean));
}

/** All items of one declaration, with what the officers of the past found. */
function declare(plan: PlannedImport, generation: Generation): GeneratedDeclaration[] {
  const { day, importer } = plan;
  const { random, span, officers, firstSeen, serials, drift } = generation;
  const time = timeOf(span, day);
  const circumstances = { month: dateOf(time).month, progress: progressOf(span, day), drift };
  const broker = chance(0.88, random) ? importer.broker : generation.world.brokers(random);
  const contents = Array.from({ length: plan.items }, () => drawGoods(importer, circumstances, random));
  const heading = drawHeading(contents[0], { importer, broker, time, serials }, random);
  const items = contents.map((goods, index) => {
    const occasion = { ...circumstances, importer, broker, yearEnd: isYearEnd(time) };
    const reported = report(goods, occasion, random);
    return writeItem({ heading, index, goods, reported, circumstances }, random);
  });
  if (!firstSeen.has(importer.ruc)) firstSeen.set(importer.ruc, importer.activeFrom > 0 ? day : day - 365);
  const isSelected = wasSelected(items, day - firstSeen.get(importer.ruc)!, officers);
  return items.map(item => {
    const finding = isSelected ? verify(item, item.truth, officers) : null;
    const isKnown = finding !== null && finding.verificationDate < timeOf(span, span.days);
    return { record: item.record, finding: isKnown ? finding : null, truth: item.truth };
  });
}

/** What all items of a declaration share. */
interface Heading {
  readonly number: string;
  readonly shipment: string;
  readonly office: string;
  readonly method: ShippingMethod;
  readonly time: number;
  readonly importer: Importer;
  readonly broker: Broker;
}

type Declarant = Pick<Heading, 'importer' | 'broker' | 'time'> & { readonly serials: Map<string, number> };

function drawHeading(first: TrueGoods, { serials, ...declarant }: Declarant, random: Random): Heading {
  const valuePerKg = (first.unitPriceUsd * first.quantity) / first.weightKg;
  const method = drawTransport(first.origin, valuePerKg, random);
  const office = drawOffice(method, first.origin, random);
  const { year } = dateOf(declarant.time);
  const serial = (serials.get(`${office}-${year}`) ?? 0) + 1;
  serials.set(`${office}-${year}`, serial);
  const number = `${office}-${year}-10-${String(serial).padStart(6, '0')}-01-${random.below(10)}-00`;
  return { number, office, method, shipment: drawShipment(method, year, random), ...declarant };
}

interface ItemToWrite {
  readonly heading: Heading;
  readonly index: number;
  readonly goods: TrueGoods;
  readonly reported: Report;
  readonly circumstances: Circumstances;
}

function writeItem(item: ItemToWrite, random: Random): DeclaredValues & { readonly truth: Truth } {
  const { heading, index, goods, reported, circumstances } = item;
  const { currency, perUsd } = drawCurrency(goods, heading.time, random);
  const adValorem = appliedRate(reported, heading.time, random);
  const record: DeclarationItem = {
    customs_declaration_number: heading.number,
    item_number: index + 1,
    shipment_id: heading.shipment,
    importer_ruc: heading.importer.ruc,
    broker_code: heading.broker.code,
    customs_office: heading.office,
    declaration_value: rounded(reported.valueUsd * perUsd, 2),
    declared_currency: currency,
    quantity_items: reported.quantity,
    country_origin: reported.origin,
    product_category: reported.good.category,
    tariff_code: reported.good.code,
    shipment_weight: Math.max(0.01, rounded(goods.weightKg, 2)),
    shipping_method: heading.method,
    import_date: heading.time,
    estimated_market_price: drawEstimate(reported, circumstances, random),
    ad_valorem_rate: adValorem,
  };
  return { record, valueUsd: reported.valueUsd, truth: truthOf(goods, reported, { adValorem, time: heading.time }) };
}

const euroArea = new Set(['DE', 'ES', 'FR', 'IT']);

function drawCurrency({ origin }: TrueGoods, time: number, random: Random): { currency: string; perUsd: number } {
  const u = random.next();
  const foreign = euroArea.has(origin) && u < 0.55 ? 'EUR' : origin === 'CN' && u < 0.06 ? 'CNY' : 'USD';
  const currency = u > 0.995 ? 'PEN' : foreign;
  return { currency, perUsd: currency === 'USD' ? 1 : 1 / valueOn(exchangeRates.rows, currency, time)! };
}

/** A preference is claimed nearly always where the origin has one; nobody gives away a false origin. */
function appliedRate({ good, origin, pattern }: Report, time: number, random: Random): number {
  const isClaimed = pattern === 'origin_swapped' || chance(0.94, random);
  const released = valueOn(preference.rows, origin, time) ?? 0;
  return isClaimed ? good.rate * (1 - released) : good.rate;
}

/** A price indicator exists for a third of the items; it looks at what was declared, not at what is true. */
function drawEstimate({ good, origin, quantity }: Report, circumstances: Circumstances, random: Random): number | null {
  if (!chance(0.34, random)) return null;
  return rounded(quantity * typicalPrice(good, origin, circumstances) * logNormal(1, 0.16, random), 2);
}

type Applied = { readonly adValorem: number; readonly time: number };

function truthOf(goods: TrueGoods, reported: Report, { adValorem, time }: Applied): Truth {
  const { isUnderreported, pattern } = reported;
  if (!isUnderreported) return { underreported: false, pattern: null, dutyAtStake: 0 };
  const swapped = pattern === 'origin_swapped' || pattern === 'category_swapped';
  const owed = dutyAtStake({
    declared: { customsValueUsd: reported.valueUsd, adValoremPercent: adValorem },
    assessed: {
      customsValueUsd: goods.quantity * goods.unitPriceUsd,
      adValoremPercent: swapped ? goods.good.rate : adValorem,
    },
    time,
  });
  return { underreported: true, pattern, dutyAtStake: rounded(owed, 2) };
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
