import { type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** Two signs at once. */
export const interactionFeatures: readonly FeatureDeclaration[] = features(
  ({ feature, times, minus, largest }) => ({
    interaction_deduction_peers: {
      value: times(largest(feature('deduction_sector_diff'), 0), largest(feature('deduction_own_diff'), 0)),
      title: { es: 'Deducciones altas frente a pares y a lo propio', en: 'Deductions high against peers and own' },
      description: {
        es: 'Exceso de deducciones frente al sector, por exceso frente a lo propio.',
        en: 'Excess of deductions over the sector times excess over its own.',
      },
      justification: {
        es: 'Lo raro para los pares y también para sí mismo pesa más que cada cosa sola.',
        en: 'What is odd for peers and for itself weighs more than either alone.',
      },
      pattern: 'inflated_deductions',
    },
    interaction_imports_income: {
      value: times(feature('import_tax_ratio'), largest(minus(1, feature('income_own_ratio')), 0)),
      title: { es: 'Importa más y declara menos', en: 'Imports more, declares less' },
      description: {
        es: 'Importaciones sobre ingresos, por la caída frente a su ingreso habitual.',
        en: 'Imports to income times the fall against its usual income.',
      },
      justification: {
        es: 'Que los ingresos caigan mientras se importa igual es la señal de ventas omitidas.',
        en: 'Income that falls while imports do not is the sign of sales left out.',
      },
      pattern: 'underdeclared_income',
    },
    interaction_credit_threshold: {
      value: times(feature('tax_credit_income_ratio'), feature('near_threshold_ratio')),
      title: { es: 'Crédito alto con compras bajo el umbral', en: 'High credit from purchases under the threshold' },
      description: {
        es: 'Crédito fiscal sobre ingresos, por la parte de comprobantes bajo el umbral.',
        en: 'Tax credit to income times the share of invoices under the threshold.',
      },
      justification: {
        es: 'Las facturas compradas dan crédito y evitan el banco: ambas cosas a la vez.',
        en: 'Bought invoices give credit and avoid the bank: both at once.',
      },
      pattern: 'invoices_under_threshold',
    },
  }),
  { owner },
);
