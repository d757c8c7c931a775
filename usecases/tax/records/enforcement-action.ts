import { recordDeclaration, type RecordDeclaration } from '@rikuy/contracts';
import { enforcementTypes } from './code-lists.ts';

/**
 * A sanction or an assessment. Those of the same case as a declaration are consequences of its label: features see only
 * the ones that were known before the declaration (`docs/guide/tax-trap.md`).
 */
export const enforcementAction: RecordDeclaration = recordDeclaration.parse({
  title: { es: 'Acción de cumplimiento', en: 'Enforcement action' },
  identity: ['action_number'],
  timeField: 'action_date',
  fields: [
    {
      kind: 'identifier',
      name: 'action_number',
      aliases: ['numero_resolucion', 'resolucion', 'numero_accion'],
      required: true,
      example: 'RD-0004512',
      title: { es: 'Número de resolución', en: 'Action number' },
      description: { es: 'Identifica la acción.', en: 'Identifies the action.' },
    },
    {
      kind: 'identifier',
      name: 'taxpayer_ruc',
      aliases: ['ruc', 'ruc_contribuyente'],
      format: 'ruc',
      required: true,
      personal: true,
      example: '20554133470',
      title: { es: 'RUC del contribuyente', en: "Taxpayer's RUC" },
      description: { es: 'Contra quién.', en: 'Against whom.' },
    },
    {
      kind: 'category',
      name: 'enforcement_type',
      aliases: ['tipo', 'tipo_accion', 'tipo_sancion'],
      values: enforcementTypes,
      spellings: {
        ESQUELA: 'notice',
        MULTA: 'fine',
        DETERMINACION: 'assessment',
        COMISO: 'seizure',
        CIERRE: 'closure',
      },
      required: true,
      example: 'fine',
      title: { es: 'Tipo', en: 'Type' },
      description: { es: 'Qué se hizo.', en: 'What was done.' },
    },
    {
      kind: 'money',
      name: 'penalty_amount',
      aliases: ['multa', 'monto_sancion', 'monto_multa', 'sancion'],
      currency: 'PEN',
      min: 0,
      example: 2_675,
      title: { es: 'Monto de la sanción', en: 'Penalty' },
      description: { es: 'En soles, sin intereses.', en: 'In soles, without interest.' },
    },
    {
      kind: 'time',
      name: 'action_date',
      aliases: ['fecha_notificacion', 'fecha', 'fecha_accion'],
      precision: 'day',
      required: true,
      title: { es: 'Fecha de notificación', en: 'Date of notification' },
      description: { es: 'Día en que se notificó.', en: 'Day on which it was notified.' },
    },
    {
      kind: 'identifier',
      name: 'declaration_number',
      aliases: ['numero_orden', 'expediente_declaracion'],
      example: '0621-00012345',
      title: { es: 'Declaración del caso', en: 'Declaration of the case' },
      description: {
        es: 'La declaración que originó la acción, si hubo una. Ninguna variable se une por aquí.',
        en: 'The declaration that led to the action, if any. No feature joins by it.',
      },
    },
  ],
});
