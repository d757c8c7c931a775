import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** When the payment was ordered, and whether this account pays at such times. */
export const timeFeatures: readonly FeatureDeclaration[] = features(
  ({ record, feature, past, hour, dayOfWeek, month, isWeekend, or, below, atLeast, daysBetween, times, equals }) => ({
    hour_of_day: {
      value: hour(record('transaction_time')),
      title: { es: 'Hora del día', en: 'Hour of day' },
      description: { es: 'Hora del pago en Lima, de 0 a 23.', en: 'Hour of the payment in Lima, 0 to 23.' },
      justification: {
        es: 'De noche no hay quien apruebe con cuidado ni quien conteste el teléfono.',
        en: 'At night there is nobody to approve with care, or to answer the phone.',
      },
      pattern: 'off_hours',
    },
    day_of_week: {
      value: dayOfWeek(record('transaction_time')),
      title: { es: 'Día de la semana', en: 'Day of week' },
      description: { es: 'De 1, lunes, a 7, domingo, en Lima.', en: '1, Monday, to 7, Sunday, in Lima.' },
      justification: {
        es: 'Las empresas pagan en días hábiles, muchas siempre el mismo.',
        en: 'Businesses pay on working days, many always on the same.',
      },
      pattern: 'off_hours',
    },
    month: {
      value: month(record('transaction_time')),
      title: { es: 'Mes', en: 'Month' },
      description: { es: 'Mes del pago, de 1 a 12.', en: 'Month of the payment, 1 to 12.' },
      justification: {
        es: 'Gratificaciones y cierres hacen normales en julio y diciembre pagos que en otros meses no lo son.',
        en: 'Bonuses and closings make payments usual in July and December that are not in other months.',
      },
    },
    is_off_hours: {
      value: or(
        isWeekend(record('transaction_time')),
        below(hour(record('transaction_time')), 7),
        atLeast(hour(record('transaction_time')), 21),
      ),
      title: { es: 'Fuera de horario', en: 'Off hours' },
      description: {
        es: '1 antes de las 7, desde las 21 horas o en fin de semana, en Lima.',
        en: '1 before 7, from 21 hours on, or on a weekend, in Lima.',
      },
      justification: {
        es: 'Se elige la hora en que nadie mira.',
        en: 'The hour when nobody looks is chosen.',
      },
      pattern: 'off_hours',
    },
    account_off_hours_share: {
      value: past({ by: 'account_id', within: days(180) }).share(equals(feature('is_off_hours'), 1)),
      unit: 'share',
      title: { es: 'Costumbre de pagar fuera de horario', en: 'Habit of paying off hours' },
      description: {
        es: 'Parte de los pagos de la cuenta en 180 días hechos fuera de horario.',
        en: "Share of the account's payments over 180 days made off hours.",
      },
      justification: {
        es: 'Un restaurante paga de noche sin que eso diga nada; un estudio contable, no.',
        en: 'A restaurant pays at night and it means nothing; an accounting firm does not.',
      },
      pattern: 'off_hours',
    },
    arrival_delay: {
      value: times(86_400, daysBetween(record('transaction_time'), record('received_at'))),
      unit: 'seconds',
      title: { es: 'Demora del aviso', en: 'Delay of the notice' },
      description: {
        es: 'Segundos entre la orden y la llegada del aviso.',
        en: 'Seconds between the order and the arrival of its notice.',
      },
      justification: {
        es: 'Lo que llega tarde o por lotes se decide con menos contexto.',
        en: 'What arrives late or in batches is decided with less context.',
      },
    },
  }),
  { owner },
);
