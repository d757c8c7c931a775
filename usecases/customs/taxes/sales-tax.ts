import type { Lookup } from '@rikuy/engine';

const before = 'TUO de la Ley del IGV, DS 055-99-EF, art. 17; Ley 29666; IPM: DLeg. 776, art. 76';
const since2026 = 'Ley 32387 (progressive change of IGV and IPM, 2026 to 2029)';

/** General sales tax and municipal promotion tax, in percent of customs value + ad valorem + ISC. 18 % in all. */
export const salesTax: Lookup = {
  title: { es: 'IGV e IPM', en: 'Sales tax (IGV) and municipal tax (IPM)' },
  unit: 'percent',
  rows: [
    { key: 'IGV', from: '2011-03-01', value: 16, source: before },
    { key: 'IGV', from: '2026-01-01', value: 15.5, source: since2026 },
    { key: 'IGV', from: '2027-01-01', value: 15, source: since2026 },
    { key: 'IGV', from: '2028-01-01', value: 14.5, source: since2026 },
    { key: 'IGV', from: '2029-01-01', value: 14, source: since2026 },
    { key: 'IPM', from: '2011-03-01', value: 2, source: before },
    { key: 'IPM', from: '2026-01-01', value: 2.5, source: since2026 },
    { key: 'IPM', from: '2027-01-01', value: 3, source: since2026 },
    { key: 'IPM', from: '2028-01-01', value: 3.5, source: since2026 },
    { key: 'IPM', from: '2029-01-01', value: 4, source: since2026 },
  ],
};

const perceptionLaw = 'Ley 29173, Régimen de Percepciones del IGV, title II, chapter III (import of goods)';

/** Advance payment of the sales tax, in percent of customs value + all taxes of the import. */
export const perception: Lookup = {
  title: { es: 'Percepción del IGV en la importación', en: 'Advance sales tax on import (percepción)' },
  unit: 'percent',
  rows: [
    { key: 'general', from: '2007-12-24', value: 3.5, source: perceptionLaw },
    { key: 'used_goods', from: '2007-12-24', value: 5, source: perceptionLaw },
    { key: 'irregular_importer', from: '2007-12-24', value: 10, source: perceptionLaw },
  ],
};
