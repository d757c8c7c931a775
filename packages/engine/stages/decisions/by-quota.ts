import type { QuotaPolicy } from '../../use-case/policy.ts';
import type { PolicyCase, Proposal } from './proposal.ts';
import { drawOf } from './draw.ts';
import { type LaneThreshold, laneThresholdsOf } from './lane-thresholds.ts';
import { mostSevere } from './severity.ts';

/** The lane that the expected value reaches in the event's office, else that of the random floor. */
export function byQuota(policy: QuotaPolicy, given: PolicyCase): Proposal {
  const thresholds = laneThresholdsOf(given.thresholds, policy, given.office);
  const lane = laneByValue(policy, given, thresholds) ?? laneByDraw(policy, given, thresholds);
  return { ...lane, assessment: { kind: 'quotas' } };
}

type LaneResult = Pick<Proposal, 'outcome' | 'lane' | 'propensity'>;

function laneByValue(
  policy: QuotaPolicy,
  { expectedValue }: PolicyCase,
  thresholds: readonly LaneThreshold[],
): LaneResult | null {
  const reached = thresholds.filter(({ from }) => expectedValue >= from).map(({ outcome }) => outcome);
  const outcome = mostSevere(policy, reached);
  return outcome === null ? null : { outcome, lane: 'model', propensity: 1 };
}

function laneByDraw(
  policy: QuotaPolicy,
  { useCase, eventId }: PolicyCase,
  thresholds: readonly LaneThreshold[],
): LaneResult {
  const draw = drawOf(useCase, policy.version, eventId);
  let below = 0;
  for (const { outcome, randomRate } of thresholds) {
    below += randomRate;
    if (draw < below) return { outcome, lane: 'random', propensity: randomRate };
  }
  return { outcome: policy.outcomes[0].code, lane: 'model', propensity: Math.max(0, 1 - below) };
}
