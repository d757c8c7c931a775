import { type FeatureDeclaration, features } from '@rikuy/engine';
import { inSoles, monthlyCash, months, quarter, year } from './in-soles.ts';
import { owner } from './owner.ts';

const half = { days: 186 } as const;

/** What comes in and goes out, over the months that invoices show. */
export const cashFlowFeatures: readonly FeatureDeclaration[] = features(
  ({ feature, minus, dividedBy, times }) => ({
    net_cash_flow: {
      value: minus(inSoles('monthly_income'), inSoles('monthly_expenses')),
      unit: 'PEN',
      title: { es: 'Flujo neto mensual', en: 'Net cash flow' },
      description: { es: 'Ingresos menos gastos mensuales declarados.', en: 'Declared monthly income less expenses.' },
      justification: {
        es: 'Lo que queda cada mes para pagar; en temporada baja engaña, por eso no decide solo.',
        en: 'What is left each month to pay with; misleading in the low season, so it never decides alone.',
      },
    },
    total_cash_flows: {
      // Of no months at all it is unknown, not 0.
      value: times(months(year).mean(monthlyCash), months(year).count()),
      unit: 'PEN',
      title: { es: 'Flujo de doce meses', en: 'Cash flow of twelve months' },
      description: { es: 'Ingresos menos gastos de doce meses.', en: 'Income less expenses over twelve months.' },
      justification: {
        es: 'El año completo muestra si el negocio deja dinero, sea cual sea la temporada.',
        en: 'The whole year shows whether the business leaves money, whatever the season.',
      },
      pattern: 'seasonal_sound',
    },
    cash_margin: {
      value: dividedBy(feature('total_cash_flows'), feature('annual_sales_pen')),
      unit: 'share',
      title: { es: 'Margen de caja', en: 'Cash margin' },
      description: {
        es: 'Flujo de doce meses entre ventas anuales.',
        en: 'Cash flow of twelve months over yearly sales.',
      },
      justification: {
        es: 'De cada sol vendido, cuánto queda; no depende del tamaño ni de la temporada.',
        en: 'How much of each sol sold remains; depends on neither size nor season.',
      },
      pattern: 'seasonal_sound',
    },
    cash_flow_stability: {
      value: dividedBy(months(year).mean(monthlyCash), months(year).std(monthlyCash)),
      unit: 'ratio',
      title: { es: 'Estabilidad del flujo', en: 'Cash flow stability' },
      description: {
        es: 'Flujo mensual medio entre su desviación estándar, de doce meses.',
        en: 'Mean monthly cash flow over its standard deviation, of twelve months.',
      },
      justification: {
        es: 'Un flujo parejo paga cuotas parejas.',
        en: 'An even flow pays even instalments.',
      },
    },
    cash_to_instalment: {
      value: dividedBy(
        times(feature('total_cash_flows'), feature('term_months')),
        times(feature('loan_amount_pen'), 12),
      ),
      unit: 'ratio',
      title: { es: 'Caja por cuota', en: 'Cash per instalment' },
      description: {
        es: 'Flujo mensual medio del año entre la cuota de capital pedida.',
        en: "The year's mean monthly cash flow over the principal instalment asked for.",
      },
      justification: {
        es: 'Si el flujo no cubre la cuota, alguien tendrá que esperar.',
        en: 'If the flow does not cover the instalment, somebody will have to wait.',
      },
    },
    income_trend_3m: {
      value: dividedBy(months(quarter).mean(inSoles('income')), months(year).mean(inSoles('income'))),
      unit: 'ratio',
      title: { es: 'Ventas del trimestre frente al año', en: "Quarter's sales against the year's" },
      description: {
        es: 'Venta mensual media de tres meses entre la de doce.',
        en: 'Mean monthly sales of three months over that of twelve.',
      },
      justification: {
        es: 'Una caída avisa antes que el balance; en negocios de temporada es normal.',
        en: 'A fall warns before the balance sheet does; in seasonal trade it is normal.',
      },
      pattern: 'region_shock',
    },
    cash_trend_6m: {
      value: dividedBy(
        minus(months(half).mean(monthlyCash), months(year).mean(monthlyCash)),
        months(year).mean(inSoles('income')),
      ),
      unit: 'share',
      title: { es: 'Tendencia del flujo', en: 'Trend of cash flow' },
      description: {
        es: 'Flujo medio de seis meses menos el de doce, entre la venta mensual media.',
        en: 'Mean flow of six months less that of twelve, over mean monthly sales.',
      },
      justification: { es: 'Muestra hacia dónde va el negocio.', en: 'Shows where the business is heading.' },
    },
    income_declared_gap: {
      value: dividedBy(feature('monthly_income_pen'), months(quarter).mean(inSoles('income'))),
      unit: 'ratio',
      title: { es: 'Ingresos declarados frente a comprobantes', en: 'Declared income against invoices' },
      description: {
        es: 'Ingresos mensuales declarados entre los de los comprobantes de tres meses.',
        en: 'Declared monthly income over that of three months of invoices.',
      },
      justification: {
        es: 'Declarar bastante más de lo facturado maquilla la capacidad de pago.',
        en: 'Declaring much more than was invoiced embellishes the capacity to pay.',
      },
      pattern: 'cosmetic_balance',
    },
    months_of_records: {
      value: months(year).count(),
      unit: 'count',
      title: { es: 'Meses con registros', en: 'Months with records' },
      description: { es: 'Meses del último año con cifras.', en: 'Months of the last year with figures.' },
      justification: {
        es: 'Cuanto más se sabe, más segura la estimación.',
        en: 'The more is known, the surer the estimate.',
      },
    },
  }),
  { owner },
);
