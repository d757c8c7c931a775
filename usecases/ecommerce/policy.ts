import { expression, type ThresholdPolicy } from '@rikuy/engine';

/**
 * Approve, review and block by what each mistake costs, in US dollars. The prices fit a marketplace whose margin is
 * about an eighth of a sale; a finance manager sets the real ones.
 */
export const ecommercePolicy: ThresholdPolicy = {
  kind: 'thresholds',
  version: '1',
  outcomes: [
    {
      code: 'approve',
      title: { es: 'Aprobar', en: 'Approve' },
      meaning: { es: 'La compra sigue su curso.', en: 'The purchase goes ahead.' },
      tone: 'good',
      worked: false,
    },
    {
      code: 'review',
      title: { es: 'Revisar', en: 'Review' },
      meaning: {
        es: 'Un especialista la mira antes del despacho; el pago queda en espera.',
        en: 'A specialist looks at it before dispatch; the payment waits.',
      },
      tone: 'warning',
      worked: true,
    },
    {
      code: 'block',
      title: { es: 'Bloquear', en: 'Block' },
      meaning: {
        es: 'El pago se rechaza; el comprador ve el motivo y puede apelar.',
        en: 'The payment is refused; the buyer sees why and may appeal.',
      },
      tone: 'bad',
      worked: false,
      explained: true,
    },
  ],
  costs: {
    approve: { ifPositive: { fixed: 20, shareOfAmount: 1 }, ifNegative: {} },
    review: { ifPositive: { fixed: 2.5, shareOfAmount: 0.08 }, ifNegative: { fixed: 2.5 } },
    block: { ifPositive: {}, ifNegative: { fixed: 6, shareOfAmount: 0.125 } },
  },
  choose: 'on-validation',
  exploration: { outcome: 'approve', share: 0.01, mostAtStake: 200 },
  rules: [
    {
      id: 'many_cards_one_device',
      when: expression(({ feature, atLeast }) => atLeast(feature('device_cards_24h'), 5)),
      outcome: 'block',
      text: {
        es: 'Desde este dispositivo se usaron cinco o más tarjetas en un día.',
        en: 'Five or more cards were used from this device within a day.',
      },
      short: { es: 'Muchas tarjetas', en: 'Many cards' },
    },
    {
      id: 'abroad_new_device_dear',
      when: expression(({ feature, and, equals, atLeast, above }) =>
        and(
          equals(feature('country_mismatch'), 1),
          and(
            and(equals(feature('user_device_seen'), 0), above(feature('user_purchases'), 0)),
            atLeast(feature('amount_vs_own'), 3),
          ),
        ),
      ),
      outcome: 'review',
      text: {
        es: 'Un cliente conocido compra desde otro país, con un dispositivo nuevo y por el triple de lo habitual.',
        en: 'A known customer buys from another country, on a new device, for three times the usual.',
      },
      short: { es: 'Cuenta quizá tomada', en: 'Account maybe taken over' },
    },
    {
      id: 'new_account_dear_at_night',
      when: expression(({ feature, and, equals, atLeast }) =>
        and(
          equals(feature('is_night'), 1),
          and(equals(feature('user_purchases'), 0), atLeast(feature('trans_amount'), 400)),
        ),
      ),
      outcome: 'review',
      text: {
        es: 'Primera compra de la cuenta, de madrugada y por más de US$ 400.',
        en: "The account's first purchase, at night and above US$ 400.",
      },
      short: { es: 'Primera compra, cara y de madrugada', en: 'First purchase, dear, at night' },
    },
    {
      id: 'inhuman_pace',
      when: expression(({ feature, and, atMost, atLeast }) =>
        and(atMost(feature('session_duration'), 8), atLeast(feature('add_to_cart_freq'), 40)),
      ),
      outcome: 'review',
      text: {
        es: 'La sesión duró segundos y el carrito se llenó a un ritmo que ninguna persona alcanza.',
        en: 'The session took seconds and the cart filled at a pace that no person reaches.',
      },
      short: { es: 'Ritmo de máquina', en: "A machine's pace" },
    },
    {
      id: 'long_standing_customer_small',
      when: expression(({ feature, and, atLeast, below }) =>
        and(
          atLeast(feature('user_purchases'), 15),
          and(
            and(atLeast(feature('user_device_seen'), 5), atLeast(feature('user_card_seen'), 5)),
            below(feature('trans_amount'), 25),
          ),
        ),
      ),
      outcome: 'approve',
      effect: 'at-most',
      text: {
        es: 'Cliente de muchas compras, con su dispositivo y su tarjeta de siempre, por un monto pequeño.',
        en: 'A customer of many purchases, on the usual device and card, for a small amount.',
      },
      short: { es: 'Cliente conocido', en: 'Known customer' },
    },
  ],
  lists: [
    {
      id: 'denied_devices',
      kind: 'deny',
      field: 'device_id',
      outcome: 'block',
      text: {
        es: 'El dispositivo está en la lista de bloqueados: {reason}',
        en: 'The device is on the deny list: {reason}',
      },
      short: { es: 'Dispositivo bloqueado', en: 'Denied device' },
      entries: [
        {
          value: 'D-DENIED-01',
          from: '2024-01-01',
          reason: { es: 'probó tarjetas en enero de 2024.', en: 'tested cards in January 2024.' },
        },
      ],
    },
    {
      id: 'trusted_buyers',
      kind: 'allow',
      field: 'user_id',
      outcome: 'approve',
      text: {
        es: 'El comprador está en la lista de confianza: {reason}',
        en: 'The buyer is on the allow list: {reason}',
      },
      short: { es: 'Comprador de confianza', en: 'Trusted buyer' },
      entries: [
        {
          value: 'U-TRUSTED-01',
          from: '2024-01-01',
          until: '2027-01-01',
          reason: { es: 'compras corporativas con contrato.', en: 'corporate purchases under contract.' },
        },
      ],
    },
  ],
};
