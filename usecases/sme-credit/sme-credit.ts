import { defineUseCase, expression, overrideRecord } from '@rikuy/engine';
import { changeable } from './changeable.ts';
import { applicationExamples } from './examples.ts';
import { groupFeatures, smeCreditFeatures } from './features/features.ts';
import { plantedPatterns } from './generator/planted-patterns.ts';
import { highRiskNotice } from './notice.ts';
import { smeCreditPolicy } from './policy.ts';
import { smeCreditQuality } from './quality.ts';
import { smeCreditReasons } from './reasons.ts';
import { application } from './records/application.ts';
import { creditWorthy } from './records/credit-worthy.ts';
import { monthlyFigures } from './records/monthly-figures.ts';
import { sizeLimits, taxUnit } from './tables/company-size.ts';
import { exchangeRates } from './tables/exchange-rates.ts';
import { sbsClasses } from './tables/sbs-classes.ts';
import { smeCreditTraining } from './training.ts';

/** Credit for small and medium-sized companies, by what they do rather than by what they own. */
export const smeCredit = defineUseCase({
  id: 'sme-credit',
  title: { es: 'Crédito para pymes', en: 'SME credit' },
  description: {
    es: 'Puntaje de 300 a 850 por la caja y los pagos de la empresa; dice por qué y qué lo cambiaría.',
    en: "A score from 300 to 850 by a company's cash and payments; says why and what would change it.",
  },
  records: { application, monthly_figures: monthlyFigures, override: overrideRecord },
  decides: 'application',
  entityField: 'applicant_ruc',
  officeField: 'region',
  valueField: 'loan_amount',
  label: creditWorthy,
  lookups: { fx: exchangeRates, tax_unit: taxUnit, size_limits: sizeLimits, sbs_classes: sbsClasses },
  features: smeCreditFeatures,
  peers: {
    title: {
      es: 'Monto pedido por sol de ventas, frente al mismo sector y departamento',
      en: 'Amount asked for per sol of sales, against the same sector and department',
    },
    unit: 'ratio',
    value: expression(({ record, dividedBy, times }) =>
      dividedBy(record('loan_amount'), times(record('monthly_income'), 12)),
    ),
    by: ['sector', 'region'],
  },
  training: smeCreditTraining,
  policy: smeCreditPolicy,
  quality: smeCreditQuality,
  reasons: smeCreditReasons,
  patterns: plantedPatterns,
  examples: applicationExamples,
  changeable,
  fairness: groupFeatures,
  overrides: 'override',
  notice: highRiskNotice,
  card: {
    purpose: {
      es: 'Estimar la probabilidad de que una micro, pequeña o mediana empresa se atrase más de 90 días en los doce meses que siguen, para aprobar, revisar o no aprobar su solicitud.',
      en: 'To estimate the probability that a micro, small or medium-sized company falls more than 90 days behind within the next twelve months, so as to approve, refer or decline its application.',
    },
    users: {
      es: 'Oficiales de crédito, que pueden cambiar cualquier decisión con un motivo; dueños, que ven el puntaje, los motivos y qué lo cambiaría, y pueden pedir que una persona lo revise; reguladores.',
      en: 'Credit officers, who may override any decision with a reason; owners, who see the score, the reasons and what would change it, and may ask for a person to review it; regulators.',
    },
    data: {
      es: 'Solicitudes y cifras mensuales de comprobantes, cuentas y central de riesgos; la etiqueta se conoce a los doce meses y solo de quien recibió el dinero.',
      en: 'Applications, and monthly figures of invoices, accounts and the credit register; the label is known after twelve months and only of who got the money.',
    },
    limits: [
      {
        es: 'De lo rechazado no se sabe si habría pagado: el modelo aprende de lo que la política anterior aceptó.',
        en: 'Of what was declined nobody knows whether it would have paid: the model learns from what the policy before accepted.',
      },
      {
        es: 'Con menos de tres meses de registros decide una persona.',
        en: 'With fewer than three months of records a person decides.',
      },
      {
        es: 'La evaluación de crédito es un uso de alto riesgo (Ley 31814, DS 115-2025-PCM): exige aviso, explicación y revisión humana. No debe usarse para evaluar a personas naturales.',
        en: 'Credit evaluation is a high-risk use (Ley 31814, DS 115-2025-PCM): it requires notice, explanation and human review. It must not be used to assess natural persons.',
      },
    ],
  },
});
