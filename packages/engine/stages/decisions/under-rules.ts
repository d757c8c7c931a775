import type { Effect, Policy } from '../../use-case/policy.ts';
import type { FiredRule } from './fired-rule.ts';
import type { Proposal } from './proposal.ts';
import { mostSevere, severity } from './severity.ts';

/**
 * The proposal under the rules and lists that apply: first what caps it, then what raises it, then what overrides. Where
 * they leave no other outcome, whatever was drawn, the propensity is 1.
 */
export function underRules(policy: Policy, proposal: Proposal, fired: readonly FiredRule[]): Proposal {
  if (fired.length === 0) return proposal;
  const [outcome, ...others] = [proposal.outcome, policy.outcomes[0].code, policy.outcomes.at(-1)!.code].map(given =>
    ruled(policy, given, fired),
  );
  const isForced = others.every(other => other === outcome);
  const lane = outcome === proposal.outcome ? proposal.lane : 'rule';
  return { ...proposal, outcome, lane, propensity: isForced ? 1 : proposal.propensity };
}

/** How severe an outcome rules and lists make of the mildest, from 0 to 1: what they find by themselves. */
export function demandOf(policy: Policy, fired: readonly FiredRule[]): number {
  const outcome = ruled(policy, policy.outcomes[0].code, fired);
  return severity(policy, outcome) / Math.max(1, policy.outcomes.length - 1);
}

function ruled(policy: Policy, given: string, fired: readonly FiredRule[]): string {
  const of = (effect: Effect): string[] => fired.filter(rule => rule.effect === effect).map(({ outcome }) => outcome);
  const capped = [given, ...of('at-most')].reduce((mildest, outcome) =>
    severity(policy, outcome) < severity(policy, mildest) ? outcome : mildest,
  );
  return mostSevere(policy, of('exactly')) ?? mostSevere(policy, [capped, ...of('at-least')])!;
}
