import type { Estimator, FittedClassifier, FittedRegressor } from '../protocol/estimator.ts';
import type { ScoredRows } from '../metrics/scored-rows.ts';

/** What is searched for: how parameters become an estimator, and what makes a fitted one good. */
export interface Objective<P> {
  readonly make: (params: P) => Estimator<FittedClassifier | FittedRegressor>;
  /** The higher, the better; negate a loss. `score` holds probabilities, or the numbers a regressor predicts. */
  readonly metric: (rows: ScoredRows) => number;
}

/** An objective that other threads can import. */
export interface ModuleObjective<P> extends Objective<P> {
  /** Its module's `import.meta.url`. */
  readonly module: string;
  /** The name under which the module exports it. */
  readonly name: string;
}

/**
 * An objective for searches on several threads. Functions do not travel between threads, so each thread imports the
 * module: it must do nothing else when imported.
 *
 * @example export const bankObjective = moduleObjective(import.meta.url, 'bankObjective', {
 *   make: gradientBoostingClassifier, metric: rocAuc })
 */
export function moduleObjective<P>(module: string, name: string, objective: Objective<P>): ModuleObjective<P> {
  return { ...objective, module, name };
}

export function isOfModule<P>(objective: Objective<P>): objective is ModuleObjective<P> {
  return 'module' in objective && 'name' in objective;
}
