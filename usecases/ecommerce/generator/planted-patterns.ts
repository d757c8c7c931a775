import type { Bilingual } from '@rikuy/contracts';

/** The ways in which the synthetic world defrauds. Titles are those that people see. */
export const plantedPatterns = {
  card_testing: { es: 'Ráfaga de prueba de tarjetas', en: 'Card testing burst' },
  account_takeover: { es: 'Cuenta tomada', en: 'Account takeover' },
  stolen_card_night: { es: 'Tarjeta robada, compra cara de madrugada', en: 'Stolen card, dear purchase at night' },
  merchant_collusion: { es: 'Comercio en colusión', en: 'Colluding merchant' },
  bot_session: { es: 'Sesión de robot', en: 'Bot-like session' },
} as const satisfies Record<string, Bilingual>;

export type PlantedPattern = keyof typeof plantedPatterns;

/** Share of all purchases that each pattern makes up. */
export const patternShare: Readonly<Record<PlantedPattern, number>> = {
  card_testing: 0.0055,
  account_takeover: 0.0045,
  stolen_card_night: 0.0045,
  merchant_collusion: 0.0045,
  bot_session: 0.005,
};

/** Share of honest purchases that look odd for an honest reason. */
export const honestOddities = {
  /** Somebody who buys here for the first time, and mostly for the last. */
  newcomer: 0.16,
  /** Connected from abroad on a journey. */
  travel: 0.03,
  /** On a new phone or a borrowed one. */
  newDevice: 0.06,
  /** A present: several times the usual, delivered elsewhere. */
  present: 0.035,
  /** Who knows what to buy and is done in seconds. */
  quick: 0.1,
  /** Two to four purchases within the hour, as on days of sales. */
  spree: 0.012,
  /** Paid with another card. */
  otherCard: 0.03,
} as const;
