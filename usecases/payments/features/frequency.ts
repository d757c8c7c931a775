import { days, type FeatureDeclaration, features, hours } from '@rikuy/engine';
import { owner } from './owner.ts';

/** How often the account pays, and whom it pays for the first time. */
export const frequencyFeatures: readonly FeatureDeclaration[] = features(
  ({ past, feature, record, equals, and, above, dividedBy, when, minus, plus, first, orElse }) => {
    const isNew = equals(feature('new_counterparty'), 1);
    return {
      transaction_frequency: {
        value: past({ by: 'account_id', within: hours(24) }).count(),
        unit: 'count',
        title: { es: 'Pagos de la cuenta en un día', en: "Account's payments in a day" },
        description: {
          es: 'Pagos de la cuenta en las 24 horas previas.',
          en: "The account's payments in the 24 hours before.",
        },
        justification: {
          es: 'Vaciar una cuenta toma varios pagos en pocas horas.',
          en: 'To empty an account takes several payments within hours.',
        },
        pattern: 'mule_fan_out',
      },
      transaction_frequency_1h: {
        value: past({ by: 'account_id', within: hours(1) }).count(),
        unit: 'count',
        title: { es: 'Pagos de la cuenta en una hora', en: "Account's payments in an hour" },
        description: { es: 'Pagos de la cuenta en la hora previa.', en: "The account's payments in the hour before." },
        justification: {
          es: 'El apuro es de quien teme que lo descubran.',
          en: 'Haste belongs to who fears discovery.',
        },
        pattern: 'mule_fan_out',
      },
      transaction_frequency_7d: {
        value: past({ by: 'account_id', within: days(7) }).count(),
        unit: 'count',
        title: { es: 'Pagos de la cuenta en una semana', en: "Account's payments in a week" },
        description: {
          es: 'Pagos de la cuenta en los 7 días previos.',
          en: "The account's payments in the 7 days before.",
        },
        justification: {
          es: 'Da contexto al ritmo del día.',
          en: 'Gives context to the pace of the day.',
        },
      },
      total_transactions: {
        value: past({ by: 'account_id', within: 'all' }).count(),
        unit: 'count',
        title: { es: 'Pagos previos de la cuenta', en: "Account's earlier payments" },
        description: {
          es: 'Todos los pagos conocidos de la cuenta antes de este.',
          en: 'All known payments of the account before this one.',
        },
        justification: {
          es: 'Una cuenta con historia tiene con qué compararse; una recién abierta puede ser de paso.',
          en: 'An account with a history can be compared with it; one just opened may be a stopover.',
        },
        pattern: 'mule_fan_out',
      },
      time_since_last: {
        value: past({ by: 'account_id', within: days(180) }).daysSinceLast(),
        unit: 'days',
        title: { es: 'Desde el pago anterior', en: 'Since the payment before' },
        description: {
          es: 'Días desde el pago anterior de la cuenta, con fracciones.',
          en: "Days since the account's payment before, with fractions.",
        },
        justification: {
          es: 'Una cuenta dormida que despierta de golpe es señal de que cambió de manos.',
          en: 'A sleeping account that wakes suddenly tells that it changed hands.',
        },
        pattern: 'mule_fan_out',
      },
      counterparty_payments: {
        value: past({ by: ['account_id', 'counterparty_id'], within: 'all' }).count(),
        unit: 'count',
        title: { es: 'Pagos previos al beneficiario', en: 'Earlier payments to the counterparty' },
        description: {
          es: 'Pagos anteriores de la cuenta al mismo beneficiario.',
          en: "The account's earlier payments to the same counterparty.",
        },
        justification: {
          es: 'Un proveedor de años da confianza.',
          en: 'A supplier of years earns trust.',
        },
        pattern: 'new_counterparty_large',
      },
      new_counterparty: {
        value: equals(feature('counterparty_payments'), 0),
        title: { es: 'Beneficiario nuevo', en: 'New counterparty' },
        description: {
          es: '1 cuando la cuenta nunca pagó a este beneficiario.',
          en: '1 where the account has never paid this counterparty.',
        },
        justification: {
          es: 'Casi todo pago desviado va a un beneficiario que la cuenta no conocía.',
          en: 'Nearly every diverted payment goes to a counterparty that the account did not know.',
        },
        pattern: 'new_counterparty_large',
      },
      new_counterparty_excess: {
        value: when(isNew).then(feature('amount_vs_max')).otherwise(0),
        unit: 'share',
        title: { es: 'Monto a un beneficiario nuevo', en: 'Amount to a new counterparty' },
        description: {
          es: 'Monto frente al mayor pago de la cuenta si el beneficiario es nuevo; 0 si no lo es.',
          en: "Amount against the account's largest payment if the counterparty is new; 0 if not.",
        },
        justification: {
          es: 'Ni lo nuevo ni lo grande es raro por separado; juntos, sí.',
          en: 'Neither new nor large is odd alone; together they are.',
        },
        pattern: 'new_counterparty_large',
      },
      counterparty_days_known: {
        value: orElse(past({ by: ['account_id', 'counterparty_id'], within: 'all' }).daysSinceFirst(), 0),
        unit: 'days',
        title: { es: 'Antigüedad del beneficiario', en: 'Days the counterparty is known' },
        description: {
          es: 'Días desde el primer pago de la cuenta al beneficiario; 0 si es nuevo.',
          en: "Days since the account's first payment to the counterparty; 0 if it is new.",
        },
        justification: {
          es: 'Los proveedores ficticios duran semanas, no años.',
          en: 'Fictitious suppliers last weeks, not years.',
        },
        pattern: 'below_limit',
      },
      counterparty_accounts: {
        value: past({ by: 'counterparty_id', within: days(365) }).distinct('account_id'),
        unit: 'count',
        title: { es: 'Cuentas que pagan al beneficiario', en: 'Accounts that pay the counterparty' },
        description: {
          es: 'Cuentas distintas que pagaron al beneficiario en un año.',
          en: 'Distinct accounts that paid the counterparty over a year.',
        },
        justification: {
          es: 'A la empresa de luz le pagan todos; a quien nadie conoce, solo quien fue engañado.',
          en: 'Everybody pays the power company; whom nobody knows is paid only by who was fooled.',
        },
        pattern: 'new_counterparty_large',
      },
      new_counterparties_24h: {
        value: past({ by: 'account_id', within: hours(24), where: isNew }).count(),
        unit: 'count',
        title: { es: 'Beneficiarios nuevos en un día', en: 'New counterparties in a day' },
        description: {
          es: 'Beneficiarios que la cuenta pagó por primera vez en las 24 horas previas.',
          en: 'Counterparties that the account paid for the first time in the 24 hours before.',
        },
        justification: {
          es: 'Una cuenta mula reparte lo que recibió entre muchos que nunca vio.',
          en: 'A mule account spreads what it received among many it never saw.',
        },
        pattern: 'mule_fan_out',
      },
      new_counterparties_share: {
        value: dividedBy(
          plus(feature('new_counterparties_24h'), feature('new_counterparty')),
          plus(feature('transaction_frequency'), 1),
        ),
        unit: 'share',
        title: { es: 'Parte nueva de los pagos del día', en: "New share of the day's payments" },
        description: {
          es: 'Parte de los pagos de 24 horas, este incluido, hechos a beneficiarios nuevos.',
          en: 'Share of the payments of 24 hours, this one included, made to new counterparties.',
        },
        justification: {
          es: 'El día de planilla se paga a muchos, pero conocidos.',
          en: 'On pay day many are paid, but known ones.',
        },
        pattern: 'mule_fan_out',
      },
      fan_out_pace: {
        value: minus(
          past({ by: 'account_id', within: hours(24) }).distinct('counterparty_id'),
          dividedBy(past({ by: 'account_id', within: days(90) }).count(), 90),
        ),
        title: { es: 'Beneficiarios del día sobre el ritmo habitual', en: "Day's counterparties over the usual pace" },
        description: {
          es: 'Beneficiarios distintos en 24 horas menos los pagos por día de los 90 días previos.',
          en: 'Distinct counterparties in 24 hours less the payments per day of the 90 days before.',
        },
        justification: {
          es: 'Lo que cuenta no es pagar a muchos, sino a muchos más que siempre.',
          en: 'What counts is not to pay many, but many more than ever.',
        },
        pattern: 'mule_fan_out',
      },
      address_seen: {
        value: past({ by: ['account_id', 'ip_address'], within: days(365) }).count(),
        unit: 'count',
        title: { es: 'Pagos desde esta conexión', en: 'Payments from this connection' },
        description: {
          es: 'Pagos de la cuenta en un año ordenados desde la misma dirección IP.',
          en: "The account's payments over a year ordered from the same IP address.",
        },
        justification: {
          es: 'La oficina se conecta siempre desde el mismo sitio; un intruso, no.',
          en: 'The office always connects from the same place; an intruder does not.',
        },
        pattern: 'off_hours',
      },
      network_seen: {
        value: past({ by: ['account_id', first(record('ip_address'), 7)], within: days(365) }).count(),
        unit: 'count',
        title: { es: 'Pagos desde esta red', en: 'Payments from this network' },
        description: {
          es: 'Pagos de la cuenta en un año desde direcciones que comienzan igual.',
          en: "The account's payments over a year from addresses that begin alike.",
        },
        justification: {
          es: 'Una dirección cambia, el proveedor de internet casi nunca.',
          en: 'An address changes, the internet provider hardly ever.',
        },
        pattern: 'off_hours',
      },
      channel_seen: {
        value: past({ by: ['account_id', 'channel'], within: days(180) }).count(),
        unit: 'count',
        title: { es: 'Pagos por este canal', en: 'Payments by this channel' },
        description: {
          es: 'Pagos de la cuenta en 180 días por el mismo canal.',
          en: "The account's payments over 180 days by the same channel.",
        },
        justification: {
          es: 'Quien siempre paga por archivo y de pronto por celular, cambió de persona o de costumbre.',
          en: 'Who always pays by file and suddenly by phone is another person or has a new habit.',
        },
        pattern: 'mule_fan_out',
      },
      steady_relation: {
        value: and(above(feature('counterparty_payments'), 5), above(feature('counterparty_days_known'), 120)),
        title: { es: 'Relación estable', en: 'Steady relation' },
        description: {
          es: '1 tras más de cinco pagos y 120 días con el beneficiario.',
          en: '1 after more than five payments and 120 days with the counterparty.',
        },
        justification: {
          es: 'Con quien se trata hace tiempo hay contrato, facturas y confianza.',
          en: 'With a partner of long standing there are contract, invoices and trust.',
        },
        pattern: 'below_limit',
      },
    };
  },
  { owner },
);
