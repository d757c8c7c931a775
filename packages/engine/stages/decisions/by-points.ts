import type { PointsPolicy } from '../../use-case/policy.ts';
import type { PolicyCase, Proposal } from './proposal.ts';
import { explored } from './explore.ts';
import { pointsOf } from './points.ts';

/** The mildest outcome whose cut-off the points reach, and the draw beside it. */
export function byPoints(policy: PointsPolicy, given: PolicyCase): Proposal {
  const points = pointsOf(policy.scale, given.score);
  const outcome = pointsChoice(policy, points);
  return { ...explored(policy, outcome, given), assessment: { kind: 'points', points } };
}

/** What the policy gives these points, but for the random draw. */
export function pointsChoice({ outcomes, cutOffs }: PointsPolicy, points: number): string {
  return (outcomes.find(({ code }) => points >= (cutOffs[code] ?? Infinity)) ?? outcomes.at(-1)!).code;
}
