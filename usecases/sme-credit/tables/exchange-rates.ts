import type { Lookup } from '@rikuy/engine';

const source = 'Sintético, cerca del promedio anual del tipo de cambio; reemplácelo por el de la SBS';
const solesPerDollar: readonly (readonly [from: string, soles: number])[] = [
  ['2018-01-01', 3.29],
  ['2019-01-01', 3.34],
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
  unit: 'PEN',
  rows: [
    { key: 'PEN', from: '1991-07-01', value: 1, source: 'Por definición' },
    ...solesPerDollar.flatMap(([from, soles]) => [
      { key: 'USD', from, value: soles, source },
      { key: 'EUR', from, value: Number((soles * 1.1).toFixed(4)), source },
    ]),
  ],
};
