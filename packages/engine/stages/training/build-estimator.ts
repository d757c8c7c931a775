import { RikuyError } from '@rikuy/contracts';
import { catalogue, type Estimator, type EstimatorFactory } from '@rikuy/learn';
import type { EstimatorPlan } from '../../use-case/use-case.ts';

/**
 * The estimator that a plan describes.
 * @throws RikuyError `invalid-declaration` for a kind that the catalogue of `learn` lacks
 * @throws LearnError `invalid-parameter`
 */
export function buildEstimator(plan: EstimatorPlan): Estimator {
  const factories = Object.values(catalogue) as unknown as readonly EstimatorFactory[];
  const factory = factories.find(({ kind }) => kind === plan.kind);
  if (!factory) {
    const known = factories.map(({ kind }) => kind).join(', ');
    throw new RikuyError('invalid-declaration', `The estimator kind \`${plan.kind}\` is unknown; known are ${known}.`);
  }
  const parts = plan.parts ? { [partsParameter(plan.kind)]: plan.parts.map(buildEstimator) } : {};
  return factory({ ...plan.params, ...parts });
}

/** What a composed estimator calls its parts. */
function partsParameter(kind: string): string {
  return kind === 'pipeline' ? 'steps' : 'members';
}
