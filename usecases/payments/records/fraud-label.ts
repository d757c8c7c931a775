import type { LabelDeclaration } from '@rikuy/engine';

/**
 * Whether a payment turned out a fraud: by reconciliation of accounts weeks later, by a complaint, or by an officer's
 * review. Most accounts are never reconciled payment by payment, so that the label is often absent: unknown, not 0.
 */
export const fraudLabel: LabelDeclaration = {
  name: 'fraud_label',
  positive: { es: 'Fraude o error', en: 'Fraud or error' },
  negative: { es: 'En orden', en: 'In order' },
  columns: { label: 'fraud_label', knownAt: 'label_known_at', amount: 'loss_amount' },
  aliases: {
    fraud_label: ['fraude', 'es_fraude', 'is_fraud', 'etiqueta'],
    label_known_at: ['fecha_etiqueta', 'fecha_conciliacion', 'reviewed_at'],
    loss_amount: ['perdida', 'monto_perdido'],
  },
  currency: 'PEN',
};
