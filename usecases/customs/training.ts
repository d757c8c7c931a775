import type { EstimatorPlan, TrainingPlan } from '@rikuy/engine';

/** Findings that can only raise the risk, so that a reason never contradicts common sense. */
const monotone = {
  price_discrepancy_ratio: 1,
  importer_risk_score: 1,
  broker_risk_score: 1,
  broker_chapter_risk: 1,
  country_risk_score: 1,
  tariff_risk_score: 1,
  tariff_origin_risk: 1,
};

const forest: EstimatorPlan = {
  kind: 'random-forest-classifier',
  params: { trees: 200, maxDepth: 14, minLeaf: 4 },
};

const boosting: EstimatorPlan = {
  kind: 'gradient-boosting-classifier',
  params: {
    trees: 220,
    learningRate: 0.05,
    maxDepth: 4,
    minChildWeight: 4,
    rowSample: 0.8,
    columnSample: 0.5,
    lambda: 4,
    monotone,
  },
};

/** Declarations unlike the others, learned without labels. */
const anomaly: EstimatorPlan = {
  kind: 'anomaly-classifier',
  params: { quantile: 0.95 },
  parts: [{ kind: 'isolation-forest', params: { trees: 100, sampleSize: 256 } }],
};

/** The features that carry nearly all of a small forest's importance, and the forest on them. */
const choosingForest: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    {
      kind: 'chosen-features',
      params: { by: 'importance', cumulativeShare: 0.98 },
      parts: [{ kind: 'random-forest-classifier', params: { trees: 40, maxDepth: 10, minLeaf: 8 } }],
    },
    forest,
  ],
};

/** What the others must beat. */
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

export const customsTraining: TrainingPlan = {
  candidates: [
    { name: 'random_forest', title: { es: 'Bosque aleatorio', en: 'Random forest' }, estimator: choosingForest },
    {
      name: 'gradient_boosting',
      title: { es: 'Potenciación de gradiente', en: 'Gradient boosting' },
      estimator: boosting,
      search: {
        method: 'grid',
        space: { maxDepth: [3, 4], columnSample: [0.3, 0.5] },
        metric: 'averagePrecision',
        folds: { by: 'time', count: 3 },
      },
    },
    {
      name: 'weighted_vote',
      title: {
        es: 'Voto ponderado de bosque, gradiente y anomalía',
        en: 'Weighted vote of forest, boosting and anomaly',
      },
      estimator: {
        kind: 'voting-classifier',
        params: { weights: [3, 6, 1] },
        parts: [forest, boosting, anomaly],
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
  // The others are as good within the intervals, but a forest explains a row in milliseconds, boosting in a fraction of one.
  choose: { kind: 'named', name: 'gradient_boosting' },
  amount: {
    kind: 'gradient-boosting-regressor',
    params: { trees: 120, learningRate: 0.06, maxDepth: 3, minChildWeight: 8, rowSample: 0.8 },
  },
  delayDays: 30,
  validationShare: 0.25,
  warmUpDays: 60,
  shares: [0.01, 0.02, 0.05, 0.1],
  refit: true,
};
