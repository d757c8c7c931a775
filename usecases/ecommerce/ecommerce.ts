import { defineUseCase, expression } from '@rikuy/engine';
import { purchaseExamples } from './examples.ts';
import { ecommerceFeatures } from './features/features.ts';
import { plantedPatterns } from './generator/planted-patterns.ts';
import { ecommercePolicy } from './policy.ts';
import { ecommerceQuality } from './quality.ts';
import { ecommerceReasons } from './reasons.ts';
import { behaviour } from './records/behaviour.ts';
import { exchangeRates } from './records/exchange-rates.ts';
import { fraudulent } from './records/fraudulent.ts';
import { transaction } from './records/transaction.ts';
import { ecommerceTraining } from './training.ts';

/** Fraud in a marketplace, decided while the buyer waits. */
export const ecommerce = defineUseCase({
  id: 'ecommerce',
  title: { es: 'Fraude en comercio electrónico', en: 'E-commerce fraud' },
  description: {
    es: 'Decide en milisegundos si una compra se aprueba, se revisa o se bloquea, por lo que cuesta cada error, y dice por qué.',
    en: 'Decides within milliseconds whether a purchase is approved, reviewed or blocked, by what each mistake costs, and says why.',
  },
  records: { transaction, behaviour },
  decides: 'transaction',
  entityField: 'user_id',
  officeField: 'merchant_id',
  valueField: 'trans_amount',
  label: fraudulent,
  lookups: { fx: exchangeRates },
  features: ecommerceFeatures,
  peers: {
    title: {
      es: 'Monto frente a las ventas del mismo comercio y categoría',
      en: 'Amount against sales of the same merchant and category',
    },
    unit: 'USD',
    value: expression(({ record, lookup, times, orElse }) =>
      times(record('trans_amount'), lookup('fx', orElse(record('currency'), 'PEN'))),
    ),
    by: ['merchant_id', 'product_category'],
  },
  training: ecommerceTraining,
  policy: ecommercePolicy,
  quality: ecommerceQuality,
  reasons: ecommerceReasons,
  patterns: plantedPatterns,
  examples: purchaseExamples,
  card: {
    purpose: {
      es: 'Estimar, mientras el comprador espera, la probabilidad de que una compra sea un fraude, para aprobarla, revisarla o bloquearla al menor costo.',
      en: 'To estimate, while the buyer waits, the probability that a purchase is a fraud, so as to approve, review or block it at least cost.',
    },
    users: {
      es: 'Especialistas en fraude, que revisan y tienen la última palabra; comercios, que consultan una compra; compradores, que ven el motivo y pueden apelar.',
      en: 'Fraud specialists, who review and have the last word; merchants, who check an order; buyers, who see why and may appeal.',
    },
    data: {
      es: 'Compras y comportamiento de sesión del propio comercio electrónico; la etiqueta es el contracargo, que llega semanas después, o la revisión de un analista. Tarjetas, direcciones y dispositivos entran como huellas.',
      en: "The marketplace's own purchases and session behaviour; the label is the chargeback, weeks later, or an analyst's review. Cards, addresses and devices enter as hashes.",
    },
    limits: [
      {
        es: 'Lo bloqueado no llega a tener contracargo: su verdad solo se conoce por la parte que se aprueba al azar.',
        en: 'What is blocked never gets a chargeback: its truth is known only from the share that is approved at random.',
      },
      {
        es: 'Un contracargo puede ser de un comprador de mala fe; el modelo no distingue ambos.',
        en: 'A chargeback may come from a buyer in bad faith; the model cannot tell the two apart.',
      },
      {
        es: 'Cuentas sin historia reciben estimaciones menos seguras. No debe usarse para negar el servicio a una persona fuera de la compra que se decide.',
        en: 'Accounts without a history get less certain estimates. It must not be used to refuse service to a person beyond the purchase decided.',
      },
    ],
  },
});
