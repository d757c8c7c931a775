import type { Bilingual } from '@rikuy/contracts';

/** The ways in which the synthetic world evades. Titles are those that people see. */
export const plantedPatterns = {
  inflated_deductions: { es: 'Deducciones infladas', en: 'Inflated deductions' },
  underdeclared_income: {
    es: 'Ingresos por debajo de lo que importa',
    en: 'Income under-declared against imports',
  },
  invoice_carousel: {
    es: 'Carrusel de facturas entre vinculados',
    en: 'Carousel of invoices between linked taxpayers',
  },
  dormant_importer: {
    es: 'Contribuyente dormido que de pronto importa',
    en: 'Dormant taxpayer with sudden imports',
  },
  invoices_under_threshold: {
    es: 'Facturas justo bajo el umbral de bancarización',
    en: 'Invoices just under the threshold for bank payment',
  },
} as const satisfies Record<string, Bilingual>;
export type PlantedPattern = keyof typeof plantedPatterns;

/**
 * How strong each pattern is. `carriers`: share of taxpayers that carry it; they do it in one stretch of some months.
 * `monthly`: share of the months of that stretch in which they do.
 */
export const patternStrength = {
  inflated_deductions: { carriers: 0.03, monthly: 0.75 },
  underdeclared_income: { carriers: 0.036, monthly: 0.75 },
  invoice_carousel: { carriers: 0.026, monthly: 0.75 },
  dormant_importer: { carriers: 0.026, monthly: 0.85 },
  invoices_under_threshold: { carriers: 0.026, monthly: 0.75 },
} as const satisfies Record<PlantedPattern, { carriers: number; monthly: number }>;

/** Share of all other returns that leave out income without any pattern, and what remains of it. */
export const unpatterned = { rate: 0.01, remaining: [0.7, 0.9] } as const;

/** Share of honest returns that look odd for an honest reason. */
export const honestOddities = {
  /** A month of heavy expenses: a new machine, a campaign. */
  heavyMonth: 0.008,
  /** Sales that fell while the goods had been imported already. */
  slump: 0.007,
  /** Many small purchases. */
  smallPurchases: 0.03,
  /** Companies of one group that sell to each other, of all taxpayers. */
  groups: 0.03,
  /** Small companies that honestly begin to import, of all taxpayers. */
  newImporters: 0.05,
} as const;
