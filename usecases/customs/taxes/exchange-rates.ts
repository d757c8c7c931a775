import type { Lookup } from '@rikuy/engine';
import type { DatedRow } from './dated-rows.ts';

const source = 'Synthetic monthly rate for generated data; import the SBS averages for real declarations';

/** Level, yearly swing, and slow trend per year of what one unit of the currency is worth in US dollars. */
const paths: Readonly<Record<string, readonly [level: number, swing: number, trend: number]>> = {
  PEN: [0.2665, 0.006, 0.001],
  EUR: [1.085, 0.025, 0.008],
  CNY: [0.139, 0.002, 0.0005],
  JPY: [0.0068, 0.0002, 0],
  GBP: [1.27, 0.03, 0.005],
  BRL: [0.187, 0.008, -0.002],
  CLP: [0.00106, 0.00004, 0],
  COP: [0.000242, 0.00001, 0],
  MXN: [0.0545, 0.003, 0],
  KRW: [0.00072, 0.00002, 0],
};

/**
 * What one unit of a currency is worth in US dollars, by month from 2023 to 2027. The path is made by a formula, so
 * that generated data need no download: it is close to the rates of those years and equal to none of them.
 */
export const exchangeRates: Lookup = {
  title: { es: 'Tipo de cambio a dólares', en: 'Exchange rate to US dollars' },
  unit: 'USD',
  rows: [
    { key: 'USD', from: '1990-01-01', value: 1, source: 'By definition' },
    ...Object.keys(paths).flatMap(currency => months().map(month => monthlyRate(currency, month))),
  ],
};

/**
 * An exchange-rate table from rows `currency,from,usd_per_unit,source`, such as an export of the SBS averages; lines
 * that begin with `#` are comments. Use it in place of the synthetic one.
 */
export function readExchangeRates(csv: string): Lookup {
  const rows = csv
    .split(/\r?\n/)
    .filter(line => line.trim() !== '' && !line.startsWith('#') && !line.startsWith('currency'))
    .map(readRow);
  return { ...exchangeRates, rows: [exchangeRates.rows[0], ...rows] };
}

function readRow(line: string): DatedRow {
  const [key, from, value, ...sourceParts] = line.split(',').map(part => part.trim());
  const row = { key, from, value: Number(value), source: sourceParts.join(', ') };
  if (!/^[A-Z]{3}$/.test(key) || !/^\d{4}-\d{2}-\d{2}$/.test(from ?? '') || !(row.value > 0) || row.source === '') {
    throw new RangeError(
      `an exchange rate must read \`EUR,2025-03-01,1.08,source\` (currency, day, dollars per unit, source); got \`${line}\`.`,
    );
  }
  return row;
}

function months(): string[] {
  return [2023, 2024, 2025, 2026, 2027].flatMap(year =>
    Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`),
  );
}

function monthlyRate(currency: string, from: string): DatedRow {
  const [level, swing, trend] = paths[currency];
  const years = Number(from.slice(0, 4)) - 2025 + (Number(from.slice(5, 7)) - 1) / 12;
  const value = level + trend * years + swing * Math.sin(2 * Math.PI * (years + currency.charCodeAt(0) / 26));
  return { key: currency, from, value: Number(value.toPrecision(6)), source };
}
