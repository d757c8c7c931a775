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

/** US dollars for one unit of a currency. */
export const exchangeRates: Lookup = {
  title: { es: 'Tipo de cambio a dólares', en: 'Exchange rate to US dollars' },
  unit: null,
  rows: [
    { key: 'USD', from: '2020-01-01', value: 1, source: 'Por definición' },
    { key: 'EUR', from: '2020-01-01', value: 1.1, source },
    ...yearly.map(([from, soles]) => ({ key: 'PEN', from, value: Number((1 / soles).toFixed(5)), source })),
  ],
};
