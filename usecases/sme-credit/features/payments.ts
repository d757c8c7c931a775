import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { months, quarter, year } from './in-soles.ts';
import { owner } from './owner.ts';

/** How the company has paid so far. */
export const paymentFeatures: readonly FeatureDeclaration[] = features(
  ({ record, feature, past, minus, dividedBy, when, atLeast, lookup, isMissing, constant }) => ({
    payment_timeliness: {
      value: dividedBy(months(year).sum('payments_on_time'), months(year).sum('payments_due')),
      unit: 'share',
      title: { es: 'Puntualidad de pago', en: 'Payment timeliness' },
      description: {
        es: 'Cuotas puntuales entre cuotas vencidas, de doce meses.',
        en: 'Instalments on time over those due, of twelve months.',
      },
      justification: { es: 'Quien paga a tiempo suele seguir haciéndolo.', en: 'Who pays on time tends to go on.' },
    },
    payment_completion_rate: {
      value: dividedBy(months(year).sum('payments_made'), months(year).sum('payments_due')),
      unit: 'share',
      title: { es: 'Pagos cumplidos', en: 'Payment completion' },
      description: {
        es: 'Cuotas pagadas entre cuotas vencidas, de doce meses.',
        en: 'Instalments paid over those due, of twelve months.',
      },
      justification: { es: 'Cuotas sin pagar anuncian más.', en: 'Unpaid instalments announce more.' },
    },
    payment_frequency: {
      value: dividedBy(months(year).sum('payments_made'), months(year).count()),
      unit: 'ratio',
      title: { es: 'Pagos por mes', en: 'Payments a month' },
      description: { es: 'Cuotas pagadas por mes con registros.', en: 'Instalments paid per month with records.' },
      justification: { es: 'Cuánta costumbre de pagar hay.', en: 'How much habit of paying there is.' },
    },
    payment_completion_3m: {
      value: dividedBy(months(quarter).sum('payments_made'), months(quarter).sum('payments_due')),
      unit: 'share',
      title: { es: 'Pagos cumplidos del trimestre', en: "Quarter's payment completion" },
      description: {
        es: 'Cuotas pagadas entre vencidas, de tres meses.',
        en: 'Instalments paid over due, of three months.',
      },
      justification: { es: 'Lo más reciente pesa más.', en: 'The most recent counts most.' },
      pattern: 'debt_stacking',
    },
    payment_trend: {
      value: minus(
        dividedBy(months(quarter).sum('payments_on_time'), months(quarter).sum('payments_due')),
        feature('payment_timeliness'),
      ),
      unit: 'share',
      title: { es: 'Tendencia de la puntualidad', en: 'Trend of timeliness' },
      description: {
        es: 'Puntualidad de tres meses menos la de doce.',
        en: 'Timeliness of three months less that of twelve.',
      },
      justification: { es: 'Muestra si mejora o empeora.', en: 'Shows whether it gets better or worse.' },
    },
    worst_days_late: {
      value: record('worst_days_late'),
      unit: 'days',
      title: { es: 'Días de atraso', en: 'Days late' },
      description: { es: 'Mayor atraso vigente en el sistema.', en: 'Longest present delay in the system.' },
      justification: { es: 'El atraso de hoy es la primera señal.', en: "Today's delay is the first sign." },
    },
    sbs_class: {
      value: when(isMissing(record('worst_days_late')))
        .then(constant(0))
        .otherwise(
          when(atLeast(record('worst_days_late'), lookup('sbs_classes', 'perdida')))
            .then(4)
            .otherwise(
              when(atLeast(record('worst_days_late'), lookup('sbs_classes', 'dudoso')))
                .then(3)
                .otherwise(
                  when(atLeast(record('worst_days_late'), lookup('sbs_classes', 'deficiente')))
                    .then(2)
                    .otherwise(
                      when(atLeast(record('worst_days_late'), lookup('sbs_classes', 'cpp')))
                        .then(1)
                        .otherwise(0),
                    ),
                ),
            ),
        ),
      unit: 'count',
      title: { es: 'Clasificación SBS', en: 'SBS class' },
      description: {
        es: '0 Normal, 1 CPP, 2 Deficiente, 3 Dudoso, 4 Pérdida, por días de atraso (Res. SBS 11356-2008); sin reporte, 0.',
        en: '0 Normal, 1 CPP, 2 Deficiente, 3 Dudoso, 4 Pérdida, by days late (Res. SBS 11356-2008); 0 without a report.',
      },
      justification: {
        es: 'Es la clasificación que rige en el sistema financiero.',
        en: 'It is the class in force in the financial system.',
      },
    },
    lenders: {
      value: record('lenders'),
      unit: 'count',
      title: { es: 'Entidades con deuda', en: 'Lenders' },
      description: { es: 'Entidades que reportan deuda de la empresa.', en: "Lenders that report the company's debt." },
      justification: {
        es: 'Deber a muchos a la vez es sobreendeudarse.',
        en: 'Owing to many at once is too much debt.',
      },
      pattern: 'debt_stacking',
    },
    own_applications_60d: {
      value: past({ by: 'applicant_ruc', within: days(60) }).count(),
      unit: 'count',
      title: { es: 'Solicitudes en 60 días', en: 'Applications within 60 days' },
      description: {
        es: 'Otras solicitudes de la misma empresa en 60 días.',
        en: 'Other applications by the company within 60 days.',
      },
      justification: {
        es: 'Pedir en muchas puertas a la vez es señal de apuro.',
        en: 'Knocking at many doors at once is a sign of need.',
      },
      pattern: 'debt_stacking',
    },
  }),
  { owner },
);
