import type { Lookup } from '@rikuy/engine';
import { goods } from './goods.ts';

const source =
  'Levels 0, 4, 6 and 11 % of the Arancel de Aduanas 2022 (DS 404-2021-EF); the level of this code and its last four ' +
  'digits are simplified for synthetic data: replace by the official table';

/** Ad valorem in percent of the customs value by tariff code, before any preference. */
export const tariff: Lookup = {
  title: { es: 'Ad valorem por subpartida', en: 'Ad valorem by tariff code' },
  unit: 'percent',
  rows: goods.map(({ code, rate }) => ({ key: code, from: '2022-01-01', value: rate, source })),
};

const agreements: readonly (readonly [country: string, from: string, agreement: string])[] = [
  ['BR', '2006-01-02', 'ACE 58, Perú – Mercosur'],
  ['CA', '2009-08-01', 'TLC Perú – Canadá'],
  ['CL', '2009-03-01', 'Acuerdo de Libre Comercio Perú – Chile'],
  ['CO', '1993-01-01', 'Comunidad Andina'],
  ['DE', '2013-03-01', 'Acuerdo Comercial Perú – Unión Europea'],
  ['EC', '1993-01-01', 'Comunidad Andina'],
  ['ES', '2013-03-01', 'Acuerdo Comercial Perú – Unión Europea'],
  ['FR', '2013-03-01', 'Acuerdo Comercial Perú – Unión Europea'],
  ['IT', '2013-03-01', 'Acuerdo Comercial Perú – Unión Europea'],
  ['JP', '2012-03-01', 'Acuerdo de Asociación Económica Perú – Japón'],
  ['KR', '2011-08-01', 'Acuerdo de Libre Comercio Perú – Corea'],
  ['MX', '2012-02-01', 'Acuerdo de Integración Comercial Perú – México'],
  ['US', '2009-02-01', 'Acuerdo de Promoción Comercial Perú – Estados Unidos'],
];

/**
 * Share of the ad valorem that a trade agreement releases, by country of origin. A country that is not here pays in
 * full. China is left out on purpose: its agreement (2010) excludes much of chapters 61 to 64, and the lists go by code.
 */
export const preference: Lookup = {
  title: { es: 'Preferencia arancelaria por origen', en: 'Tariff preference by origin' },
  unit: 'share',
  rows: agreements.map(([key, from, agreement]) => ({
    key,
    from,
    value: 1,
    source: `${agreement}; fully released for every code, a simplification for synthetic data`,
  })),
};
