import type { Bilingual } from '@rikuy/contracts';

/** The ways in which money leaves the synthetic businesses wrongly. Titles are those that people see. */
export const plantedPatterns = {
  duplicate_payment: { es: 'Pago duplicado', en: 'Duplicate payment' },
  split_payment: { es: 'Pago fraccionado', en: 'Split payment' },
  new_counterparty_large: { es: 'Beneficiario nuevo, monto grande', en: 'New counterparty, large amount' },
  off_hours: { es: 'Pago fuera de horario', en: 'Payment off hours' },
  below_limit: { es: 'Monto justo bajo el límite de aprobación', en: 'Amount just below an approval limit' },
  slow_drift: { es: 'Montos que crecen poco a poco', en: 'Amounts that creep up' },
  mule_fan_out: { es: 'Cuenta mula que reparte', en: 'Mule account that fans out' },
} as const satisfies Record<string, Bilingual>;

export type PlantedPattern = keyof typeof plantedPatterns;

/** Share of all payments that each pattern makes up. */
export const patternShare: Readonly<Record<PlantedPattern, number>> = {
  duplicate_payment: 0.0025,
  split_payment: 0.0028,
  new_counterparty_large: 0.0022,
  off_hours: 0.0025,
  below_limit: 0.0025,
  slow_drift: 0.0028,
  mule_fan_out: 0.0032,
};

/** Share of honest payments that look odd for an honest reason. */
export const honestOddities = {
  /** The same amount to the same counterparty within hours: two trips, two deliveries. */
  repeat: 0.006,
  /** An invoice paid in two or three parts within a day. */
  instalments: 0.003,
  /** To somebody who is paid once only; now and then for a machine or a vehicle. */
  oneOff: 0.035,
  oneOffLarge: 0.12,
  /** At night or on a weekend in a business that otherwise keeps office hours. */
  lateWork: 0.04,
  /** A price that ends just below a limit, as 4,990. */
  nearLimit: 0.006,
  /** Several known counterparties in a row, as on pay day. */
  payRun: 0.012,
  /** Several new ones in a row, as when a branch opens. */
  onboarding: 0.0006,
  /** From another address: a hotel, a phone. */
  elsewhere: 0.05,
} as const;
