import type { Bilingual } from '@rikuy/contracts';

/** What small companies live from. */
export const sectors = {
  commerce: { es: 'Comercio', en: 'Commerce' },
  services: { es: 'Servicios', en: 'Services' },
  manufacturing: { es: 'Manufactura', en: 'Manufacturing' },
  agriculture: { es: 'Agricultura', en: 'Agriculture' },
  tourism: { es: 'Turismo', en: 'Tourism' },
  construction: { es: 'Construcción', en: 'Construction' },
  transport: { es: 'Transporte', en: 'Transport' },
  restaurants: { es: 'Restaurantes', en: 'Restaurants' },
} as const satisfies Record<string, Bilingual>;

export type Sector = keyof typeof sectors;

/** Sectors as files write them. */
export const sectorSpellings: Readonly<Record<string, string>> = {
  comercial: 'commerce',
  retail: 'commerce',
  servicio: 'services',
  industria: 'manufacturing',
  textil: 'manufacturing',
  agro: 'agriculture',
  agropecuario: 'agriculture',
  hoteles: 'tourism',
  transportes: 'transport',
  restaurante: 'restaurants',
  gastronomía: 'restaurants',
};

export const purposes = {
  working_capital: { es: 'Capital de trabajo', en: 'Working capital' },
  equipment: { es: 'Equipamiento', en: 'Equipment' },
  premises: { es: 'Local', en: 'Premises' },
  inventory: { es: 'Mercadería', en: 'Inventory' },
  refinancing: { es: 'Refinanciación', en: 'Refinancing' },
} as const satisfies Record<string, Bilingual>;

export type Purpose = keyof typeof purposes;
