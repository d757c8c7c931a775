import type { ThresholdPolicy } from '../../use-case/policy.ts';
import type { PolicyCase, Proposal } from './proposal.ts';
import { explored } from './explore.ts';
import { expectedCostOf } from './outcome-costs.ts';

/** The outcome by thresholds on the probability, or the one of least expected cost, and the draw beside it. */
export function byCost(policy: ThresholdPolicy, given: PolicyCase): Proposal {
  const costs = Object.fromEntries(
    policy.outcomes.map(({ code }) => [code, expectedCostOf(policy, code, given)] as const),
  );
  const drawn = explored(policy, costChoice(policy, given), given);
  const expectedCost = { amount: costs[drawn.outcome], currency: given.currency };
  return { ...drawn, assessment: { kind: 'thresholds', expectedCost, costs } };
}

/** What the policy gives an event, but for the random draw. */
export function costChoice(
  policy: ThresholdPolicy,
  given: Pick<PolicyCase, 'score' | 'amountAtStake' | 'thresholds'>,
): string {
  const { outcomes, choose } = policy;
  switch (choose) {
    case 'on-validation':
      return outcomes.findLast(
        ({ code }, i) => i === 0 || given.score >= (given.thresholds[`${code}/from`] ?? Infinity),
      )!.code;
    case 'per-event':
      return outcomes.reduce((best, one) =>
        expectedCostOf(policy, one.code, given) < expectedCostOf(policy, best.code, given) ? one : best,
      ).code;
  }
}
