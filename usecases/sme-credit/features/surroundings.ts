import { days, type FeatureDeclaration, features } from '@rikuy/engine';
import { inSoles, quarter, year } from './in-soles.ts';
import { owner } from './owner.ts';

/** What is known by now of the region and the sector, and the company's age. */
export const surroundingFeatures: readonly FeatureDeclaration[] = features(
  ({ record, past, label, dividedBy }) => ({
    region_default_rate: {
      value: label('default').rate({ by: 'region', prior: 60, within: days(1095) }),
      unit: 'share',
      title: { es: 'Incumplimiento conocido del departamento', en: "Department's known defaults" },
      description: {
        es: 'Parte incumplida de los créditos del departamento ya evaluados, de tres años, suavizada.',
        en: "Defaulted share of the department's settled credits over three years, smoothed.",
      },
      justification: {
        es: 'Resume el entorno con lo que ya se sabía; su efecto se vigila en el informe de equidad.',
        en: 'Sums up the surroundings with what was known; its effect is watched in the fairness report.',
      },
    },
    sector_default_rate: {
      value: label('default').rate({ by: 'sector', prior: 60, within: days(1095) }),
      unit: 'share',
      title: { es: 'Incumplimiento conocido del sector', en: "Sector's known defaults" },
      description: {
        es: 'Parte incumplida de los créditos del sector ya evaluados, de tres años, suavizada.',
        en: "Defaulted share of the sector's settled credits over three years, smoothed.",
      },
      justification: {
        es: 'Hay oficios con más altibajos que otros.',
        en: 'Some trades have more ups and downs than others.',
      },
    },
    region_completion_3m: {
      value: dividedBy(
        past({ of: 'monthly_figures', by: 'region', within: quarter }).sum('payments_made'),
        past({ of: 'monthly_figures', by: 'region', within: quarter }).sum('payments_due'),
      ),
      unit: 'share',
      title: { es: 'Pagos cumplidos en el departamento', en: "Department's payment completion" },
      description: {
        es: 'Cuotas pagadas entre vencidas de las empresas del departamento, de tres meses.',
        en: "Instalments paid over due of the department's companies, of three months.",
      },
      justification: {
        es: 'Un golpe a toda la región se ve aquí un año antes que en los incumplimientos.',
        en: 'A shock to the whole region shows here a year before it shows in defaults.',
      },
      pattern: 'region_shock',
    },
    region_income_trend: {
      value: dividedBy(
        past({ of: 'monthly_figures', by: 'region', within: quarter }).mean(inSoles('income')),
        past({ of: 'monthly_figures', by: 'region', within: year }).mean(inSoles('income')),
      ),
      unit: 'ratio',
      title: { es: 'Ventas del departamento frente al año', en: "Department's sales against the year" },
      description: {
        es: 'Venta mensual media de las empresas del departamento en tres meses entre la de doce.',
        en: "Mean monthly sales of the department's companies in three months over that of twelve.",
      },
      justification: {
        es: 'Una caída general no es culpa de la empresa, pero la alcanza.',
        en: "A general fall is not the company's fault, but reaches it.",
      },
      pattern: 'region_shock',
    },
    years_trading: {
      value: record('years_trading'),
      title: { es: 'Años de operación', en: 'Years of trading' },
      description: { es: 'Años desde la inscripción en el RUC.', en: 'Years since entry in the RUC.' },
      justification: { es: 'Lo que ha durado suele durar.', en: 'What has lasted tends to last.' },
    },
    region: {
      kind: 'category',
      value: record('region'),
      title: { es: 'Departamento', en: 'Department' },
      description: { es: 'Departamento donde opera.', en: 'Department where it operates.' },
      justification: {
        es: 'Para el informe de equidad; no entra al modelo.',
        en: 'For the fairness report; no model sees it.',
      },
    },
    sector: {
      kind: 'category',
      value: record('sector'),
      title: { es: 'Sector', en: 'Sector' },
      description: { es: 'De qué vive la empresa.', en: 'What the company lives from.' },
      justification: {
        es: 'Para el informe de equidad; no entra al modelo.',
        en: 'For the fairness report; no model sees it.',
      },
    },
  }),
  { owner },
);
