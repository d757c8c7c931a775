import type { Bilingual } from '@rikuy/contracts';

/** Countries that orders of a Peruvian marketplace come from, by ISO code; the list is open. */
export const countryNames = {
  PE: { es: 'Perú', en: 'Peru' },
  CL: { es: 'Chile', en: 'Chile' },
  CO: { es: 'Colombia', en: 'Colombia' },
  EC: { es: 'Ecuador', en: 'Ecuador' },
  BO: { es: 'Bolivia', en: 'Bolivia' },
  AR: { es: 'Argentina', en: 'Argentina' },
  BR: { es: 'Brasil', en: 'Brazil' },
  MX: { es: 'México', en: 'Mexico' },
  US: { es: 'Estados Unidos', en: 'United States' },
  ES: { es: 'España', en: 'Spain' },
  VE: { es: 'Venezuela', en: 'Venezuela' },
  RU: { es: 'Rusia', en: 'Russia' },
  NG: { es: 'Nigeria', en: 'Nigeria' },
  VN: { es: 'Vietnam', en: 'Vietnam' },
  RO: { es: 'Rumanía', en: 'Romania' },
} as const satisfies Record<string, Bilingual>;

export type CountryCode = keyof typeof countryNames;

/** Names of countries as files write them, to their codes. */
export const countrySpellings: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(countryNames).flatMap(([code, { es, en }]) => [
    [es, code],
    [en, code],
  ]),
);

/** Departments to which a marketplace in Peru delivers, by ISO 3166-2 code. */
export const departments = {
  'PE-LIM': { es: 'Lima', en: 'Lima' },
  'PE-CAL': { es: 'Callao', en: 'Callao' },
  'PE-ARE': { es: 'Arequipa', en: 'Arequipa' },
  'PE-LAL': { es: 'La Libertad', en: 'La Libertad' },
  'PE-PIU': { es: 'Piura', en: 'Piura' },
  'PE-LAM': { es: 'Lambayeque', en: 'Lambayeque' },
  'PE-CUS': { es: 'Cusco', en: 'Cusco' },
  'PE-JUN': { es: 'Junín', en: 'Junín' },
  'PE-ANC': { es: 'Áncash', en: 'Áncash' },
  'PE-ICA': { es: 'Ica', en: 'Ica' },
  'PE-TAC': { es: 'Tacna', en: 'Tacna' },
  'PE-LOR': { es: 'Loreto', en: 'Loreto' },
} as const satisfies Record<string, Bilingual>;

export type Department = keyof typeof departments;
