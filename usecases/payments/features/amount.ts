import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** What was paid, against what this account and this counterparty usually see. */
export const amountFeatures: readonly FeatureDeclaration[] = features(
  ({ record, lookup, feature, past, times, minus, plus, dividedBy, orElse, log1p }) => {
    const account = past({ by: 'account_id', within: days(180) });
    const pair = past({ by: ['account_id', 'counterparty_id'], within: days(365) });
    return {
      transaction_amount: {
        value: times(record('transaction_amount'), lookup('fx', orElse(record('currency'), 'PEN'))),
        unit: 'PEN',
        title: { es: 'Monto en soles', en: 'Amount in soles' },
        description: {
          es: 'Monto del pago, convertido al tipo de cambio del día.',
          en: 'Amount of the payment, converted at the rate of the day.',
        },
        justification: {
          es: 'Es lo que se pierde si el pago está mal, y solo en una moneda se puede comparar.',
          en: 'It is what is lost if the payment is wrong, and compares only in one currency.',
        },
        pattern: 'new_counterparty_large',
      },
      log_amount: {
        value: log1p(feature('transaction_amount')),
        title: { es: 'Monto (logaritmo)', en: 'Amount (logarithm)' },
        description: { es: 'Logaritmo natural de uno más el monto.', en: 'Natural logarithm of one plus the amount.' },
        justification: {
          es: 'Ordena los montos sin que unos pocos muy altos lo dominen todo.',
          en: 'Orders amounts without a few very large ones dominating.',
        },
      },
      avg_amount_per_account: {
        value: account.mean(feature('transaction_amount')),
        unit: 'PEN',
        title: { es: 'Pago promedio de la cuenta', en: "Account's average payment" },
        description: {
          es: 'Promedio de los pagos de la cuenta en los 180 días previos.',
          en: "Average of the account's payments over the 180 days before.",
        },
        justification: {
          es: 'Da la medida con la que comparar el pago de hoy.',
          en: "Gives the yardstick for today's payment.",
        },
      },
      max_amount_per_account: {
        value: past({ by: 'account_id', within: days(365) }).max(feature('transaction_amount')),
        unit: 'PEN',
        title: { es: 'Mayor pago de la cuenta', en: "Account's largest payment" },
        description: {
          es: 'El pago más alto de la cuenta en los 365 días previos.',
          en: "The account's highest payment over the 365 days before.",
        },
        justification: {
          es: 'Lo que supera todo lo visto merece que alguien lo mire.',
          en: 'What exceeds all that was seen deserves a look.',
        },
      },
      normalized_amount: {
        value: dividedBy(
          minus(feature('log_amount'), account.mean(feature('log_amount'))),
          account.std(feature('log_amount')),
        ),
        title: { es: 'Monto normalizado', en: 'Normalised amount' },
        description: {
          es: 'Desviaciones estándar entre el monto y lo habitual de la cuenta, en logaritmos, de 180 días.',
          en: "Standard deviations between the amount and the account's usual, in logarithms, over 180 days.",
        },
        justification: {
          es: 'Dice cuán raro es el monto para esta cuenta, que puede pagar siempre mucho o siempre poco.',
          en: 'Tells how odd the amount is for this account, which may always pay much or always little.',
        },
        pattern: 'off_hours',
      },
      amount_vs_avg: {
        value: dividedBy(feature('transaction_amount'), feature('avg_amount_per_account')),
        unit: 'share',
        title: { es: 'Monto frente al promedio de la cuenta', en: "Amount against the account's average" },
        description: {
          es: 'Monto como parte del pago promedio de la cuenta; 100 % es lo habitual.',
          en: "Amount as a share of the account's average payment; 100 % is usual.",
        },
        justification: {
          es: 'Quien entra en una cuenta ajena saca más de lo que su dueño suele pagar.',
          en: 'Who breaks into an account takes out more than its owner usually pays.',
        },
        pattern: 'new_counterparty_large',
      },
      amount_vs_max: {
        value: dividedBy(feature('transaction_amount'), feature('max_amount_per_account')),
        unit: 'share',
        title: { es: 'Monto frente al mayor de la cuenta', en: "Amount against the account's largest" },
        description: {
          es: 'Monto como parte del mayor pago de la cuenta en un año.',
          en: "Amount as a share of the account's largest payment over a year.",
        },
        justification: {
          es: 'Por encima de 100 % la cuenta nunca pagó tanto.',
          en: 'Above 100 % the account has never paid so much.',
        },
        pattern: 'new_counterparty_large',
      },
      amount_vs_counterparty: {
        value: dividedBy(feature('transaction_amount'), pair.mean(feature('transaction_amount'))),
        unit: 'share',
        title: { es: 'Monto frente a lo pagado al beneficiario', en: 'Amount against what the counterparty gets' },
        description: {
          es: 'Monto como parte del promedio que la cuenta pagó a este beneficiario en un año.',
          en: 'Amount as a share of what the account paid this counterparty on average over a year.',
        },
        justification: {
          es: 'Un proveedor conocido que de pronto cobra el triple puede no ser él.',
          en: 'A known supplier who suddenly charges three times as much may be somebody else.',
        },
        pattern: 'slow_drift',
      },
      counterparty_drift: {
        value: dividedBy(
          past({ by: ['account_id', 'counterparty_id'], within: days(45) }).mean(feature('transaction_amount')),
          pair.median(feature('transaction_amount')),
        ),
        unit: 'share',
        title: { es: 'Deriva de lo pagado al beneficiario', en: 'Drift of what the counterparty gets' },
        description: {
          es: 'Promedio de 45 días entre la mediana de un año, de lo pagado por la cuenta a este beneficiario.',
          en: 'Average of 45 days over the median of a year, of what the account paid this counterparty.',
        },
        justification: {
          es: 'Quien roba de a pocos sube los montos despacio para que ninguno llame la atención.',
          en: 'Who steals little by little raises amounts slowly so that none stands out.',
        },
        pattern: 'slow_drift',
      },
      counterparty_rise: {
        value: dividedBy(feature('transaction_amount'), pair.recent(feature('transaction_amount'), 6)),
        unit: 'share',
        title: { es: 'Alza en los últimos seis pagos', en: 'Rise over the last six payments' },
        description: {
          es: 'Monto frente al que este beneficiario recibió seis pagos atrás.',
          en: 'Amount against what this counterparty got six payments ago.',
        },
        justification: {
          es: 'De un pago al siguiente el alza no se nota; de seis en seis, sí.',
          en: 'From one payment to the next a rise does not show; over six it does.',
        },
        pattern: 'slow_drift',
      },
      counterparty_count_60d: {
        value: past({ by: ['account_id', 'counterparty_id'], within: days(60) }).count(),
        unit: 'count',
        title: { es: 'Pagos al beneficiario en 60 días', en: 'Payments to the counterparty in 60 days' },
        description: {
          es: 'Pagos de la cuenta al beneficiario en los 60 días previos.',
          en: "The account's payments to the counterparty over the 60 days before.",
        },
        justification: {
          es: 'Quien desvía de a pocos paga más seguido que el negocio.',
          en: 'Who diverts little by little pays more often than business does.',
        },
        pattern: 'slow_drift',
      },
      counterparty_pace: {
        value: dividedBy(
          plus(
            past({ by: ['account_id', 'counterparty_id'], within: days(45) }).sum(feature('transaction_amount')),
            feature('transaction_amount'),
          ),
          plus(pair.sum(feature('transaction_amount')), feature('transaction_amount')),
        ),
        unit: 'share',
        title: { es: 'Peso reciente del beneficiario', en: "Counterparty's recent weight" },
        description: {
          es: 'Parte de lo pagado al beneficiario en un año, con este pago, que cae en los últimos 45 días.',
          en: "Share of the year's payments to the counterparty, this one included, that falls in the last 45 days.",
        },
        justification: {
          es: 'A ritmo parejo es cerca de una octava parte; más dice que el flujo crece.',
          en: 'At an even pace it is about an eighth; more tells that the flow grows.',
        },
        pattern: 'slow_drift',
      },
      amount_drift: {
        value: dividedBy(
          past({ by: 'account_id', within: days(30) }).mean(feature('transaction_amount')),
          feature('avg_amount_per_account'),
        ),
        unit: 'share',
        title: { es: 'Deriva del pago promedio', en: 'Drift of the average payment' },
        description: {
          es: 'Pago promedio de la cuenta en 30 días entre el de 180.',
          en: "The account's average payment over 30 days over that of 180.",
        },
        justification: {
          es: 'Cuando todos los montos de una cuenta suben juntos, algo cambió en ella.',
          en: 'When all amounts of an account rise together, something in it changed.',
        },
        pattern: 'slow_drift',
      },
    };
  },
  { owner },
);
