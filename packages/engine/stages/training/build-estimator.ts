import { RikuyError } from '@rikuy/contracts';
import {
  catalogue,
  type Estimator,
  type EstimatorFactory,
  type FittedClassifier,
  pipeline,
  votingClassifier,
} from '@rikuy/learn';
import type { EstimatorPlan } from '../../use-case/use-case.ts';

/**
 * The estimator that a plan describes.
 * @throws RikuyError `invalid-declaration` for a kind that the catalogue of `learn` lacks
 * @throws LearnError `invalid-parameter`
 */
export function buildEstimator({ kind, params, parts = [] }: EstimatorPlan): Estimator {
  if (kind === pipeline.kind) return pipeline(parts.map(buildEstimator) as unknown as Parameters<typeof pipeline>[0]);
  if (kind === votingClassifier.kind)
    return votingClassifier(parts.map(buildEstimator) as Estimator<FittedClassifier>[], params);
  return factoryOf(kind)(params);
}

function factoryOf(kind: string): EstimatorFactory {
  const simple = Object.values(catalogue).filter(entry => 'params' in entry) as unknown as readonly EstimatorFactory[];
  const found = simple.find(factory => factory.kind === kind);
  if (found) return found;
  const known = Object.values(catalogue).map(entry => entry.kind);
  throw new RikuyError(
    'invalid-declaration',
    `The estimator kind \`${kind}\` is unknown; known are ${known.join(', ')}.`,
  );
}
