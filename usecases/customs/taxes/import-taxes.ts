import { exchangeRates } from './exchange-rates.ts';
import { perception, salesTax } from './sales-tax.ts';
import { valueOn } from './dated-rows.ts';

/** What the taxes of an import item depend on. */
export interface TaxableItem {
  /** Customs (CIF) value in US dollars. */
  readonly customsValueUsd: number;
  /** Ad valorem in percent, after any preference. */
  readonly adValoremPercent: number;
  /** Excise (ISC) in percent of customs value + ad valorem; absent means none. */
  readonly excisePercent?: number;
  /** Instant at which the taxes are owed, epoch milliseconds. */
  readonly time: number;
}

/** The taxes of an import item, in US dollars. */
export interface ImportTaxes {
  readonly adValorem: number;
  readonly excise: number;
  readonly igv: number;
  readonly ipm: number;
  /** Sum of the four: what the state is owed for good. */
  readonly total: number;
}

/**
 * The taxes on an import for consumption: ad valorem on the customs value (DL 1053; valuation by the WTO agreement),
 * excise on customs value + ad valorem, IGV and IPM on customs value + ad valorem + excise (TUO de la Ley del IGV,
 * DS 055-99-EF, art. 13). Not rounded.
 * @throws RangeError before the first dated rate
 */
export function importTaxes({ customsValueUsd, adValoremPercent, excisePercent = 0, time }: TaxableItem): ImportTaxes {
  const adValorem = percentOf(adValoremPercent, customsValueUsd);
  const excise = percentOf(excisePercent, customsValueUsd + adValorem);
  const base = customsValueUsd + adValorem + excise;
  const igv = percentOf(rate('IGV', time), base);
  const ipm = percentOf(rate('IPM', time), base);
  return { adValorem, excise, igv, ipm, total: adValorem + excise + igv + ipm };
}

/**
 * The advance payment of sales tax on an import, in US dollars: a percentage of customs value + taxes. It is credited
 * later, so it is no revenue and no part of what is at stake.
 */
export function perceptionDue(item: TaxableItem, kind: 'general' | 'used_goods' | 'irregular_importer'): number {
  const percent = valueOn(perception.rows, kind, item.time);
  if (percent === null) throw noRate(kind, item.time);
  return percentOf(percent, item.customsValueUsd + importTaxes(item).total);
}

/** Soles for US dollars on a day. */
export function toSoles(usd: number, time: number): number {
  const usdPerSol = valueOn(exchangeRates.rows, 'PEN', time);
  if (usdPerSol === null) throw noRate('PEN', time);
  return usd / usdPerSol;
}

export interface Assessment {
  readonly declared: Omit<TaxableItem, 'time'>;
  /** As it should have been declared. */
  readonly assessed: Omit<TaxableItem, 'time'>;
  readonly time: number;
}

/** What an under-reported item owes beyond what was declared, in soles at the day's rate; never below 0. */
export function dutyAtStake({ declared, assessed, time }: Assessment): number {
  const owed = importTaxes({ ...assessed, time }).total - importTaxes({ ...declared, time }).total;
  return toSoles(Math.max(owed, 0), time);
}

function rate(key: 'IGV' | 'IPM', time: number): number {
  const percent = valueOn(salesTax.rows, key, time);
  if (percent === null) throw noRate(key, time);
  return percent;
}

function percentOf(percent: number, base: number): number {
  return (percent / 100) * base;
}

function noRate(key: string, time: number): RangeError {
  return new RangeError(
    `the dated table must hold a rate of ${key} for ${new Date(time).toISOString().slice(0, 10)}; it begins later. ` +
      'Add a row with its source.',
  );
}
