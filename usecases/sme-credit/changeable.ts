import type { ChangeableField } from '@rikuy/engine';

/** What an owner can change within some months, the easiest with the least effort. */
export const changeable: readonly ChangeableField[] = [
  {
    field: 'loan_amount',
    direction: 'lower',
    scale: 'factor',
    least: 0.1,
    most: 1,
    step: 0.05,
    text: { es: 'Pedir {to} en lugar de {from}.', en: 'Ask for {to} instead of {from}.' },
  },
  {
    field: 'term_months',
    direction: 'raise',
    scale: 'value',
    least: 1,
    most: 48,
    step: 3,
    text: { es: 'Pagar en {to} meses en lugar de {from}.', en: 'Pay back over {to} months instead of {from}.' },
  },
  {
    field: 'worst_days_late',
    direction: 'lower',
    scale: 'value',
    least: 0,
    most: 3650,
    step: 5,
    effort: 1.5,
    text: {
      es: 'Ponerse al día: bajar el atraso de {from} a {to}.',
      en: 'Catch up on payments: bring the delay from {from} down to {to}.',
    },
  },
  {
    field: 'total_debt',
    direction: 'lower',
    scale: 'factor',
    least: 0.4,
    most: 1,
    step: 0.05,
    along: ['total_assets'],
    effort: 2.5,
    text: {
      es: 'Bajar la deuda declarada de {from} a {to}, pagándola con lo que se tiene.',
      en: 'Bring declared debt from {from} down to {to}, paying it with what is owned.',
    },
  },
  {
    field: 'lenders',
    direction: 'lower',
    scale: 'value',
    least: 1,
    most: 60,
    step: 1,
    effort: 2,
    text: {
      es: 'Reunir las deudas: de {from} entidades a {to}.',
      en: 'Bring debts together: from {from} lenders to {to}.',
    },
  },
  {
    field: 'total_equity',
    direction: 'raise',
    scale: 'factor',
    least: 1,
    most: 1.5,
    step: 0.05,
    along: ['total_assets'],
    effort: 4,
    text: {
      es: 'Aportar capital: llevar el patrimonio de {from} a {to}.',
      en: 'Put in capital: bring equity from {from} to {to}.',
    },
  },
];
