import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { owner } from './owner.ts';

/** What labels known by now say of categories, counterparties and accounts. */
export const knownRiskFeatures: readonly FeatureDeclaration[] = features(
  ({ label, record, past, dividedBy }) => ({
    mcc_risk: {
      value: label('fraud_label').rate({ by: 'merchant_category_code', prior: 60, within: days(365) }),
      unit: 'share',
      title: { es: 'Riesgo conocido del rubro', en: 'Known risk of the category' },
      description: {
        es: 'Parte con fraude de los pagos ya esclarecidos a este rubro (MCC), de un año, suavizada.',
        en: 'Fraudulent share of settled payments to this category (MCC) over a year, smoothed.',
      },
      justification: {
        es: 'Consultorías y giros se prestan más al desvío que la luz o el agua.',
        en: 'Consulting and money transfers lend themselves to diversion more than power or water.',
      },
      pattern: 'new_counterparty_large',
    },
    counterparty_risk: {
      value: label('fraud_label').rate({
        by: 'counterparty_id',
        prior: 8,
        backOff: ['merchant_category_code'],
        within: days(365),
      }),
      unit: 'share',
      title: { es: 'Riesgo conocido del beneficiario', en: 'Known risk of the counterparty' },
      description: {
        es: 'Parte con fraude de los pagos ya esclarecidos al beneficiario, suavizada hacia su rubro.',
        en: 'Fraudulent share of settled payments to the counterparty, smoothed towards its category.',
      },
      justification: {
        es: 'Quien cobró mal una vez suele estar en la lista de otro.',
        en: 'Who was paid wrongly once is usually on the list of another.',
      },
      pattern: 'mule_fan_out',
    },
    account_risk: {
      value: label('fraud_label').rate({ by: 'account_id', prior: 40, within: days(365) }),
      unit: 'share',
      title: { es: 'Riesgo conocido de la cuenta', en: 'Known risk of the account' },
      description: {
        es: 'Parte con fraude de los pagos ya esclarecidos de la cuenta, suavizada.',
        en: "Fraudulent share of the account's settled payments, smoothed.",
      },
      justification: {
        es: 'Donde el control es débil el fraude vuelve.',
        en: 'Where controls are weak fraud returns.',
      },
      pattern: 'slow_drift',
    },
    account_category_share: {
      value: dividedBy(
        past({ by: ['account_id', 'merchant_category_code'], within: days(365) }).count(),
        past({ by: 'account_id', within: days(365) }).count(),
      ),
      unit: 'share',
      title: { es: 'Costumbre del rubro', en: 'Habit of the category' },
      description: {
        es: 'Parte de los pagos de la cuenta en un año hechos a este rubro.',
        en: "Share of the account's payments over a year made to this category.",
      },
      justification: {
        es: 'Una empresa de transporte que de pronto paga consultorías merece una pregunta.',
        en: 'A haulier that suddenly pays for consulting deserves a question.',
      },
      pattern: 'new_counterparty_large',
    },
    merchant_category_code: {
      value: record('merchant_category_code'),
      kind: 'category',
      title: { es: 'Rubro del beneficiario', en: "Counterparty's category" },
      description: { es: 'Código MCC, ISO 18245.', en: 'MCC code, ISO 18245.' },
      justification: {
        es: 'El riesgo no se reparte por igual entre rubros.',
        en: 'Risk is not spread evenly over categories.',
      },
    },
    channel: {
      value: record('channel'),
      kind: 'category',
      title: { es: 'Canal', en: 'Channel' },
      description: { es: 'Por dónde se ordenó el pago.', en: 'By what way the payment was ordered.' },
      justification: {
        es: 'Lo que se ordena en ventanilla lo vio una persona; lo que viene por integración, nadie.',
        en: 'What is ordered at a branch was seen by a person; what comes by integration, by nobody.',
      },
    },
  }),
  { owner },
);
