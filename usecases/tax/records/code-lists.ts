import type { Bilingual } from '@rikuy/contracts';

/** Regimes of income tax that the synthetic world knows. */
export const taxCategories = {
  general: { es: 'Régimen general', en: 'General regime' },
  mype: { es: 'Régimen MYPE tributario', en: 'Regime of small companies (MYPE)' },
  rer: { es: 'Régimen especial', en: 'Special regime' },
} as const satisfies Record<string, Bilingual>;
export type TaxCategory = keyof typeof taxCategories;

export const incomeLevels = {
  micro: { es: 'Micro', en: 'Micro' },
  small: { es: 'Pequeña', en: 'Small' },
  medium: { es: 'Mediana', en: 'Medium' },
  large: { es: 'Grande', en: 'Large' },
} as const satisfies Record<string, Bilingual>;
export type IncomeLevel = keyof typeof incomeLevels;

export const sectors = {
  wholesale: { es: 'Comercio mayorista', en: 'Wholesale' },
  retail: { es: 'Comercio minorista', en: 'Retail' },
  manufacturing: { es: 'Manufactura', en: 'Manufacturing' },
  construction: { es: 'Construcción', en: 'Construction' },
  transport: { es: 'Transporte', en: 'Transport' },
  services: { es: 'Servicios', en: 'Services' },
  restaurants: { es: 'Restaurantes', en: 'Restaurants' },
  agriculture: { es: 'Agricultura', en: 'Agriculture' },
} as const satisfies Record<string, Bilingual>;
export type Sector = keyof typeof sectors;

/** The offices among which audits are divided. */
export const offices = {
  lima: { es: 'Intendencia Lima', en: 'Lima office' },
  arequipa: { es: 'Intendencia Arequipa', en: 'Arequipa office' },
  'la-libertad': { es: 'Intendencia La Libertad', en: 'La Libertad office' },
  cusco: { es: 'Intendencia Cusco', en: 'Cusco office' },
} as const satisfies Record<string, Bilingual>;
export type TaxOffice = keyof typeof offices;

/** Kinds of enforcement, from the mildest. */
export const enforcementTypes = {
  notice: { es: 'Esquela', en: 'Notice' },
  fine: { es: 'Multa', en: 'Fine' },
  assessment: { es: 'Resolución de determinación', en: 'Assessment' },
  seizure: { es: 'Comiso', en: 'Seizure' },
  closure: { es: 'Cierre temporal', en: 'Temporary closure' },
} as const satisfies Record<string, Bilingual>;
export type EnforcementType = keyof typeof enforcementTypes;

export const complianceStatuses = {
  compliant: { es: 'Conforme', en: 'Compliant' },
  observed: { es: 'Observada', en: 'Observed' },
  penalised: { es: 'Sancionada', en: 'Penalised' },
} as const satisfies Record<string, Bilingual>;
export type ComplianceStatus = keyof typeof complianceStatuses;

export const sectorSpellings = spellingsOf(sectors);
export const officeSpellings = spellingsOf(offices);

/** What files write for a code: its titles. */
function spellingsOf(codes: Readonly<Record<string, Bilingual>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(codes).flatMap(([code, { es, en }]) => [
      [es, code],
      [en, code],
    ]),
  );
}
