import type { LabelDeclaration } from '@rikuy/engine';

/**
 * Whether a purchase turned out a fraud: by chargeback, weeks later, or by an analyst's review. One that was never
 * disputed is in order once the time for disputes is over; until then, and where it was blocked, it is unknown.
 */
export const fraudulent: LabelDeclaration = {
  name: 'fraudulent',
  positive: { es: 'Fraudulenta', en: 'Fraudulent' },
  negative: { es: 'Legítima', en: 'Genuine' },
  columns: { label: 'fraudulent', knownAt: 'label_known_at', amount: 'chargeback_amount' },
  aliases: {
    fraudulent: ['fraude', 'fraudulenta', 'is_fraud', 'contracargo'],
    label_known_at: ['fecha_contracargo', 'chargeback_date', 'fecha_etiqueta'],
    chargeback_amount: ['monto_contracargo', 'perdida'],
  },
  currency: 'USD',
};
