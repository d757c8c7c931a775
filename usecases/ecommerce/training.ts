import type { EstimatorPlan, TrainingPlan } from '@rikuy/engine';

/** What can only raise the risk, so that a reason never contradicts common sense. */
const monotone = {
  device_cards_24h: 1,
  device_trans_1h: 1,
  device_frauds: 1,
  merchant_risk: 1,
  address_risk: 1,
  ip_country_risk: 1,
  outside_score: 1,
};

const boosting: EstimatorPlan = {
  kind: 'gradient-boosting-classifier',
  params: {
    trees: 160,
    learningRate: 0.06,
    maxDepth: 4,
    minChildWeight: 3,
    rowSample: 0.8,
    columnSample: 0.6,
    lambda: 4,
    monotone,
  },
};

/** Gaps filled and long tails cut, as what cannot do with them needs. */
const complete: readonly EstimatorPlan[] = [
  { kind: 'impute', params: { columns: 'categories', strategy: 'mode' } },
  { kind: 'winsorise', params: { method: 'quantile', lower: 0.002, upper: 0.998 } },
  { kind: 'impute', params: { columns: 'numbers', strategy: 'median' } },
];

/** The share of positives is distorted by weights and made-up rows, so the probabilities are set right again. */
const calibrated = (part: EstimatorPlan): EstimatorPlan => ({
  kind: 'calibrated-classifier',
  params: { method: 'platt', folds: 3 },
  parts: [part],
});

const weighted = calibrated({ kind: 'class-weighted', params: { weights: { 0: 1, 1: 8 } }, parts: [boosting] });

const withSmote = calibrated({
  kind: 'pipeline',
  parts: [...complete, { kind: 'resampled', params: { sampler: 'smote-nc', ratio: 0.15 }, parts: [boosting] }],
});

const network: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    ...complete,
    { kind: 'one-hot' },
    { kind: 'scale' },
    {
      kind: 'dense-network-classifier',
      params: { layers: [32, 16], epochs: 25, dropout: 0.1, l2: 0.00001, learningRate: 0.002 },
    },
  ],
};

const logistic: EstimatorPlan = {
  kind: 'pipeline',
  parts: [...complete, { kind: 'one-hot' }, { kind: 'scale' }, { kind: 'logistic-regression', params: { l2: 5 } }],
};

export const ecommerceTraining: TrainingPlan = {
  candidates: [
    {
      name: 'gradient_boosting',
      title: { es: 'Potenciación de gradiente', en: 'Gradient boosting' },
      estimator: boosting,
    },
    {
      name: 'boosting_weights',
      title: { es: 'Potenciación con pesos por clase', en: 'Boosting with class weights' },
      estimator: weighted,
    },
    {
      name: 'boosting_smote',
      title: { es: 'Potenciación con SMOTE', en: 'Boosting with SMOTE' },
      estimator: withSmote,
    },
    { name: 'small_network', title: { es: 'Red neuronal pequeña', en: 'Small neural network' }, estimator: network },
    {
      name: 'vote',
      title: { es: 'Voto de potenciación y red', en: 'Vote of boosting and network' },
      estimator: { kind: 'voting-classifier', params: { weights: [3, 1] }, parts: [boosting, network] },
    },
  ],
  baselines: [
    {
      kind: 'model',
      name: 'logistic_regression',
      title: { es: 'Regresión logística', en: 'Logistic regression' },
      estimator: logistic,
    },
    { kind: 'rules', name: 'rules', title: { es: 'Solo las reglas', en: 'The rules alone' } },
  ],
  choose: { kind: 'best', metric: 'cost' },
  amountFeature: 'trans_amount',
  delayDays: 60,
  validationShare: 0.3,
  warmUpDays: 45,
  shares: [0.01, 0.02, 0.05, 0.1],
  refit: true,
};
