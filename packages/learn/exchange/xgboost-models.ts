import { LearnError } from '../protocol/learn-error.ts';
import {
  fittedTreeClassifier,
  type FittedTreeClassifier,
  fittedTreeRegressor,
  type FittedTreeRegressor,
} from '../trees/fitted-trees.ts';
import { readXgboost, type ReadXgboostOptions } from './read-xgboost.ts';
import type { TreeObjective } from './tree-model.ts';
import { writeXgboost } from './write-xgboost.ts';

const CLASSIFIER = 'gradient-boosting-classifier';
const REGRESSOR = 'gradient-boosting-regressor';

/**
 * A model trained by XGBoost and saved as JSON, as a fitted model of this library: a classifier for `binary:logistic`,
 * a regressor for the other objectives. What is read and refused: see `readXgboost`.
 * @throws LearnError `unsupported-model`
 */
export function importXgboost(text: string, options?: ReadXgboostOptions): FittedTreeClassifier | FittedTreeRegressor {
  const { objective, inputs: treeInputs, ensemble, variancePower } = readXgboost(text, options);
  switch (objective) {
    case 'binary:logistic':
      return fittedTreeClassifier({ kind: CLASSIFIER, link: 'logistic', treeInputs, ensemble });
    case 'reg:squarederror':
      return fittedTreeRegressor({ kind: REGRESSOR, link: 'identity', treeInputs, ensemble });
    case 'count:poisson':
    case 'reg:tweedie':
      return fittedTreeRegressor({
        kind: REGRESSOR,
        link: 'exponential',
        treeInputs,
        ensemble,
        variancePower: variancePower ?? POISSON_POWER,
      });
  }
}

/** Poisson's variance is its mean. */
const POISSON_POWER = 1;

/**
 * A fitted gradient boosting model as JSON that XGBoost loads: see `writeXgboost`.
 * @throws LearnError `unsupported-model` for other models
 */
export function exportXgboost(fitted: FittedTreeClassifier | FittedTreeRegressor): string {
  const { treeInputs: inputs, ensemble } = fitted;
  const variancePower = 'variancePower' in fitted ? fitted.variancePower : undefined;
  return writeXgboost({ objective: objectiveOf(fitted.kind, variancePower), variancePower, inputs, ensemble });
}

function objectiveOf(kind: string, variancePower: number | undefined): TreeObjective {
  if (kind === CLASSIFIER) return 'binary:logistic';
  if (kind !== REGRESSOR) {
    throw new LearnError(
      'unsupported-model',
      `expected a fitted ${CLASSIFIER} or ${REGRESSOR}; got one of \`${kind}\`.`,
    );
  }
  if (variancePower === undefined) return 'reg:squarederror';
  return variancePower === POISSON_POWER ? 'count:poisson' : 'reg:tweedie';
}
