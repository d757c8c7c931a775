import type { LabelDeclaration } from '@rikuy/engine';

/**
 * Whether a company that got the money fell more than 90 days behind within twelve months. Files tell the opposite,
 * `credit_worthy`; the score is the probability of default. Of who got no money nobody ever knows.
 */
export const creditWorthy: LabelDeclaration = {
  name: 'default',
  positive: { es: 'Incumplió', en: 'Defaulted' },
  negative: { es: 'Pagó bien', en: 'Paid well' },
  columns: { label: 'credit_worthy', knownAt: 'label_known_at', amount: 'loss_amount' },
  aliases: {
    credit_worthy: ['buen_pagador', 'solvente', 'good'],
    label_known_at: ['fecha_evaluacion', 'fecha_etiqueta', 'observed_at'],
    loss_amount: ['monto_perdido', 'perdida', 'loss'],
  },
  currency: 'PEN',
  opposite: true,
  foundBy: 'time',
};
