import type { Baseline, EstimatorPlan, UseCase } from '@rikuy/engine';

const logistic: EstimatorPlan = {
  kind: 'pipeline',
  parts: [
    { kind: 'impute', params: { columns: 'categories', strategy: 'mode' } },
    { kind: 'winsorise', params: { method: 'quantile' } },
    { kind: 'impute', params: { columns: 'numbers', strategy: 'median' } },
    { kind: 'one-hot' },
    { kind: 'scale' },
    { kind: 'logistic-regression', params: { l2: 5 } },
  ],
};

const usual: readonly Baseline[] = [
  {
    kind: 'model',
    name: 'logistic_regression',
    title: { es: 'Regresión logística', en: 'Logistic regression' },
    estimator: logistic,
  },
  { kind: 'rules', name: 'rules', title: { es: 'Solo las reglas', en: 'The rules alone' } },
];

/** The use case with a logistic regression and its rules to compare with, judged at 5 % at least. */
export function withBaselines(useCase: UseCase): UseCase {
  const { training } = useCase;
  const declared = training.baselines ?? [];
  const has = (kind: Baseline['kind']): boolean => declared.some(baseline => baseline.kind === kind);
  const names = new Set([...training.candidates, ...declared].map(({ name }) => name));
  const added = usual.filter(({ kind, name }) => !has(kind) && !names.has(name));
  const shares = training.shares.includes(0.05) ? training.shares : [...training.shares, 0.05];
  return { ...useCase, training: { ...training, baselines: [...declared, ...added], shares } };
}
