import { expression, type PointsPolicy } from '@rikuy/engine';

/**
 * Approve, refer and decline by points: 660 stand for 15 companies that pay to one that does not, and 40 more for twice
 * as many. From 620 (about 1 in 8.5 defaults) the credit is approved, from 560 (about 1 in 3.6) an officer looks at it.
 */
export const smeCreditPolicy: PointsPolicy = {
  kind: 'points',
  version: '1',
  scale: { baseScore: 660, baseOdds: 15, pointsToDouble: 40, lowest: 300, highest: 850 },
  cutOffs: { approve: 620, refer: 560 },
  outcomes: [
    {
      code: 'approve',
      title: { es: 'Aprobar', en: 'Approve' },
      meaning: { es: 'El crédito puede otorgarse como se pidió.', en: 'The credit can be given as asked for.' },
      tone: 'good',
      worked: false,
    },
    {
      code: 'refer',
      title: { es: 'Revisar con un oficial', en: 'Refer to an officer' },
      meaning: {
        es: 'Un oficial de crédito la evalúa con usted antes de decidir.',
        en: 'A credit officer looks at it with you before deciding.',
      },
      tone: 'warning',
      worked: true,
    },
    {
      code: 'decline',
      title: { es: 'No aprobar por ahora', en: 'Decline for now' },
      meaning: {
        es: 'Por ahora no; vea los motivos, qué lo cambiaría, y pida que una persona lo revise.',
        en: 'Not for now; see why, what would change it, and ask for a person to review it.',
      },
      tone: 'bad',
      worked: true,
    },
  ],
  exploration: { outcome: 'approve', share: 0.01, mostAtStake: 15_000 },
  rules: [
    {
      id: 'sbs_doubtful_or_loss',
      when: expression(({ feature, atLeast }) => atLeast(feature('sbs_class'), 3)),
      outcome: 'decline',
      text: {
        es: 'La empresa está clasificada como Dudoso o Pérdida en el sistema financiero (más de 60 días de atraso).',
        en: 'The company is classed Dudoso or Pérdida in the financial system (more than 60 days late).',
      },
      short: { es: 'Dudoso o Pérdida', en: 'Dudoso or Pérdida' },
    },
    {
      id: 'sbs_deficient',
      when: expression(({ feature, atLeast }) => atLeast(feature('sbs_class'), 2)),
      outcome: 'refer',
      text: {
        es: 'La empresa está clasificada como Deficiente (31 a 60 días de atraso): la evalúa una persona.',
        en: 'The company is classed Deficiente (31 to 60 days late): a person looks at it.',
      },
      short: { es: 'Deficiente', en: 'Deficiente' },
    },
    {
      id: 'hardly_any_records',
      when: expression(({ feature, below }) => below(feature('months_of_records'), 3)),
      outcome: 'refer',
      text: {
        es: 'Hay menos de tres meses de registros: la evalúa una persona, con otros documentos.',
        en: 'There are fewer than three months of records: a person looks at it, with other documents.',
      },
      short: { es: 'Pocos registros', en: 'Few records' },
    },
    {
      id: 'many_applications',
      when: expression(({ feature, atLeast }) => atLeast(feature('own_applications_60d'), 3)),
      outcome: 'refer',
      text: {
        es: 'La empresa presentó tres o más solicitudes en 60 días.',
        en: 'The company has applied three times or more within 60 days.',
      },
      short: { es: 'Muchas solicitudes', en: 'Many applications' },
    },
    {
      id: 'large_amount',
      when: expression(({ feature, above }) => above(feature('loan_amount_pen'), 300_000)),
      outcome: 'refer',
      text: {
        es: 'Montos de más de S/ 300 000 los ve siempre un oficial.',
        en: 'Amounts above S/ 300,000 are always seen by an officer.',
      },
      short: { es: 'Monto grande', en: 'Large amount' },
    },
  ],
  lists: [
    {
      id: 'denied_applicants',
      kind: 'deny',
      field: 'applicant_ruc',
      outcome: 'decline',
      text: { es: 'El RUC está en la lista de impedidos: {reason}', en: 'The RUC is on the deny list: {reason}' },
      short: { es: 'Lista de impedidos', en: 'Deny list' },
      entries: [
        {
          value: '20000000001',
          from: '2024-01-01',
          reason: { es: 'documentos falsos comprobados (ejemplo).', en: 'forged documents proven (example).' },
        },
      ],
    },
  ],
};
