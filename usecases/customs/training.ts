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

/**
 * All features are given: on generated declarations leaving out the ten least important lowered average precision by
 * about 0.01, and an isolation forest's score as one more feature by about as much.
 */
export const customsTraining: TrainingPlan = {
  candidates: [
    { name: 'random_forest', title: { es: 'Bosque aleatorio', en: 'Random forest' }, estimator: forest },
    {
      name: 'gradient_boosting',
      title: { es: 'Potenciación de gradiente', en: 'Gradient boosting' },
      estimator: boosting,
    },
    {
      name: 'weighted_vote',
      title: { es: 'Voto ponderado', en: 'Weighted vote' },
      estimator: { kind: 'voting-classifier', params: { weights: [1, 2] }, parts: [forest, boosting] },
    },
  ],
  // The forest is as good within the intervals, but explains a row in milliseconds where boosting takes a fraction of one.
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
