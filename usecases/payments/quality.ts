import { expression, type QualityDeclaration } from '@rikuy/engine';

/** What payments must be like to be learned from. */
export const paymentsQuality: QualityDeclaration = {
  checks: [
    {
      id: 'enough_rows',
      kind: 'rows',
      title: { es: 'Suficientes pagos', en: 'Enough payments' },
      warn: 5000,
      fail: 500,
    },
    {
      id: 'amount_in_range',
      kind: 'range',
      field: 'transaction_amount',
      min: 1,
      max: 2_000_000,
      title: { es: 'Montos creíbles', en: 'Believable amounts' },
      warn: 0.005,
      fail: 0.05,
    },
    {
      id: 'category_present',
      kind: 'completeness',
      field: 'merchant_category_code',
      title: { es: 'Rubro presente', en: 'Category present' },
      warn: 0.05,
      fail: 0.5,
    },
    {
      id: 'channel_present',
      kind: 'completeness',
      field: 'channel',
      title: { es: 'Canal presente', en: 'Channel present' },
      warn: 0.05,
      fail: 0.5,
    },
    {
      id: 'arrival_present',
      kind: 'completeness',
      field: 'received_at',
      title: { es: 'Llegada presente', en: 'Arrival present' },
      warn: 0.2,
    },
    {
      id: 'arrives_after_order',
      kind: 'expression',
      holds: expression(({ record, daysBetween, atLeast }) =>
        atLeast(daysBetween(record('transaction_time'), record('received_at')), 0),
      ),
      title: { es: 'Ningún aviso llega antes de la orden', en: 'No notice arrives before the order' },
      warn: 0.001,
      fail: 0.05,
    },
    {
      id: 'one_payment_once',
      kind: 'unique',
      fields: ['transaction_id'],
      title: { es: 'Cada pago una vez', en: 'Every payment once' },
      warn: 0.01,
      fail: 0.1,
    },
    {
      id: 'amount_as_before',
      kind: 'distribution',
      field: 'transaction_amount',
      title: { es: 'Montos como en la versión anterior', en: 'Amounts as in the version before' },
      warn: 0.1,
      fail: 0.3,
    },
    { id: 'fresh', kind: 'freshness', title: { es: 'Datos recientes', en: 'Recent data' }, warn: 7 },
  ],
};
