import { expression, type ThresholdPolicy } from '@rikuy/engine';

/**
 * Pass, alert or hold by what each mistake costs, in soles. Of what is found late a fifth comes back, of what is alerted
 * the same day half. An officer needs an hour for a case; a supplier whose payment is held waits, and complains. A
 * finance manager sets the real prices.
 */
export const paymentsPolicy: ThresholdPolicy = {
  kind: 'thresholds',
  version: '1',
  outcomes: [
    {
      code: 'pass',
      title: { es: 'Dejar pasar', en: 'Pass' },
      meaning: { es: 'El pago sigue su curso.', en: 'The payment goes ahead.' },
      tone: 'good',
      worked: false,
    },
    {
      code: 'alert',
      title: { es: 'Alertar', en: 'Alert' },
      meaning: {
        es: 'El pago sale y alguien lo revisa el mismo día, mientras aún puede recuperarse.',
        en: 'The payment leaves and somebody checks it the same day, while it can still be recalled.',
      },
      tone: 'warning',
      worked: true,
    },
    {
      code: 'hold',
      title: { es: 'Retener', en: 'Hold' },
      meaning: {
        es: 'El pago espera hasta que alguien lo libere o lo anule.',
        en: 'The payment waits until somebody releases or cancels it.',
      },
      tone: 'bad',
      worked: true,
    },
  ],
  costs: {
    pass: { ifPositive: { fixed: 60, shareOfAmount: 0.8 }, ifNegative: {} },
    alert: { ifPositive: { fixed: 60, shareOfAmount: 0.5 }, ifNegative: { fixed: 60 } },
    hold: { ifPositive: { fixed: 60 }, ifNegative: { fixed: 200, shareOfAmount: 0.04 } },
  },
  // A probability of 3 % matters for S/ 40,000 and not for S/ 400.
  choose: 'per-event',
  exploration: { outcome: 'pass', share: 0.01, mostAtStake: 2_000 },
  rules: [
    {
      id: 'exact_duplicate',
      when: expression(({ feature, and, atLeast, below }) =>
        and(
          and(atLeast(feature('same_payment_24h'), 1), below(feature('same_payment_habit'), 0.3)),
          atLeast(feature('transaction_amount'), 300),
        ),
      ),
      outcome: 'hold',
      text: {
        es: 'Un pago idéntico al mismo beneficiario salió hace menos de 24 horas, y no es costumbre con él.',
        en: 'An identical payment to the same counterparty left within the last 24 hours, which is not usual with them.',
      },
      short: { es: 'Duplicado exacto', en: 'Exact duplicate' },
    },
    {
      id: 'parts_over_limit',
      when: expression(({ feature, and, equals, above }) =>
        and(equals(feature('split_over_limit'), 1), above(feature('counterparty_count_24h'), 0)),
      ),
      outcome: 'alert',
      text: {
        es: 'Varios pagos al mismo beneficiario en 24 horas suman más que un límite de aprobación que ninguno alcanza.',
        en: 'Several payments to one counterparty within 24 hours add up to more than an approval limit that none reaches.',
      },
      short: { es: 'Fraccionado', en: 'Split' },
    },
    {
      id: 'new_and_largest',
      when: expression(({ feature, and, atLeast }) =>
        and(
          atLeast(feature('new_counterparty_excess'), 1),
          and(atLeast(feature('total_transactions'), 30), atLeast(feature('transaction_amount'), 5_000)),
        ),
      ),
      outcome: 'alert',
      text: {
        es: 'El mayor pago de la cuenta en un año va a un beneficiario que nunca recibió nada de ella.',
        en: "The account's largest payment in a year goes to a counterparty that never got anything from it.",
      },
      short: { es: 'Nuevo y récord', en: 'New, and a record' },
    },
    {
      id: 'many_new_counterparties',
      when: expression(({ feature, and, atLeast, equals }) =>
        and(equals(feature('new_counterparty'), 1), atLeast(feature('new_counterparties_24h'), 4)),
      ),
      outcome: 'hold',
      text: {
        es: 'Es el quinto beneficiario nuevo, o más, que la cuenta paga en 24 horas.',
        en: 'It is the fifth new counterparty, or more, that the account pays within 24 hours.',
      },
      short: { es: 'Muchos beneficiarios nuevos', en: 'Many new counterparties' },
    },
    {
      id: 'off_hours_large',
      when: expression(({ feature, and, equals, atLeast, below }) =>
        and(
          and(equals(feature('is_off_hours'), 1), below(feature('account_off_hours_share'), 0.1)),
          atLeast(feature('normalized_amount'), 1.5),
        ),
      ),
      outcome: 'alert',
      text: {
        es: 'Un pago grande a una hora en que esta cuenta casi nunca paga.',
        en: 'A large payment at an hour when this account hardly ever pays.',
      },
      short: { es: 'Grande y fuera de horario', en: 'Large, and off hours' },
    },
    {
      id: 'steady_and_usual',
      when: expression(({ feature, and, equals, below, atMost }) =>
        and(
          and(equals(feature('steady_relation'), 1), equals(feature('same_payment_7d'), 0)),
          and(
            and(below(feature('transaction_amount'), 1_000), atMost(feature('amount_vs_counterparty'), 1.3)),
            equals(feature('counterparty_count_24h'), 0),
          ),
        ),
      ),
      outcome: 'pass',
      effect: 'at-most',
      text: {
        es: 'Pago pequeño y habitual a un beneficiario de confianza.',
        en: 'A small, usual payment to a trusted counterparty.',
      },
      short: { es: 'Habitual', en: 'Usual' },
    },
  ],
  lists: [
    {
      id: 'denied_counterparties',
      kind: 'deny',
      field: 'counterparty_id',
      outcome: 'hold',
      text: {
        es: 'El beneficiario está en la lista de retenidos: {reason}',
        en: 'The counterparty is on the deny list: {reason}',
      },
      short: { es: 'Beneficiario en lista', en: 'Denied counterparty' },
      entries: [
        {
          value: 'B-DENIED-01',
          from: '2024-01-01',
          reason: { es: 'recibió pagos desviados en enero de 2024.', en: 'got diverted payments in January 2024.' },
        },
      ],
    },
    {
      id: 'trusted_counterparties',
      kind: 'allow',
      field: 'counterparty_id',
      outcome: 'pass',
      text: {
        es: 'El beneficiario está en la lista de confianza: {reason}',
        en: 'The counterparty is on the allow list: {reason}',
      },
      short: { es: 'Beneficiario de confianza', en: 'Trusted counterparty' },
      entries: [
        {
          value: 'B-TRUSTED-01',
          from: '2024-01-01',
          until: '2027-01-01',
          reason: { es: 'pagos de servicios públicos verificados.', en: 'payments of public utilities, verified.' },
        },
      ],
    },
  ],
};
