import { recordDeclaration, type RecordDeclaration } from '@rikuy/contracts';
import { departments, departmentSpellings } from './places.ts';

const soles = { kind: 'money', currencyField: 'currency', currency: 'PEN' } as const;

/**
 * A company's month as electronic invoices, accounts and the credit register show it: income, expenses, debt, and how
 * its instalments were paid. Verifiable figures of this kind may prove the capacity to pay (Res. SBS 02368-2023).
 */
export const monthlyFigures: RecordDeclaration = recordDeclaration.parse({
  title: { es: 'Cifras del mes', en: 'Figures of a month' },
  identity: ['applicant_ruc', 'month_end'],
  timeField: 'month_end',
  fields: [
    {
      kind: 'identifier',
      name: 'applicant_ruc',
      aliases: ['ruc', 'ruc_empresa', 'tax_id'],
      format: 'ruc',
      required: true,
      personal: true,
      example: '20131312955',
      title: { es: 'RUC de la empresa', en: "Company's RUC" },
      description: { es: 'RUC, 11 dígitos.', en: 'RUC, 11 digits.' },
    },
    {
      kind: 'time',
      name: 'month_end',
      aliases: ['fin_mes', 'periodo', 'fecha_cierre'],
      precision: 'day',
      required: true,
      title: { es: 'Fin de mes', en: 'End of month' },
      description: { es: 'Último día del mes.', en: 'Last day of the month.' },
    },
    {
      kind: 'category',
      name: 'region',
      aliases: ['departamento', 'ubicacion'],
      values: departments,
      spellings: departmentSpellings,
      example: 'PE-LIM',
      title: { es: 'Departamento', en: 'Department' },
      description: { es: 'Dónde opera (ISO 3166-2).', en: 'Where it operates (ISO 3166-2).' },
    },
    {
      ...soles,
      name: 'income',
      aliases: ['ingresos', 'ventas'],
      min: 0,
      required: true,
      example: 18_000,
      title: { es: 'Ingresos', en: 'Income' },
      description: {
        es: 'Ventas del mes, de comprobantes electrónicos.',
        en: "The month's sales, by electronic invoices.",
      },
    },
    {
      ...soles,
      name: 'expenses',
      aliases: ['gastos', 'egresos'],
      min: 0,
      required: true,
      example: 15_000,
      title: { es: 'Gastos', en: 'Expenses' },
      description: {
        es: 'Compras y gastos del mes, sin cuotas.',
        en: "The month's purchases and costs, without instalments.",
      },
    },
    {
      kind: 'identifier',
      name: 'currency',
      aliases: ['moneda', 'divisa'],
      format: 'currency',
      example: 'PEN',
      title: { es: 'Moneda', en: 'Currency' },
      description: {
        es: 'Moneda de los montos; sin moneda son soles.',
        en: 'Currency of the amounts; soles where absent.',
      },
    },
    {
      ...soles,
      name: 'debt_balance',
      aliases: ['saldo_deuda', 'deuda'],
      min: 0,
      example: 30_000,
      title: { es: 'Saldo de deuda', en: 'Debt balance' },
      description: {
        es: 'Deuda al cierre, según la central de riesgos.',
        en: 'Debt at the end, by the credit register.',
      },
    },
    {
      kind: 'number',
      name: 'payments_due',
      aliases: ['cuotas_vencidas_mes', 'cuotas_por_pagar'],
      unit: 'count',
      integer: true,
      min: 0,
      max: 200,
      example: 2,
      title: { es: 'Cuotas del mes', en: 'Instalments due' },
      description: { es: 'Cuotas y servicios que vencían en el mes.', en: 'Instalments and bills due in the month.' },
    },
    {
      kind: 'number',
      name: 'payments_made',
      aliases: ['cuotas_pagadas'],
      unit: 'count',
      integer: true,
      min: 0,
      max: 200,
      example: 2,
      title: { es: 'Cuotas pagadas', en: 'Instalments paid' },
      description: { es: 'De ellas, las pagadas, aun con atraso.', en: 'Of these, those paid, even if late.' },
    },
    {
      kind: 'number',
      name: 'payments_on_time',
      aliases: ['cuotas_puntuales'],
      unit: 'count',
      integer: true,
      min: 0,
      max: 200,
      example: 2,
      title: { es: 'Cuotas puntuales', en: 'Instalments on time' },
      description: { es: 'De ellas, las pagadas a tiempo.', en: 'Of these, those paid on time.' },
    },
  ],
});
