import type { LabelDeclaration } from '@rikuy/engine';

/**
 * What an audit found, known when it closes. A declaration that nobody audited has no label: unknown is not 0. Files
 * that say whether but not when are taken to have learned it 30 days after filing.
 */
export const evasion: LabelDeclaration = {
  name: 'evasion',
  positive: { es: 'Evasión comprobada', en: 'Evasion found' },
  negative: { es: 'Sin hallazgo', en: 'Nothing found' },
  columns: { label: 'evasion', knownAt: 'audit_closed_at', amount: 'additional_tax' },
  aliases: {
    evasion: ['target_variable', 'evasion_comprobada', 'fraud_flag'],
    audit_closed_at: ['fecha_cierre', 'cierre_fiscalizacion'],
    additional_tax: ['tributo_adicional', 'tributo_omitido'],
  },
  currency: 'PEN',
  assumedDelayDays: 30,
};
