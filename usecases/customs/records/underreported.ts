import type { LabelDeclaration } from '@rikuy/engine';

/** Column of a file that tells whether an officer has verified the item. */
export const validatedByOfficer = 'validated_by_officer';

/** What an officer found on verifying the item. Most items are never verified: their label is unknown, not 0. */
export const underreported: LabelDeclaration = {
  name: 'underreported',
  positive: { es: 'Subdeclarada', en: 'Under-reported' },
  negative: { es: 'Conforme', en: 'In order' },
  columns: { label: 'underreported', knownAt: 'verification_date', amount: 'additional_duty' },
  aliases: {
    underreported: ['under_reported', 'subdeclarado', 'subdeclarada', 'subvaluado', 'subvaluacion', 'incidencia'],
    verification_date: ['fecha_verificacion', 'fecha_de_verificacion', 'fecha_reconocimiento'],
    additional_duty: ['derechos_adicionales', 'tributos_adicionales', 'mayor_tributo', 'recovered_duty'],
    [validatedByOfficer]: ['validado_por_funcionario', 'verificado', 'validado'],
  },
  currency: 'PEN',
};
