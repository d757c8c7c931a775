import type { Bilingual } from '@rikuy/contracts';

/** What the synthetic world makes hard. The first are sound firms that look weak; of the others many default. */
export const plantedPatterns = {
  seasonal_sound: { es: 'Negocio de temporada, pero sólido', en: 'Seasonal but sound firm' },
  cosmetic_balance: { es: 'Balance maquillado', en: 'Cosmetic balance sheet' },
  debt_stacking: { es: 'Deudas acumuladas', en: 'Debt stacking' },
  region_shock: { es: 'Golpe regional', en: 'Region shock' },
} as const satisfies Record<string, Bilingual>;

export type PlantedPattern = keyof typeof plantedPatterns;

/** Share of all companies that are planted; a region shock befalls whoever is there. */
export const patternShare: Readonly<Record<Exclude<PlantedPattern, 'region_shock'>, number>> = {
  seasonal_sound: 0.06,
  cosmetic_balance: 0.05,
  debt_stacking: 0.03,
};
