import type { Exploration } from '../../use-case/policy.ts';
import type { PolicyCase, Proposal } from './proposal.ts';
import { drawOf } from './draw.ts';

/**
 * The model's outcome, or that of the random draw, with its probability: an outcome that both give comes for certain.
 */
export function explored(
  policy: { readonly version: string; readonly exploration?: Exploration },
  byModel: string,
  { useCase, eventId, amountAtStake }: PolicyCase,
): Pick<Proposal, 'outcome' | 'lane' | 'propensity'> {
  const { exploration } = policy;
  const isOpen = exploration !== undefined && amountAtStake <= (exploration.mostAtStake ?? Infinity);
  if (!isOpen || exploration.outcome === byModel) return { outcome: byModel, lane: 'model', propensity: 1 };
  if (drawOf(useCase, policy.version, eventId) < exploration.share)
    return { outcome: exploration.outcome, lane: 'random', propensity: exploration.share };
  return { outcome: byModel, lane: 'model', propensity: 1 - exploration.share };
}
