import { defineUseCase, expression } from '@rikuy/engine';
import { declarationExamples } from './examples.ts';
import { taxFeatures } from './features/features.ts';
import { plantedPatterns } from './generator/planted-patterns.ts';
import { taxPolicy } from './policy.ts';
import { taxQuality } from './quality.ts';
import { taxReasons } from './reasons.ts';
import { customsRecord } from './records/customs-record.ts';
import { economicIndicator } from './records/economic-indicator.ts';
import { enforcementAction } from './records/enforcement-action.ts';
import { evasion } from './records/evasion.ts';
import { taxDeclaration } from './records/tax-declaration.ts';
import { taxTraining } from './training.ts';

/** Tax evasion and customs fraud: four sources joined as known by taxpayer, returns ranked by what they may yield. */
export const tax = defineUseCase({
  id: 'tax',
  title: { es: 'Evasión tributaria', en: 'Tax evasion' },
  description: {
    es: 'Une declaraciones, aduanas, sanciones previas y economía por contribuyente, y propone a quién revisar según lo que rinde después de su costo.',
    en: 'Joins returns, customs, earlier penalties and the economy by taxpayer, and proposes whom to review by what it yields after its cost.',
  },
  records: {
    tax_declaration: taxDeclaration,
    customs_record: customsRecord,
    enforcement_action: enforcementAction,
    economic_indicator: economicIndicator,
  },
  decides: 'tax_declaration',
  entityField: 'taxpayer_ruc',
  officeField: 'tax_office',
  valueField: 'declared_income',
  label: evasion,
  lookups: {},
  features: taxFeatures,
  peers: {
    title: {
      es: 'Deducciones sobre ingresos, frente al mismo sector y tamaño',
      en: 'Deductions to income, against the same sector and size',
    },
    unit: 'share',
    value: expression(({ record, dividedBy }) => dividedBy(record('deduction_amount'), record('declared_income'))),
    by: ['sector', 'income_level'],
  },
  training: taxTraining,
  policy: taxPolicy,
  quality: taxQuality,
  reasons: taxReasons,
  patterns: plantedPatterns,
  examples: declarationExamples,
  card: {
    purpose: {
      es: 'Ordenar declaraciones por lo que se espera recuperar menos lo que cuesta revisarlas, para la capacidad de cada equipo.',
      en: 'To rank returns by what can be expected from them less what it costs to review them, within the capacity of each team.',
    },
    users: {
      es: 'Analistas tributarios y auditores, que deciden con los motivos a la vista; el modelo propone, no determina deuda.',
      en: 'Tax analysts and auditors, who decide with the reasons in view; the model proposes, it assesses no debt.',
    },
    data: {
      es: 'Declaraciones mensuales, importaciones, acciones de cumplimiento anteriores e indicadores publicados, unidos como se conocían al declarar. La etiqueta es el cierre de una fiscalización; sin fiscalización no hay etiqueta.',
      en: 'Monthly returns, imports, earlier enforcement actions and published indicators, joined as known when filing. The label is the closing of an audit; without an audit there is none.',
    },
    limits: [
      {
        es: 'Aprende de lo que se fiscalizó, que no se eligió al azar: la tasa verdadera solo la da la parte que se sortea.',
        en: 'It learns from what was audited, which was not chosen at random: only the share drawn by lot gives the true rate.',
      },
      {
        es: 'Contribuyentes sin historia ni importaciones se comparan solo con sus pares: la estimación es menos segura.',
        en: 'Taxpayers without history or imports are compared with peers only: the estimate is less certain.',
      },
      {
        es: 'Una sanción del mismo caso no puede entrar como dato: es consecuencia de lo que se quiere prever.',
        en: 'A penalty of the same case must not enter as data: it is a consequence of what is to be foreseen.',
      },
    ],
  },
});
