import type { EstimatorPlan, TrainingPlan } from '@rikuy/engine';
import { paymentsFeatures } from './features/features.ts';

const inSequence = paymentsFeatures.filter(({ sequence }) => sequence).map(({ name }) => name);
const ofThisPayment = paymentsFeatures.filter(({ sequence }) => !sequence).map(({ name }) => name);
const numbersOfThisPayment = paymentsFeatures
  .filter(({ sequence, kind }) => !sequence && kind === 'number')
  .map(({ name }) => name);

const keep = (columns: readonly string[]): EstimatorPlan => ({ kind: 'keep-columns', params: { columns } });

/** Long tails by their logarithm and cut, gaps filled, everything on one scale, as networks need it. */
const onOneScale: readonly EstimatorPlan[] = [
  { kind: 'log1p' },
  { kind: 'winsorise', params: { method: 'quantile', lower: 0.002, upper: 0.998 } },
  { kind: 'impute', params: { columns: 'numbers', strategy: 'median' } },
  { kind: 'scale' },
];

/**
 * What known labels say is left out: a detector that learns without labels should not read them. So is what tells the
 * month and the weekday, which are neither usual nor odd.
 */
const unlabelled = numbersOfThisPayment.filter(
  name => !name.endsWith('_risk') && !['month', 'day_of_week', 'arrival_delay'].includes(name),
);

const autoencoder: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    keep(unlabelled),
    ...onOneScale,
    { kind: 'autoencoder', params: { encoder: [32, 14], epochs: 20, learningRate: 0.003, quantile: 0.98 } },
  ],
};

const oddPayments: EstimatorPlan = { kind: 'anomaly-classifier', params: { quantile: 0.98 }, parts: [autoencoder] };

const denseNetwork: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    keep(ofThisPayment),
    { kind: 'impute', params: { columns: 'categories', strategy: 'mode' } },
    ...onOneScale,
    { kind: 'one-hot' },
    {
      kind: 'dense-network-classifier',
      params: { layers: [64, 32], epochs: 15, dropout: 0.2, l2: 0.0001, learningRate: 0.002, decay: 'linear' },
    },
  ],
};

const sequenceNetwork: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    keep(inSequence),
    { kind: 'winsorise', params: { method: 'quantile', lower: 0.002, upper: 0.998 } },
    { kind: 'scale' },
    { kind: 'impute', params: { strategy: 'constant', fill: 0 } },
    {
      kind: 'sequence-network',
      params: {
        convolutions: [
          { filters: 16, width: 3 },
          { filters: 16, width: 3 },
        ],
        pooling: 'none',
        layers: [24],
        epochs: 15,
        dropout: 0.15,
        learningRate: 0.002,
        decay: 'linear',
      },
    },
  ],
};

/** What can only raise the risk, so that a reason never contradicts common sense. */
const monotone = {
  same_payment_24h: 1,
  split_over_limit: 1,
  near_limit_counterparty: 1,
  mcc_risk: 1,
  counterparty_risk: 1,
  account_risk: 1,
};

const boostingParams = {
  trees: 260,
  learningRate: 0.05,
  maxDepth: 4,
  // Frauds are few and of seven kinds, so leaves of a handful of them must be allowed.
  minChildWeight: 0.3,
  rowSample: 0.8,
  columnSample: 0.35,
  lambda: 4,
};

/** Boosting that also reads how badly the autoencoder repeats the payment. */
const boostingWithError: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    keep(ofThisPayment),
    { kind: 'anomaly-feature', params: { name: 'reconstruction_error', folds: 2 }, parts: [autoencoder] },
    { kind: 'gradient-boosting-classifier', params: { ...boostingParams, monotone } },
  ],
};

const logistic: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    keep(ofThisPayment),
    { kind: 'impute', params: { columns: 'categories', strategy: 'mode' } },
    ...onOneScale,
    { kind: 'one-hot' },
    { kind: 'logistic-regression', params: { l2: 5 } },
  ],
};

export const paymentsTraining: TrainingPlan = {
  candidates: [
    {
      name: 'autoencoder',
      title: { es: 'Autocodificador, sin etiquetas', en: 'Autoencoder, without labels' },
      estimator: oddPayments,
      learnsFrom: 'all',
    },
    {
      name: 'dense_network',
      title: { es: 'Red densa 64-32-1', en: 'Dense network 64-32-1' },
      estimator: denseNetwork,
    },
    {
      name: 'sequence_network',
      title: { es: 'Red convolucional sobre los últimos pagos', en: 'Convolutional network over the last payments' },
      estimator: sequenceNetwork,
    },
    {
      name: 'gradient_boosting',
      title: { es: 'Potenciación con error de reconstrucción', en: 'Boosting with the reconstruction error' },
      estimator: boostingWithError,
    },
    {
      name: 'vote',
      title: { es: 'Voto de potenciación y redes', en: 'Vote of boosting and networks' },
      estimator: {
        kind: 'voting-classifier',
        params: { weights: [4, 1, 1] },
        parts: [boostingWithError, denseNetwork, sequenceNetwork],
      },
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
  // Over three worlds it ranked better than boosting alone, most of all slow drift; its reasons are those of boosting.
  choose: { kind: 'named', name: 'vote' },
  amountFeature: 'transaction_amount',
  addedReasons: {
    reconstruction_error: {
      raises: {
        es: 'El pago, visto en conjunto, no se parece a los de siempre.',
        en: 'The payment, seen as a whole, is unlike the usual ones.',
      },
      lowers: {
        es: 'El pago, visto en conjunto, se parece a los de siempre.',
        en: 'The payment, seen as a whole, is like the usual ones.',
      },
      short: { es: 'Rareza del conjunto', en: 'Oddness as a whole' },
    },
  },
  delayDays: 60,
  validationShare: 0.3,
  warmUpDays: 60,
  shares: [0.01, 0.02, 0.05, 0.1],
  refit: true,
};
