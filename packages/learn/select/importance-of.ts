import { meanAbsoluteAttributions } from '../explain/global-importance.ts';
import type { Estimator, Explainable, Fitted } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { Random } from '../random/random.ts';
import type { Table } from '../table/table.ts';
import type { Importances } from './features.ts';

/** How to learn which inputs matter: an estimator, and what tells it of the fitted one. */
export interface ImportanceSource<F extends Fitted> {
  readonly estimator: Estimator<F>;
  /** The higher, the more it matters; default the mean absolute attribution over the training rows. */
  readonly importance?: (fitted: F, X: Table, y: Float64Array) => Importances;
  readonly weights?: Float64Array;
  readonly random?: Random;
}

/** Importances by mean absolute attribution, for models that explain themselves. */
export function attributedImportance(fitted: Fitted, X: Table): Importances {
  if ('explain' in fitted && typeof fitted.explain === 'function') {
    const found = meanAbsoluteAttributions((fitted as Explainable).explain(X));
    return new Map(found.map(({ input, importance }) => [input, importance]));
  }
  throw new LearnError(
    'invalid-parameter',
    `\`importance\` must be given for \`${fitted.kind}\`, which does not explain itself.`,
  );
}

export function importanceIn(importances: Importances, name: string): number {
  return (importances instanceof Map ? importances.get(name) : (importances as Record<string, number>)[name]) ?? 0;
}
