import { days, type Expression, type FeatureDeclaration, features, hours, type Words } from '@rikuy/engine';
import { owner } from './owner.ts';

/** Rows of the table of approval limits, in rising order. */
const levels = ['manager', 'finance', 'board'] as const;

/** The same payment twice, one payment in parts, and amounts that just escape a signature. */
export const repetitionFeatures: readonly FeatureDeclaration[] = features(
  words => {
    const { past, feature, dividedBy, plus, minus, absolute, atLeast, and, or, below, smallest } = words;
    const pair = past({ by: ['account_id', 'counterparty_id'], within: hours(24) });
    const same = ['account_id', 'counterparty_id', 'transaction_amount'];
    return {
      same_payment_24h: {
        value: past({ by: same, within: hours(24) }).count(),
        unit: 'count',
        title: { es: 'Pagos idénticos en un día', en: 'Identical payments in a day' },
        description: {
          es: 'Pagos de la cuenta al mismo beneficiario por el mismo monto en las 24 horas previas.',
          en: "The account's payments of the same amount to the same counterparty in the 24 hours before.",
        },
        justification: {
          es: 'La misma factura pagada dos veces es el error más caro y más fácil de evitar.',
          en: 'The same invoice paid twice is the dearest error and the easiest to avoid.',
        },
        pattern: 'duplicate_payment',
      },
      same_payment_7d: {
        value: past({ by: same, within: days(7) }).count(),
        unit: 'count',
        title: { es: 'Pagos idénticos en una semana', en: 'Identical payments in a week' },
        description: {
          es: 'Lo mismo en los 7 días previos.',
          en: 'The same over the 7 days before.',
        },
        justification: {
          es: 'Algunas facturas se presentan otra vez días después.',
          en: 'Some invoices are presented again days later.',
        },
        pattern: 'duplicate_payment',
      },
      same_payment_habit: {
        value: dividedBy(
          past({ by: same, within: days(365) }).count(),
          past({ by: ['account_id', 'counterparty_id'], within: days(365) }).count(),
        ),
        unit: 'share',
        title: { es: 'Costumbre de este monto', en: 'Habit of this amount' },
        description: {
          es: 'Parte de los pagos al beneficiario en un año que fueron por este mismo monto.',
          en: "Share of the year's payments to the counterparty that were of this very amount.",
        },
        justification: {
          es: 'Un peaje o un alquiler se repiten igual; una factura de mercadería, no.',
          en: 'A toll or a rent repeats exactly; an invoice for goods does not.',
        },
        pattern: 'duplicate_payment',
      },
      last_amount_gap: {
        value: absolute(
          minus(
            dividedBy(
              feature('transaction_amount'),
              past({ by: ['account_id', 'counterparty_id'], within: days(7) }).recent(feature('transaction_amount')),
            ),
            1,
          ),
        ),
        unit: 'share',
        title: { es: 'Diferencia con el pago anterior', en: 'Difference from the payment before' },
        description: {
          es: 'Cuánto difiere el monto del último pagado al beneficiario en 7 días.',
          en: 'How much the amount differs from the last one paid to the counterparty within 7 days.',
        },
        justification: {
          es: 'Un duplicado a veces se disimula con unos céntimos.',
          en: 'A duplicate is sometimes disguised by a few cents.',
        },
        pattern: 'duplicate_payment',
      },
      counterparty_count_24h: {
        value: pair.count(),
        unit: 'count',
        title: { es: 'Pagos al beneficiario en un día', en: 'Payments to the counterparty in a day' },
        description: {
          es: 'Pagos de la cuenta al beneficiario en las 24 horas previas.',
          en: "The account's payments to the counterparty in the 24 hours before.",
        },
        justification: {
          es: 'Partir un pago exige hacer varios.',
          en: 'To split a payment takes several.',
        },
        pattern: 'split_payment',
      },
      counterparty_sum_24h: {
        value: plus(pair.sum(feature('transaction_amount')), feature('transaction_amount')),
        unit: 'PEN',
        title: { es: 'Pagado al beneficiario en un día', en: 'Paid to the counterparty in a day' },
        description: {
          es: 'Lo pagado por la cuenta al beneficiario en 24 horas, con este pago.',
          en: 'What the account paid the counterparty in 24 hours, this payment included.',
        },
        justification: {
          es: 'Lo que importa para la firma es el total, no cada parte.',
          en: 'What matters for the signature is the total, not each part.',
        },
        pattern: 'split_payment',
      },
      split_over_limit: {
        value: or(...eachLimit(words, limit => crosses(words, limit))),
        title: { es: 'Partes que juntas pasan un límite', en: 'Parts that together pass a limit' },
        description: {
          es: '1 cuando este pago queda bajo un límite de aprobación que lo pagado en 24 horas al beneficiario supera.',
          en: '1 where this payment stays below an approval limit that the 24 hours paid to the counterparty exceed.',
        },
        justification: {
          es: 'Partir un pago evita la firma que el total habría necesitado.',
          en: 'Splitting a payment avoids the signature that the total would have needed.',
        },
        pattern: 'split_payment',
      },
      limit_closeness: {
        value: closeness(words),
        unit: 'share',
        title: { es: 'Cercanía al límite', en: 'Closeness to the limit' },
        description: {
          es: 'Monto como parte del menor límite de aprobación que no alcanza; 0 por encima de todos.',
          en: 'Amount as a share of the least approval limit that it does not reach; 0 above all.',
        },
        justification: {
          es: 'S/ 4,990 bajo un límite de S/ 5,000 no es casualidad si se repite.',
          en: 'S/ 4,990 under a limit of S/ 5,000 is no chance when it recurs.',
        },
        pattern: 'below_limit',
      },
      limit_distance: {
        value: smallest(1, minus(1, feature('limit_closeness'))),
        unit: 'share',
        title: { es: 'Distancia al límite', en: 'Distance to the limit' },
        description: {
          es: 'Lo que falta para el límite siguiente, como parte de él.',
          en: 'What is lacking to the next limit, as a share of it.',
        },
        justification: {
          es: 'Separa lo que roza el límite de lo que solo es grande.',
          en: 'Tells what grazes the limit from what is merely large.',
        },
        pattern: 'below_limit',
      },
      near_limit_90d: {
        value: past({
          by: 'account_id',
          within: days(90),
          where: atLeast(feature('limit_closeness'), 0.94),
        }).count(),
        unit: 'count',
        title: { es: 'Pagos rozando el límite', en: 'Payments grazing the limit' },
        description: {
          es: 'Pagos de la cuenta en 90 días por 94 % o más de un límite que no alcanzaron.',
          en: "The account's payments over 90 days of 94 % or more of a limit that they did not reach.",
        },
        justification: {
          es: 'Una vez puede ser el precio; varias es conocer el límite.',
          en: 'Once may be the price; several times is knowing the limit.',
        },
        pattern: 'below_limit',
      },
      near_limit_counterparty: {
        value: past({
          by: ['account_id', 'counterparty_id'],
          within: days(180),
          where: and(atLeast(feature('limit_closeness'), 0.94), below(feature('limit_closeness'), 1)),
        }).count(),
        unit: 'count',
        title: { es: 'Pagos al beneficiario rozando el límite', en: 'Payments to the counterparty grazing the limit' },
        description: {
          es: 'Pagos al beneficiario en 180 días por 94 % o más de un límite que no alcanzaron.',
          en: 'Payments to the counterparty over 180 days of 94 % or more of a limit that they did not reach.',
        },
        justification: {
          es: 'El proveedor ficticio cobra una y otra vez justo lo que nadie más aprueba.',
          en: 'The fictitious supplier charges again and again just what nobody else approves.',
        },
        pattern: 'below_limit',
      },
    };
  },
  { owner },
);

/** One expression for every limit, in rising order. */
function eachLimit({ lookup, constant }: Words, make: (limit: Expression) => Expression): readonly Expression[] {
  return levels.map(level => make(lookup('approval_limits', constant(level))));
}

function crosses({ and, below, atLeast, feature }: Words, limit: Expression): Expression {
  return and(below(feature('transaction_amount'), limit), atLeast(feature('counterparty_sum_24h'), limit));
}

/** The amount over the least limit above it. */
function closeness(words: Words): Expression {
  const { when, below, dividedBy, feature, constant } = words;
  return eachLimit(words, limit => limit).reduceRight<Expression>(
    (higher, limit) =>
      when(below(feature('transaction_amount'), limit))
        .then(dividedBy(feature('transaction_amount'), limit))
        .otherwise(higher),
    constant(0),
  );
}
