import type { Bilingual } from '@rikuy/contracts';

/** The ways in which the synthetic world under-reports. Titles are those that people see. */
export const plantedPatterns = {
  shell_undervaluation: {
    es: 'Precio subvaluado por importador de fachada',
    en: 'Undervalued unit price by a shell importer',
  },
  broker_chapter: {
    es: 'Agente que subvalúa un capítulo arancelario',
    en: 'Broker who undervalues one tariff chapter',
  },
  quantity_understated: {
    es: 'Cantidad declarada menor que la que indica el peso',
    en: 'Quantity understated against weight',
  },
  origin_swapped: {
    es: 'Origen cambiado por un país con preferencia',
    en: 'Origin swapped to a preferential country',
  },
  category_swapped: {
    es: 'Mercancía clasificada en una subpartida de menor tasa',
    en: 'Category swapped to a lower rate',
  },
  year_end_burst: {
    es: 'Subvaluación en la avalancha de fin de año',
    en: 'Year-end burst of undervalued imports',
  },
} as const satisfies Record<string, Bilingual>;

export type PlantedPattern = keyof typeof plantedPatterns;

/**
 * How strong each pattern is. `rate`: share of the carriers' eligible items that are under-reported; `remaining`:
 * range of what is left of the true figure (value, or quantity and value with it); patterns that swap a code leave
 * the value as it is.
 */
export const patternStrength = {
  shell_undervaluation: { rate: 0.55, remaining: [0.4, 0.74] },
  broker_chapter: { rate: 0.5, remaining: [0.5, 0.8] },
  quantity_understated: { rate: 0.38, remaining: [0.42, 0.74] },
  origin_swapped: { rate: 0.36, remaining: [1, 1] },
  category_swapped: { rate: 0.34, remaining: [1, 1] },
  year_end_burst: { rate: 0.4, remaining: [0.48, 0.8] },
} as const satisfies Record<PlantedPattern, { rate: number; remaining: readonly [number, number] }>;

/** Share of all other items that are undervalued without any pattern, and what remains of their value. */
export const unpatterned = { rate: 0.009, remaining: [0.6, 0.88] } as const;

/** Share of honest items that look odd for an honest reason: clearance lots at a low price, a heavier model. */
export const honestOddities = { clearance: 0.035, clearancePrice: [0.45, 0.8], heavier: 0.03, lighter: 0.02 } as const;
