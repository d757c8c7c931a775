import type { Cost, ThresholdPolicy } from '../../use-case/policy.ts';

/** What an outcome costs for an event worth this, once it is known to be positive or not. */
export function costOf({ costs }: ThresholdPolicy, outcome: string, label: 0 | 1, amountAtStake: number): number {
  const { ifPositive, ifNegative } = costs[outcome];
  return worth(label === 1 ? ifPositive : ifNegative, amountAtStake);
}

/** What an outcome costs on average over events of this probability and worth. */
export function expectedCostOf(
  policy: ThresholdPolicy,
  outcome: string,
  { score, amountAtStake }: { readonly score: number; readonly amountAtStake: number },
): number {
  return score * costOf(policy, outcome, 1, amountAtStake) + (1 - score) * costOf(policy, outcome, 0, amountAtStake);
}

function worth({ fixed = 0, shareOfAmount = 0 }: Cost, amountAtStake: number): number {
  return fixed + shareOfAmount * amountAtStake;
}
