import { defineUseCase, expression } from '@rikuy/engine';
import { paymentExamples } from './examples.ts';
import { paymentsFeatures } from './features/features.ts';
import { plantedPatterns } from './generator/planted-patterns.ts';
import { paymentsPolicy } from './policy.ts';
import { paymentsQuality } from './quality.ts';
import { paymentsReasons } from './reasons.ts';
import { approvalLimits } from './records/approval-limits.ts';
import { exchangeRates } from './records/exchange-rates.ts';
import { fraudLabel } from './records/fraud-label.ts';
import { payment } from './records/payment.ts';
import { paymentsTraining } from './training.ts';

/** Fraudulent and mistaken payments out of a business's accounts, decided as they stream by. */
export const payments = defineUseCase({
  id: 'payments',
  title: { es: 'Fraude en pagos', en: 'Payment fraud' },
  description: {
    es: 'Mira cada pago que sale de las cuentas de una empresa y decide si pasa, alerta o se retiene, y dice por qué.',
    en: "Looks at every payment that leaves a business's accounts and decides whether it passes, alerts or is held, and says why.",
  },
  records: { payment },
  decides: 'payment',
  entityField: 'account_id',
  officeField: 'business_id',
  valueField: 'transaction_amount',
  label: fraudLabel,
  lookups: { fx: exchangeRates, approval_limits: approvalLimits },
  features: paymentsFeatures,
  peers: {
    title: {
      es: 'Monto frente a los pagos de la misma cuenta al mismo rubro',
      en: "Amount against the same account's payments to the same category",
    },
    unit: 'PEN',
    value: expression(({ record, lookup, times, orElse }) =>
      times(record('transaction_amount'), lookup('fx', orElse(record('currency'), 'PEN'))),
    ),
    by: ['account_id', 'merchant_category_code'],
  },
  training: paymentsTraining,
  policy: paymentsPolicy,
  quality: paymentsQuality,
  reasons: paymentsReasons,
  patterns: plantedPatterns,
  examples: paymentExamples,
  card: {
    purpose: {
      es: 'Estimar, cuando llega el aviso de un pago, la probabilidad de que sea un fraude o un error, para dejarlo pasar, alertar o retenerlo al menor costo.',
      en: 'To estimate, when notice of a payment arrives, the probability that it is a fraud or an error, so as to let it pass, alert or hold it at least cost.',
    },
    users: {
      es: 'Gerentes de finanzas y oficiales de cumplimiento, que revisan y tienen la última palabra; analistas; dueños.',
      en: 'Finance managers and compliance officers, who review and have the last word; analysts; owners.',
    },
    data: {
      es: 'Pagos de las propias cuentas; la etiqueta viene de la conciliación semanas después, de un reclamo o de una revisión, y falta casi en la mitad. Los beneficiarios entran como huellas.',
      en: "The accounts' own payments; the label comes from reconciliation weeks later, from a complaint or a review, and is absent for nearly half. Counterparties enter as hashes.",
    },
    limits: [
      {
        es: 'Una cuenta con menos de unos treinta pagos no tiene costumbre con qué compararse: sus estimaciones son menos seguras.',
        en: 'An account with fewer than some thirty payments has no habit to be compared with: its estimates are less certain.',
      },
      {
        es: 'El primero de una serie (la primera parte, el primer beneficiario de muchos) casi no se distingue de un pago normal.',
        en: 'The first of a series (the first part, the first of many counterparties) can hardly be told from a normal payment.',
      },
      {
        es: 'Los límites de aprobación son los de una empresa inventada: con otros, las variables de cercanía dicen otra cosa. No debe usarse para juzgar a una persona.',
        en: 'The approval limits are those of a made-up business: with others, the features of closeness mean something else. It must not be used to judge a person.',
      },
    ],
  },
});
