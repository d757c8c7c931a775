import type { Lookup } from '@rikuy/engine';

/** The tax unit in soles. */
export const taxUnit: Lookup = {
  title: { es: 'Unidad Impositiva Tributaria', en: 'Tax unit (UIT)' },
  unit: 'PEN',
  rows: [
    { key: 'UIT', from: '2018-01-01', value: 4150, source: 'DS 380-2017-EF' },
    { key: 'UIT', from: '2019-01-01', value: 4200, source: 'DS 298-2018-EF' },
    { key: 'UIT', from: '2020-01-01', value: 4300, source: 'DS 380-2019-EF' },
    { key: 'UIT', from: '2021-01-01', value: 4400, source: 'DS 392-2020-EF' },
    { key: 'UIT', from: '2022-01-01', value: 4600, source: 'DS 398-2021-EF' },
    { key: 'UIT', from: '2023-01-01', value: 4950, source: 'DS 309-2022-EF' },
    { key: 'UIT', from: '2024-01-01', value: 5150, source: 'DS 309-2023-EF' },
    { key: 'UIT', from: '2025-01-01', value: 5350, source: 'DS 260-2024-EF' },
    { key: 'UIT', from: '2026-01-01', value: 5500, source: 'DS 301-2025-EF' },
  ],
};

const law = 'Ley 28015, art. 5, por la Ley 30056 (TUO: DS 013-2013-PRODUCE)';

/** Yearly sales in UIT up to which a company is micro, small or medium. */
export const sizeLimits: Lookup = {
  title: { es: 'Límites de tamaño de empresa, en UIT', en: 'Limits of company size, in UIT' },
  unit: null,
  rows: [
    { key: 'micro', from: '2013-07-03', value: 150, source: law },
    { key: 'small', from: '2013-07-03', value: 1700, source: law },
    { key: 'medium', from: '2013-07-03', value: 2300, source: law },
  ],
};
