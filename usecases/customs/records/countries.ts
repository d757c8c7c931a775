import type { Bilingual } from '@rikuy/contracts';

/** Titles of the countries seen most, by ISO 3166-1 alpha-2 code. Others are accepted by their code. */
export const countries = {
  BD: { es: 'Bangladés', en: 'Bangladesh' },
  BR: { es: 'Brasil', en: 'Brazil' },
  CL: { es: 'Chile', en: 'Chile' },
  CN: { es: 'China', en: 'China' },
  CO: { es: 'Colombia', en: 'Colombia' },
  DE: { es: 'Alemania', en: 'Germany' },
  EC: { es: 'Ecuador', en: 'Ecuador' },
  ES: { es: 'España', en: 'Spain' },
  FR: { es: 'Francia', en: 'France' },
  GB: { es: 'Reino Unido', en: 'United Kingdom' },
  HK: { es: 'Hong Kong', en: 'Hong Kong' },
  ID: { es: 'Indonesia', en: 'Indonesia' },
  IN: { es: 'India', en: 'India' },
  IT: { es: 'Italia', en: 'Italy' },
  JP: { es: 'Japón', en: 'Japan' },
  KR: { es: 'Corea del Sur', en: 'South Korea' },
  MX: { es: 'México', en: 'Mexico' },
  PK: { es: 'Pakistán', en: 'Pakistan' },
  TH: { es: 'Tailandia', en: 'Thailand' },
  TR: { es: 'Turquía', en: 'Türkiye' },
  TW: { es: 'Taiwán', en: 'Taiwan' },
  US: { es: 'Estados Unidos', en: 'United States' },
  VN: { es: 'Vietnam', en: 'Vietnam' },
} as const satisfies Record<string, Bilingual>;

export type Country = keyof typeof countries;

/** Spellings seen in files, to the code they mean: names in both languages, alpha-3 codes, and names without accents. */
export const countrySpellings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(countries).flatMap(([code, { es, en }]) => [
      [es, code],
      [en, code],
      [withoutAccents(es), code],
    ]),
  ),
  BGD: 'BD',
  BRA: 'BR',
  CHL: 'CL',
  CHN: 'CN',
  'R.P. CHINA': 'CN',
  'REPUBLICA POPULAR CHINA': 'CN',
  COL: 'CO',
  DEU: 'DE',
  ECU: 'EC',
  ESP: 'ES',
  FRA: 'FR',
  GBR: 'GB',
  HKG: 'HK',
  IDN: 'ID',
  IND: 'IN',
  ITA: 'IT',
  JPN: 'JP',
  KOR: 'KR',
  COREA: 'KR',
  MEX: 'MX',
  PAK: 'PK',
  THA: 'TH',
  TUR: 'TR',
  TURKEY: 'TR',
  TWN: 'TW',
  USA: 'US',
  EEUU: 'US',
  'EE.UU.': 'US',
  'VIET NAM': 'VN',
  VNM: 'VN',
};

function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
