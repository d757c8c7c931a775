import type { Evaluation } from '@rikuy/contracts';
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

/** The use case with a logistic regression and its rules to compare with, judged at these shares among others. */
export function withBaselines(useCase: UseCase, inspected: readonly number[]): UseCase {
  const { training } = useCase;
  const declared = training.baselines ?? [];
  const has = (kind: Baseline['kind']): boolean => declared.some(baseline => baseline.kind === kind);
  const names = new Set([...training.candidates, ...declared].map(({ name }) => name));
  const added = usual.filter(({ kind, name }) => !has(kind) && !names.has(name));
  const shares = [...new Set([...training.shares, ...inspected])];
  return { ...useCase, training: { ...training, baselines: [...declared, ...added], shares } };
}

/** Whether a model stands for comparison: a case may let the usual ones compete instead. */
export function isCompared({ model, isBaseline }: Evaluation): boolean {
  return isBaseline === true || usual.some(({ name }) => name === model);
}
