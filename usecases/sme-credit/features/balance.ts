import { type FeatureDeclaration, features } from '@rikuy/engine';
import { inSoles, months, quarter, year } from './in-soles.ts';
import { owner } from './owner.ts';

/** What the balance sheet says, and whether it agrees with itself and with the months. */
export const balanceFeatures: readonly FeatureDeclaration[] = features(
  ({ record, feature, past, minus, plus, dividedBy, times, largest, smallest, orElse }) => ({
    return_on_assets: {
      value: dividedBy(record('net_income'), record('total_assets')),
      unit: 'share',
      title: { es: 'Rentabilidad del activo (ROA)', en: 'Return on assets' },
      description: { es: 'Utilidad neta entre activo total.', en: 'Net income over total assets.' },
      justification: { es: 'Lo que rinde lo que se tiene.', en: 'What is earned with what is owned.' },
    },
    return_on_equity: {
      value: dividedBy(record('net_income'), record('total_equity')),
      unit: 'share',
      title: { es: 'Rentabilidad del patrimonio (ROE)', en: 'Return on equity' },
      description: { es: 'Utilidad neta entre patrimonio.', en: 'Net income over equity.' },
      justification: { es: 'Lo que rinde lo propio.', en: 'What the own money earns.' },
    },
    gross_profit_margin: {
      value: dividedBy(inSoles('gross_profit'), feature('annual_sales_pen')),
      unit: 'share',
      title: { es: 'Margen bruto', en: 'Gross profit margin' },
      description: {
        es: 'Utilidad bruta declarada entre ventas anuales.',
        en: 'Declared gross profit over yearly sales.',
      },
      justification: {
        es: 'Poco margen no aguanta una mala racha; uno increíble para el sector pide comprobarlo.',
        en: 'A thin margin stands no bad spell; one hard to believe for the sector asks for proof.',
      },
      pattern: 'cosmetic_balance',
    },
    profitability_interaction: {
      value: times(feature('return_on_assets'), feature('gross_profit_margin')),
      title: { es: 'ROA por margen', en: 'ROA times margin' },
      description: { es: 'Rentabilidad del activo por margen bruto.', en: 'Return on assets times gross margin.' },
      justification: { es: 'Rendir y ganar a la vez da solidez.', en: 'Return and margin together make for solidity.' },
    },
    debt_to_equity_ratio: {
      value: smallest(largest(dividedBy(record('total_debt'), largest(record('total_equity'), 1)), 0), 50),
      unit: 'ratio',
      title: { es: 'Deuda sobre patrimonio', en: 'Debt to equity' },
      description: {
        es: 'Deuda total entre patrimonio, 50 a lo más (también cuando el patrimonio no es positivo).',
        en: 'Total debt over equity, at most 50 (also where equity is not positive).',
      },
      justification: {
        es: 'Quien debe mucho frente a lo propio resiste menos.',
        en: 'Who owes much against the own resists less.',
      },
    },
    scaled_debt_to_equity_ratio: {
      value: dividedBy(
        minus(
          feature('debt_to_equity_ratio'),
          past({ by: 'sector', within: year }).median(
            smallest(largest(dividedBy(record('total_debt'), largest(record('total_equity'), 1)), 0), 50),
          ),
        ),
        past({ by: 'sector', within: year }).std(
          smallest(largest(dividedBy(record('total_debt'), largest(record('total_equity'), 1)), 0), 50),
        ),
      ),
      unit: 'ratio',
      title: { es: 'Deuda sobre patrimonio frente al sector', en: "Debt to equity against the sector's" },
      description: {
        es: 'Distancia a la mediana del sector en un año, en desviaciones estándar.',
        en: "Distance from the sector's median of a year, in standard deviations.",
      },
      justification: { es: 'Cada sector se financia a su manera.', en: 'Each sector is financed in its own way.' },
    },
    debt_to_sales: {
      value: dividedBy(
        plus(
          orElse(months(quarter).recent(inSoles('debt_balance')), inSoles('total_debt')),
          feature('loan_amount_pen'),
        ),
        feature('annual_sales_pen'),
      ),
      unit: 'share',
      title: { es: 'Deuda con este crédito sobre ventas', en: 'Debt with this credit to sales' },
      description: {
        es: 'Saldo de deuda más el monto pedido, entre ventas anuales.',
        en: 'Debt balance plus the amount asked for, over yearly sales.',
      },
      justification: { es: 'La carga que quedaría por pagar.', en: 'The burden that would be left to pay.' },
      pattern: 'debt_stacking',
    },
    debt_growth_6m: {
      value: dividedBy(months(quarter).recent(inSoles('debt_balance')), months(year).mean(inSoles('debt_balance'))),
      unit: 'ratio',
      title: { es: 'Crecimiento de la deuda', en: 'Growth of debt' },
      description: {
        es: 'Último saldo de deuda entre el promedio de doce meses.',
        en: 'Last debt balance over the mean of twelve months.',
      },
      justification: {
        es: 'Deuda que crece de golpe se acumula en varias manos.',
        en: 'Debt that grows at once is piled up in several places.',
      },
      pattern: 'debt_stacking',
    },
    debt_undisclosed: {
      value: dividedBy(
        minus(months(quarter).recent(inSoles('debt_balance')), inSoles('total_debt')),
        feature('annual_sales_pen'),
      ),
      unit: 'share',
      title: { es: 'Deuda no declarada', en: 'Debt not declared' },
      description: {
        es: 'Saldo en la central de riesgos menos deuda declarada, entre ventas anuales.',
        en: 'Balance in the credit register less declared debt, over yearly sales.',
      },
      justification: { es: 'Lo que se calla suele pesar.', en: 'What is left out tends to weigh.' },
      pattern: 'debt_stacking',
    },
    balance_gap: {
      value: dividedBy(
        minus(record('total_assets'), plus(record('total_debt'), record('total_equity'))),
        record('total_assets'),
      ),
      unit: 'share',
      title: { es: 'Descuadre del balance', en: 'Gap in the balance sheet' },
      description: {
        es: 'Activo menos deuda y patrimonio, entre activo; en un balance cuadrado es cerca de 0.',
        en: 'Assets less debt and equity, over assets; near 0 where the sheet adds up.',
      },
      justification: { es: 'Un balance retocado deja de cuadrar.', en: 'A retouched balance sheet stops adding up.' },
      pattern: 'cosmetic_balance',
    },
    profit_gap: {
      value: dividedBy(minus(inSoles('net_income'), feature('total_cash_flows')), feature('annual_sales_pen')),
      unit: 'share',
      title: { es: 'Utilidad declarada frente a la caja', en: 'Declared profit against cash' },
      description: {
        es: 'Utilidad neta declarada menos el flujo de doce meses, entre ventas anuales.',
        en: 'Declared net income less the cash flow of twelve months, over yearly sales.',
      },
      justification: {
        es: 'Ganancia que nunca llega a la caja es papel.',
        en: 'Profit that never reaches the till is paper.',
      },
      pattern: 'cosmetic_balance',
    },
  }),
  { owner },
);
