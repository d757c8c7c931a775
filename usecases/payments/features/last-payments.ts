import { days, type FeatureDeclaration, features, sequence } from '@rikuy/engine';
import { owner } from './owner.ts';

/** Payments that the sequence network sees, this one included. */
export const sequenceSteps = 8;

/** The account's last payments, oldest first, as a sequence network reads them. */
export const lastPayments: readonly FeatureDeclaration[] = features(
  ({ feature }) =>
    sequence('last_payments', {
      events: { by: 'account_id', within: days(180) },
      steps: sequenceSteps,
      channels: {
        amount: { value: feature('normalized_amount'), title: { es: 'monto normalizado', en: 'normalised amount' } },
        gap: {
          value: feature('time_since_last'),
          title: { es: 'días desde el anterior', en: 'days since the last' },
          unit: 'days',
        },
        hour: { value: feature('hour_of_day'), title: { es: 'hora', en: 'hour' } },
        newness: { value: feature('new_counterparty'), title: { es: 'beneficiario nuevo', en: 'new counterparty' } },
        repeated: {
          value: feature('counterparty_count_24h'),
          title: { es: 'pagos al mismo en un día', en: 'payments to the same in a day' },
          unit: 'count',
        },
        closeness: {
          value: feature('limit_closeness'),
          title: { es: 'cercanía al límite', en: 'closeness to the limit' },
          unit: 'share',
        },
      },
      title: { es: 'Últimos pagos de la cuenta', en: "Account's last payments" },
      description: {
        es: `Los últimos ${sequenceSteps} pagos de la cuenta en 180 días, el más antiguo primero; este es el último.`,
        en: `The account's last ${sequenceSteps} payments over 180 days, the oldest first; this is the last.`,
      },
      justification: {
        es: 'Un fraude es a menudo una secuencia: una prueba, un monto grande, un reparto.',
        en: 'A fraud is often a sequence: a test, a large amount, a spread.',
      },
      pattern: 'mule_fan_out',
    }),
  { owner },
);
