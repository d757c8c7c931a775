import type { Decision } from '@rikuy/contracts';
import type { Policy } from '../../use-case/policy.ts';
import { byCost } from './by-cost.ts';
import { byPoints } from './by-points.ts';
import { byQuota } from './by-quota.ts';
import type { PolicyCase, Proposal } from './proposal.ts';
import { underRules } from './under-rules.ts';

export type PolicyResult = Proposal & Pick<Decision, 'rules'>;

/**
 * Gives an event its outcome: by the model in the way of the policy's kind, by its random draw, and under the experts'
 * rules and lists. The propensity is the probability of that outcome over the random draw, so that true rates can be
 * estimated without selection bias (Horvitz and Thompson 1952).
 */
export function applyPolicy(policy: Policy, given: PolicyCase): PolicyResult {
  const rules = given.firedRules.map(({ id }) => id);
  return { ...underRules(policy, propose(policy, given), given.firedRules), rules };
}

function propose(policy: Policy, given: PolicyCase): Proposal {
  switch (policy.kind) {
    case 'quotas':
      return byQuota(policy, given);
    case 'thresholds':
      return byCost(policy, given);
    case 'points':
      return byPoints(policy, given);
  }
}
