import type { Policy } from '../../use-case/policy.ts';
import { costChoice } from './by-cost.ts';
import { pointsChoice } from './by-points.ts';
import { costThresholds, type JudgedScores } from './cost-thresholds.ts';
import { capacityShare, laneThresholds, type RecentEvents, toManifest } from './lane-thresholds.ts';
import { pointsOf } from './points.ts';

/** What a policy's thresholds are set by. */
export interface PolicyHistory {
  /** The newest events, labelled or not. */
  readonly recent: RecentEvents;
  /** The rows that the model was judged on. */
  readonly validation: JudgedScores;
}

/** The thresholds for the manifest, by the policy's kind; of points the declared cut-offs. */
export function policyThresholds(policy: Policy, { recent, validation }: PolicyHistory): Record<string, number> {
  switch (policy.kind) {
    case 'quotas':
      return toManifest(laneThresholds(policy, recent));
    case 'thresholds':
      return policy.choose === 'on-validation' ? costThresholds(policy, validation) : {};
    case 'points':
      return Object.fromEntries(Object.entries(policy.cutOffs).map(([outcome, from]) => [`${outcome}/points`, from]));
  }
}

/** Share of the recent events that people could have worked: by capacity, or by what the policy would have sent them. */
export function workedShare(
  policy: Policy,
  recent: RecentEvents,
  thresholds: Readonly<Record<string, number>>,
): number {
  if (policy.kind === 'quotas') return capacityShare(policy, recent);
  const worked = new Set(policy.outcomes.filter(outcome => outcome.worked).map(({ code }) => code));
  const count = outcomesOf(policy, recent, thresholds).filter(outcome => worked.has(outcome)).length;
  return recent.scores.length === 0 ? 0 : count / recent.scores.length;
}

/** What a policy without quotas gives each row, but for draws and rules. */
export function outcomesOf(
  policy: Exclude<Policy, { kind: 'quotas' }>,
  { scores, amountsAtStake }: Pick<RecentEvents, 'scores' | 'amountsAtStake'>,
  thresholds: Readonly<Record<string, number>>,
): string[] {
  return Array.from(scores, (score, row) =>
    policy.kind === 'points'
      ? pointsChoice(policy, pointsOf(policy.scale, score))
      : costChoice(policy, { score, amountAtStake: amountsAtStake[row], thresholds }),
  );
}
