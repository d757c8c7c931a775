import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** What was paid, against what this buyer and this merchant usually see. */
export const amountFeatures: readonly FeatureDeclaration[] = features(
  ({ record, lookup, feature, past, times, dividedBy, orElse, log1p, plus }) => ({
    trans_amount: {
      value: times(record('trans_amount'), lookup('fx', orElse(record('currency'), 'PEN'))),
      unit: 'USD',
      title: { es: 'Monto en dólares', en: 'Amount in US dollars' },
      description: {
        es: 'Total de la compra, convertido al tipo de cambio del día.',
        en: 'Total of the purchase, converted at the rate of the day.',
      },
      justification: {
        es: 'Es lo que se pierde si la compra es un fraude, y solo en una moneda se puede comparar.',
        en: 'It is what is lost if the purchase is a fraud, and compares only in one currency.',
      },
      pattern: 'stolen_card_night',
    },
    log_trans_amount: {
      value: log1p(feature('trans_amount')),
      title: { es: 'Monto (logaritmo)', en: 'Amount (logarithm)' },
      description: { es: 'Logaritmo natural de uno más el monto.', en: 'Natural logarithm of one plus the amount.' },
      justification: {
        es: 'Ordena los montos sin que unos pocos muy altos lo dominen todo.',
        en: 'Orders amounts without a few very large ones dominating.',
      },
    },
    avg_trans_amount: {
      value: past({ by: 'user_id', within: days(180) }).mean(feature('trans_amount')),
      unit: 'USD',
      title: { es: 'Compra promedio del usuario', en: "Buyer's average purchase" },
      description: {
        es: 'Promedio de las compras del usuario en los 180 días previos.',
        en: "Average of the buyer's purchases over the 180 days before.",
      },
      justification: {
        es: 'Da la medida con la que comparar la compra de hoy.',
        en: "Gives the yardstick for today's purchase.",
      },
    },
    amount_vs_own: {
      value: dividedBy(feature('trans_amount'), feature('avg_trans_amount')),
      unit: 'share',
      title: { es: 'Monto frente a lo que suele comprar', en: 'Amount against what they usually buy' },
      description: {
        es: 'Monto como parte de la compra promedio del usuario; 100 % es lo habitual.',
        en: "Amount as a share of the buyer's average purchase; 100 % is usual.",
      },
      justification: {
        es: 'Quien toma una cuenta ajena gasta más de lo que gastaba su dueño.',
        en: 'Who takes over an account spends more than its owner did.',
      },
      pattern: 'account_takeover',
    },
    amount_vs_merchant: {
      value: dividedBy(
        feature('trans_amount'),
        past({ by: 'merchant_id', within: days(90) }).median(feature('trans_amount')),
      ),
      unit: 'share',
      title: { es: 'Monto frente a lo habitual del comercio', en: "Amount against the merchant's usual" },
      description: {
        es: 'Monto como parte de la mediana del comercio en 90 días.',
        en: "Amount as a share of the merchant's median over 90 days.",
      },
      justification: {
        es: 'Una venta muy fuera de lo que vende el comercio pide explicación.',
        en: 'A sale far from what the merchant sells wants explaining.',
      },
      pattern: 'merchant_collusion',
    },
    items: {
      value: record('items'),
      unit: 'count',
      title: { es: 'Artículos', en: 'Items' },
      description: { es: 'Unidades en la compra.', en: 'Units in the purchase.' },
      justification: {
        es: 'Los robots que acaparan compran muchas unidades de lo mismo.',
        en: 'Bots that hoard buy many units of the same.',
      },
      pattern: 'bot_session',
    },
    trans_risk_score: {
      value: times(
        feature('log_trans_amount'),
        log1p(plus(orElse(feature('add_to_cart_freq'), 0), orElse(feature('pages_per_minute'), 0))),
      ),
      title: { es: 'Monto por apuro', en: 'Amount times haste' },
      description: {
        es: 'Logaritmo del monto por el logaritmo del ritmo de la sesión (carrito y páginas por minuto).',
        en: 'Logarithm of the amount times that of the pace of the session (cart and pages per minute).',
      },
      justification: {
        es: 'Comprar caro y con apuro es más raro que cualquiera de las dos cosas por separado.',
        en: 'Buying dear and in haste is rarer than either alone.',
      },
      pattern: 'bot_session',
    },
  }),
  { owner },
);
