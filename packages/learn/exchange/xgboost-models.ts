import { LearnError } from '../protocol/learn-error.ts';
import {
  fittedTreeClassifier,
  type FittedTreeClassifier,
  fittedTreeRegressor,
  type FittedTreeRegressor,
} from '../trees/fitted-trees.ts';
import { readXgboost, type ReadXgboostOptions } from './read-xgboost.ts';
import type { TreeModel } from './tree-model.ts';
import { writeXgboost } from './write-xgboost.ts';

const CLASSIFIER = 'gradient-boosting-classifier';
const REGRESSOR = 'gradient-boosting-regressor';

/**
 * A model trained by XGBoost and saved as JSON, as a fitted model of this library: a classifier for `binary:logistic`,
 * a regressor for `reg:squarederror`. What is read and refused: see `readXgboost`.
 * @throws LearnError `unsupported-model`
 */
export function importXgboost(text: string, options?: ReadXgboostOptions): FittedTreeClassifier | FittedTreeRegressor {
  const { objective, inputs: treeInputs, ensemble } = readXgboost(text, options);
  return objective === 'binary:logistic'
    ? fittedTreeClassifier({ kind: CLASSIFIER, link: 'logistic', treeInputs, ensemble })
    : fittedTreeRegressor({ kind: REGRESSOR, link: 'identity', treeInputs, ensemble });
}

const objectives: Readonly<Record<string, TreeModel['objective']>> = {
  [CLASSIFIER]: 'binary:logistic',
  [REGRESSOR]: 'reg:squarederror',
};

/**
 * A fitted gradient boosting model as JSON that XGBoost loads: see `writeXgboost`.
 * @throws LearnError `unsupported-model` for other models
 */
export function exportXgboost(fitted: FittedTreeClassifier | FittedTreeRegressor): string {
  const objective = objectives[fitted.kind];
  if (!objective) {
    throw new LearnError(
      'unsupported-model',
      `expected a fitted ${Object.keys(objectives).join(' or ')}; got one of \`${fitted.kind}\`.`,
    );
  }
  return writeXgboost({ objective, inputs: fitted.treeInputs, ensemble: fitted.ensemble });
}
