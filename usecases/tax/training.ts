import type { EstimatorPlan, TrainingPlan } from '@rikuy/engine';

/** What can only raise the risk, so that a reason never contradicts common sense. */
const monotone = {
  deduction_sector_diff: 1,
  near_threshold_ratio: 1,
  import_tax_ratio: 1,
  taxpayer_evasion_risk: 1,
  representative_evasion_risk: 1,
};

/** How unlike the others a return is, learned without labels: a column for the models after it. */
const anomalyScore: EstimatorPlan = {
  kind: 'anomaly-feature',
  params: { name: 'anomaly_score', folds: 2 },
  parts: [{ kind: 'isolation-forest', params: { trees: 50, sampleSize: 256 } }],
};

const boosting: EstimatorPlan = {
  kind: 'gradient-boosting-classifier',
  params: {
    trees: 110,
    learningRate: 0.075,
    maxDepth: 4,
    minChildWeight: 3,
    rowSample: 0.8,
    columnSample: 0.5,
    lambda: 4,
    monotone,
  },
};

const forest: EstimatorPlan = { kind: 'random-forest-classifier', params: { trees: 60, maxDepth: 12, minLeaf: 3 } };

/** The features that are left when the less useful half goes, again and again, and a forest on them. */
const eliminatingForest: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    {
      kind: 'chosen-features',
      params: { by: 'elimination', keep: 24, drop: 0.5 },
      parts: [{ kind: 'random-forest-classifier', params: { trees: 20, maxDepth: 7, minLeaf: 8 } }],
    },
    forest,
  ],
};

const logistic: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    {
      kind: 'column-pipelines',
      params: { columns: ['numbers', 'categories'] },
      parts: [
        { kind: 'pipeline', parts: [{ kind: 'winsorise' }, { kind: 'impute' }, { kind: 'scale' }] },
        { kind: 'target-encode' },
      ],
    },
    { kind: 'logistic-regression' },
  ],
};

/** Returns unlike the others, as a classifier of its own. */
const anomaly: EstimatorPlan = {
  kind: 'anomaly-classifier',
  params: { quantile: 0.95 },
  parts: [{ kind: 'isolation-forest', params: { trees: 50, sampleSize: 256 } }],
};

/**
 * Gradient boosting decides: it ranks as well as the others within the intervals and splits its own score exactly in a
 * fraction of a millisecond. The others show what it is worth.
 */
export const taxTraining: TrainingPlan = {
  candidates: [
    {
      name: 'gradient_boosting',
      title: { es: 'Potenciación de gradiente', en: 'Gradient boosting' },
      estimator: boosting,
      search: {
        method: 'grid',
        space: { maxDepth: [3, 4] },
        metric: 'rocAuc',
        folds: { by: 'class', count: 2 },
      },
    },
    {
      name: 'boosting_with_anomaly',
      title: { es: 'Potenciación con puntaje de anomalía', en: 'Boosting with an anomaly score' },
      estimator: { kind: 'pipeline', parts: [anomalyScore, boosting] },
    },
    {
      name: 'random_forest',
      title: { es: 'Bosque aleatorio con eliminación recursiva', en: 'Random forest after recursive elimination' },
      estimator: eliminatingForest,
      search: {
        method: 'random',
        trials: 2,
        space: {
          '1.maxDepth': { kind: 'number', low: 8, high: 16, whole: true },
          '1.minLeaf': { kind: 'number', low: 2, high: 8, whole: true },
        },
        metric: 'rocAuc',
        folds: { by: 'class', count: 2 },
      },
    },
    {
      name: 'soft_vote',
      title: { es: 'Voto por probabilidad', en: 'Soft vote' },
      estimator: { kind: 'voting-classifier', params: { voting: 'soft' }, parts: [boosting, forest, logistic] },
    },
    {
      name: 'weighted_vote',
      title: { es: 'Voto ponderado', en: 'Weighted vote' },
      estimator: {
        kind: 'voting-classifier',
        params: { voting: 'soft', weights: [5, 2, 1, 1] },
        parts: [boosting, forest, logistic, anomaly],
      },
    },
    {
      name: 'isolation_forest',
      title: { es: 'Bosque de aislamiento (anomalía puntual)', en: 'Isolation forest (point anomaly)' },
      estimator: anomaly,
      learnsFrom: 'all',
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
  choose: { kind: 'named', name: 'gradient_boosting' },
  amount: {
    kind: 'gradient-boosting-regressor',
    params: { trees: 100, learningRate: 0.06, maxDepth: 3, minChildWeight: 6, rowSample: 0.8 },
  },
  addedReasons: {
    anomaly_score: {
      raises: {
        es: 'En conjunto la declaración se aparta de las demás: anomalía {value} en el bosque de aislamiento; lo habitual es {usual}.',
        en: 'As a whole the return is unlike the others: anomaly {value} by the isolation forest; usual is {usual}.',
      },
      lowers: {
        es: 'En conjunto la declaración se parece a las demás: anomalía {value}.',
        en: 'As a whole the return is like the others: anomaly {value}.',
      },
      short: { es: 'Anomalía', en: 'Anomaly' },
    },
  },
  delayDays: 40,
  validationShare: 0.25,
  warmUpDays: 20,
  shares: [0.01, 0.02, 0.05, 0.1],
  refit: true,
};
