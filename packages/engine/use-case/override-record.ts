import { recordDeclaration, type RecordDeclaration } from '@rikuy/contracts';

/**
 * Another outcome that a person gave a decision, with the reason: a type of record for use cases whose decisions people
 * may override. It is kept in the log like any other, and no feature reads it unless one is declared.
 */
export const overrideRecord: RecordDeclaration = recordDeclaration.parse({
  title: { es: 'Cambio de una decisión', en: 'Override of a decision' },
  identity: ['decision_id', 'number'],
  timeField: 'overridden_at',
  fields: [
    {
      kind: 'identifier',
      name: 'decision_id',
      required: true,
      title: { es: 'Decisión', en: 'Decision' },
      description: { es: 'La decisión cambiada.', en: 'The decision overridden.' },
    },
    {
      kind: 'number',
      name: 'number',
      integer: true,
      min: 1,
      required: true,
      title: { es: 'Número', en: 'Number' },
      description: { es: 'El primer cambio de la decisión es 1.', en: "The decision's first is 1." },
    },
    {
      kind: 'time',
      name: 'overridden_at',
      required: true,
      title: { es: 'Cuándo', en: 'When' },
      description: { es: 'Cuándo se cambió.', en: 'When it was overridden.' },
    },
    {
      kind: 'identifier',
      name: 'from_outcome',
      required: true,
      title: { es: 'Resultado anterior', en: 'Outcome before' },
      description: { es: 'El resultado que regía.', en: 'The outcome that stood.' },
    },
    {
      kind: 'identifier',
      name: 'to_outcome',
      required: true,
      title: { es: 'Resultado nuevo', en: 'Outcome now' },
      description: { es: 'El resultado que rige desde entonces.', en: 'The outcome that stands since.' },
    },
    {
      kind: 'identifier',
      name: 'reason',
      required: true,
      personal: true,
      title: { es: 'Motivo', en: 'Reason' },
      description: { es: 'Por qué, en palabras de quien lo cambió.', en: 'Why, in the words of who overrode it.' },
    },
    {
      kind: 'identifier',
      name: 'overridden_by',
      required: true,
      personal: true,
      title: { es: 'Quién', en: 'Who' },
      description: { es: 'Quién lo cambió.', en: 'Who overrode it.' },
    },
  ],
});
