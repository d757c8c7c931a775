import { type FeatureDeclaration, features } from '@rikuy/engine';
import { inSoles, months, year } from './in-soles.ts';
import { owner } from './owner.ts';

/** Amounts in soles at the dated rate, and how large the company and its request are. */
export const amountFeatures: readonly FeatureDeclaration[] = features(
  ({ record, feature, dividedBy, times, log1p, orElse, when, atMost, lookup }) => ({
    loan_amount_pen: {
      value: inSoles('loan_amount'),
      unit: 'PEN',
      title: { es: 'Monto solicitado en soles', en: 'Amount asked for, in soles' },
      description: { es: 'Monto al tipo de cambio del día.', en: "Amount at the day's exchange rate." },
      justification: { es: 'Lo que está en juego, en una sola moneda.', en: 'What is at stake, in one currency.' },
    },
    monthly_income_pen: {
      value: inSoles('monthly_income'),
      unit: 'PEN',
      title: { es: 'Ingresos mensuales en soles', en: 'Monthly income in soles' },
      description: { es: 'Ingresos declarados, al tipo de cambio del día.', en: "Declared income at the day's rate." },
      justification: { es: 'De aquí salen las cuotas.', en: 'Instalments are paid out of it.' },
    },
    annual_sales_pen: {
      value: times(orElse(months(year).mean(inSoles('income')), feature('monthly_income_pen')), 12),
      unit: 'PEN',
      title: { es: 'Ventas anuales', en: 'Yearly sales' },
      description: {
        es: 'Doce veces el mes medio de los comprobantes de un año o, sin ellos, de lo declarado.',
        en: "Twelve times the mean month of a year's invoices or, without them, of what is declared.",
      },
      justification: {
        es: 'Un año entero no castiga al que solicita en temporada baja.',
        en: 'A whole year does not punish who applies in the low season.',
      },
      pattern: 'seasonal_sound',
    },
    sales_in_tax_units: {
      value: dividedBy(feature('annual_sales_pen'), lookup('tax_unit', 'UIT')),
      title: { es: 'Ventas en UIT', en: 'Sales in UIT' },
      description: { es: 'Ventas anuales entre la UIT del año.', en: "Yearly sales over the year's tax unit." },
      justification: { es: 'Compara empresas de años distintos.', en: 'Compares companies of different years.' },
    },
    company_size: {
      kind: 'category',
      value: when(atMost(feature('sales_in_tax_units'), lookup('size_limits', 'micro')))
        .then('micro')
        .otherwise(
          when(atMost(feature('sales_in_tax_units'), lookup('size_limits', 'small')))
            .then('small')
            .otherwise('medium'),
        ),
      title: { es: 'Tamaño de empresa', en: 'Company size' },
      description: {
        es: 'micro hasta 150 UIT de ventas, small hasta 1700, medium más allá (Ley 30056).',
        en: 'micro to 150 UIT of sales, small to 1,700, medium beyond (Ley 30056).',
      },
      justification: {
        es: 'Para vigilar que las más pequeñas no sean tratadas peor; no entra al modelo.',
        en: 'To watch that the smallest are not treated worse; no model sees it.',
      },
    },
    log_monthly_income: {
      value: log1p(feature('monthly_income_pen')),
      title: { es: 'Escala de ingresos', en: 'Scale of income' },
      description: { es: 'Logaritmo de los ingresos mensuales.', en: 'Logarithm of monthly income.' },
      justification: { es: 'Los ingresos abarcan órdenes de magnitud.', en: 'Income spans orders of magnitude.' },
    },
    log_monthly_expenses: {
      value: log1p(inSoles('monthly_expenses')),
      title: { es: 'Escala de gastos', en: 'Scale of expenses' },
      description: { es: 'Logaritmo de los gastos mensuales.', en: 'Logarithm of monthly expenses.' },
      justification: { es: 'Los gastos abarcan órdenes de magnitud.', en: 'Expenses span orders of magnitude.' },
    },
    instalment_to_income: {
      value: dividedBy(
        dividedBy(feature('loan_amount_pen'), record('term_months')),
        dividedBy(feature('annual_sales_pen'), 12),
      ),
      unit: 'share',
      title: { es: 'Cuota sobre ventas', en: 'Instalment to sales' },
      description: {
        es: 'Cuota de capital del crédito pedido entre las ventas de un mes promedio del año.',
        en: "Principal instalment of the amount asked for over sales of the year's average month.",
      },
      justification: {
        es: 'Una cuota grande para lo que se vende no deja margen.',
        en: 'A large instalment for what is sold leaves no room.',
      },
    },
    loan_to_sales: {
      value: dividedBy(feature('loan_amount_pen'), feature('annual_sales_pen')),
      unit: 'share',
      title: { es: 'Monto sobre ventas anuales', en: 'Amount to yearly sales' },
      description: { es: 'Monto pedido entre las ventas de un año.', en: "Amount asked for over a year's sales." },
      justification: {
        es: 'Pedir mucho para el tamaño propio es difícil de devolver.',
        en: 'Asking much for the own size is hard to pay back.',
      },
      pattern: 'debt_stacking',
    },
    term_months: {
      value: record('term_months'),
      unit: 'count',
      title: { es: 'Plazo en meses', en: 'Term in months' },
      description: { es: 'Cuotas mensuales del crédito.', en: 'Monthly instalments of the credit.' },
      justification: { es: 'El plazo reparte la carga.', en: 'The term spreads the burden.' },
    },
  }),
  { owner },
);
