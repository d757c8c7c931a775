import type { EstimatorPlan, TrainingPlan } from '@rikuy/engine';
import { groupFeatures, smeCreditFeatures } from './features/features.ts';

/** Which way a figure can only push the risk, so that a reason never contradicts common sense. */
export const monotone: Readonly<Record<string, 1 | -1>> = {
  loan_amount_pen: 1,
  instalment_to_income: 1,
  loan_to_sales: 1,
  total_cash_flows: -1,
  cash_margin: -1,
  cash_flow_stability: -1,
  cash_to_instalment: -1,
  cash_trend_6m: -1,
  income_declared_gap: 1,
  return_on_assets: -1,
  debt_to_equity_ratio: 1,
  scaled_debt_to_equity_ratio: 1,
  debt_to_sales: 1,
  debt_growth_6m: 1,
  debt_undisclosed: 1,
  profit_gap: 1,
  payment_timeliness: -1,
  payment_completion_rate: -1,
  payment_completion_3m: -1,
  payment_trend: -1,
  worst_days_late: 1,
  sbs_class: 1,
  lenders: 1,
  own_applications_60d: 1,
  region_completion_3m: -1,
  years_trading: -1,
};

const boosting: EstimatorPlan = {
  kind: 'calibrated-classifier',
  params: { method: 'platt', folds: 3 },
  parts: [
    {
      kind: 'gradient-boosting-classifier',
      params: {
        trees: 120,
        learningRate: 0.06,
        maxDepth: 3,
        maxBins: 64,
        minChildWeight: 4,
        rowSample: 0.8,
        columnSample: 0.6,
        lambda: 4,
        monotone,
      },
    },
  ],
};

const scorecard: EstimatorPlan = {
  kind: 'scorecard',
  params: { maxBins: 5, l2: 2, baseScore: 660, baseOdds: 15, pointsToDouble: 40 },
};

const logistic: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    { kind: 'winsorise', params: { method: 'quantile', lower: 0.01, upper: 0.99 } },
    { kind: 'impute', params: { columns: 'numbers', strategy: 'median' } },
    { kind: 'scale' },
    { kind: 'logistic-regression', params: { l2: 5 } },
  ],
};

export const smeCreditTraining: TrainingPlan = {
  features: smeCreditFeatures.map(({ name }) => name).filter(name => !groupFeatures.includes(name)),
  candidates: [
    {
      name: 'gradient_boosting',
      title: { es: 'Potenciación de gradiente monótona', en: 'Monotone gradient boosting' },
      estimator: boosting,
      search: {
        method: 'tpe',
        trials: 6,
        metric: 'rocAuc',
        folds: { by: 'class', count: 3 },
        space: {
          '0.maxDepth': { kind: 'number', low: 2, high: 4, whole: true },
          '0.learningRate': { kind: 'number', low: 0.03, high: 0.12, log: true },
          '0.minChildWeight': { kind: 'number', low: 2, high: 12, log: true },
        },
      },
    },
    { name: 'scorecard', title: { es: 'Tarjeta de puntaje (WoE)', en: 'WoE scorecard' }, estimator: scorecard },
    {
      name: 'logistic_regression',
      title: { es: 'Regresión logística', en: 'Logistic regression' },
      estimator: logistic,
    },
  ],
  baselines: [{ kind: 'rules', name: 'rules', title: { es: 'Solo las reglas', en: 'The rules alone' } }],
  choose: { kind: 'named', name: 'gradient_boosting' },
  amountFeature: 'loan_amount_pen',
  delayDays: 365,
  validationShare: 0.35,
  warmUpDays: 30,
  shares: [0.01, 0.05, 0.1, 0.2],
  refit: true,
};
