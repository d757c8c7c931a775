import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** Actions before the declaration, by taxpayer: never those of its own case, which come after it. */
export const enforcementFeatures: readonly FeatureDeclaration[] = features(
  ({ record, past, label, feature, dividedBy, minus, times, above, when }) => ({
    past_actions: {
      value: past({ of: 'enforcement_action', by: 'taxpayer_ruc', within: days(730) }).count(),
      unit: 'count',
      title: { es: 'Acciones anteriores', en: 'Earlier actions' },
      description: {
        es: 'Acciones de cumplimiento notificadas en los 730 días previos a la declaración.',
        en: 'Enforcement actions notified over the 730 days before the declaration.',
      },
      justification: {
        es: 'La conducta pasada ayuda a prever; solo cuenta lo notificado antes de declarar.',
        en: 'Past conduct helps to foresee; only what was notified before filing counts.',
      },
    },
    is_penalised_before: {
      value: when(above(feature('past_actions'), 0))
        .then(1)
        .otherwise(0),
      title: { es: 'Sancionado antes', en: 'Penalised before' },
      description: {
        es: '1 si tuvo alguna acción en los 730 días previos.',
        en: '1 where there was any action over the 730 days before.',
      },
      justification: {
        es: 'La primera vez y la reincidencia no pesan lo mismo.',
        en: 'A first time and a repetition do not weigh the same.',
      },
    },
    past_penalties_usd: {
      value: dividedBy(
        past({ of: 'enforcement_action', by: 'taxpayer_ruc', within: days(730) }).sum('penalty_amount'),
        feature('exchange_rate'),
      ),
      unit: 'USD',
      title: { es: 'Sanciones anteriores', en: 'Earlier penalties' },
      description: {
        es: 'Sanciones notificadas en los 730 días previos, en dólares al tipo de cambio conocido.',
        en: 'Penalties notified over the 730 days before, in dollars at the rate as known.',
      },
      justification: {
        es: 'Una multa formal y una determinación grande no son lo mismo: el monto las separa.',
        en: 'A formal fine and a large assessment differ: the amount tells them apart.',
      },
    },
    enforcement_penalty_diff: {
      value: dividedBy(
        minus(
          times(past({ of: 'enforcement_action', by: 'taxpayer_ruc', within: days(365) }).sum('penalty_amount'), 2),
          past({ of: 'enforcement_action', by: 'taxpayer_ruc', within: days(730) }).sum('penalty_amount'),
        ),
        feature('exchange_rate'),
      ),
      unit: 'USD',
      title: { es: 'Cambio en sanciones', en: 'Change of penalties' },
      description: {
        es: 'Sanciones de los últimos 365 días menos las de los 365 anteriores, en dólares.',
        en: 'Penalties of the last 365 days less those of the 365 before, in dollars.',
      },
      justification: {
        es: 'Distingue a quien empeora de quien ya corrigió.',
        en: 'Tells who gets worse from who has mended.',
      },
    },
    days_since_last_action: {
      value: past({ of: 'enforcement_action', by: 'taxpayer_ruc', within: 'all' }).daysSinceLast(),
      unit: 'days',
      title: { es: 'Días desde la última acción', en: 'Days since the last action' },
      description: {
        es: 'Días entre la última acción notificada y la declaración; sin dato si no hubo.',
        en: 'Days from the last action notified to the declaration; missing where there was none.',
      },
      justification: {
        es: 'Una sanción reciente cambia la conducta; una antigua, menos.',
        en: 'A recent penalty changes conduct; an old one less.',
      },
    },
    taxpayer_evasion_risk: {
      value: label('evasion').rate({ by: 'taxpayer_ruc', backOff: ['sector'], prior: 3, within: days(730) }),
      unit: 'share',
      title: { es: 'Hallazgos anteriores propios', en: 'Own earlier findings' },
      description: {
        es: 'Parte de sus fiscalizaciones cerradas con hallazgo, suavizada hacia la de su sector.',
        en: 'Share of its closed audits that found something, smoothed towards that of its sector.',
      },
      justification: {
        es: 'Quien fue fiscalizado y estuvo en regla merece pesar menos.',
        en: 'Who was audited and in order deserves to weigh less.',
      },
    },
    representative_evasion_risk: {
      value: label('evasion').rate({ by: 'representative_id', prior: 8, within: days(730) }),
      unit: 'share',
      title: { es: 'Hallazgos del representante', en: "Representative's findings" },
      description: {
        es: 'Parte de las fiscalizaciones cerradas de quienes declara el mismo representante con hallazgo, suavizada.',
        en: 'Share of closed audits of those for whom the same representative files that found something, smoothed.',
      },
      justification: {
        es: 'Los esquemas se venden: un mismo tramitador los repite en sus clientes.',
        en: 'Schemes are sold: the same agent repeats them among clients.',
      },
      pattern: 'invoice_carousel',
    },
    representative_clients: {
      value: past({ by: 'representative_id', within: days(365) }).distinct(record('taxpayer_ruc')),
      unit: 'count',
      title: { es: 'Clientes del representante', en: "Representative's clients" },
      description: {
        es: 'Contribuyentes distintos por los que el representante declaró en los 365 días previos.',
        en: 'Different taxpayers for whom the representative filed over the 365 days before.',
      },
      justification: {
        es: 'Dice si el representante es un estudio contable o una persona de confianza.',
        en: 'Says whether the representative is a firm or a confidant.',
      },
    },
  }),
  { owner },
);
