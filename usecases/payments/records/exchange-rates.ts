import type { Lookup } from '@rikuy/engine';

const source = 'Sintético, cerca del promedio anual del tipo de cambio; reemplácelo por el de la SBS';
const yearly: readonly (readonly [from: string, solesPerDollar: number])[] = [
  ['2020-01-01', 3.5],
  ['2021-01-01', 3.88],
  ['2022-01-01', 3.84],
  ['2023-01-01', 3.74],
  ['2024-01-01', 3.75],
  ['2025-01-01', 3.6],
  ['2026-01-01', 3.5],
];

/** Soles for one unit of a currency. */
export const exchangeRates: Lookup = {
  title: { es: 'Tipo de cambio a soles', en: 'Exchange rate to soles' },
  unit: null,
  rows: [
    { key: 'PEN', from: '2020-01-01', value: 1, source: 'Por definición' },
    ...yearly.map(([from, value]) => ({ key: 'USD', from, value, source })),
    ...yearly.map(([from, dollar]) => ({ key: 'EUR', from, value: Number((1.1 * dollar).toFixed(4)), source })),
  ],
};

/** Soles for a dollar on this day, `2026-12-31`. */
export function solesPerDollar(day: string): number {
  return yearly.findLast(([from]) => from <= day)?.[1] ?? yearly[0][1];
}
