import { createHash } from 'node:crypto';
import type { Decision } from '@rikuy/contracts';
import type { Policy, Rule } from '../../use-case/use-case.ts';
import type { LaneThreshold } from './lane-thresholds.ts';

export interface PolicyCase {
  readonly useCase: string;
  readonly eventId: string;
  /** Probability × amount at stake, in the use case's currency. */
  readonly expectedValue: number;
  readonly firedRules: readonly Rule[];
  /** The thresholds of the event's office. */
  readonly thresholds: readonly LaneThreshold[];
}

export type PolicyResult = Pick<Decision, 'outcome' | 'lane' | 'propensity' | 'rules'>;

/**
 * Gives an event its outcome: by its expected value against the office's thresholds, else by the random floor, and at
 * least what an expert's rule demands. The propensity is the probability of that outcome over the random draw, so that
 * true rates can be estimated without selection bias (Horvitz and Thompson 1952).
 */
export function applyPolicy(policy: Policy, given: PolicyCase): PolicyResult {
  const byModel = laneByValue(policy, given) ?? laneByDraw(policy, given);
  const demanded = mostSevere(
    policy,
    given.firedRules.map(rule => rule.outcome),
  );
  const rules = given.firedRules.map(rule => rule.id);
  if (demanded !== null && severity(policy, demanded) > severity(policy, byModel.outcome)) {
    return { outcome: demanded, lane: 'rule', propensity: 1, rules };
  }
  return { ...byModel, rules };
}

/**
 * The event's draw in [0, 1): fixed by use case, policy and event id, so that a decision can be reproduced.
 */
export function drawOf(useCase: string, policyVersion: string, eventId: string): number {
  return createHash('sha256').update(`${useCase}\n${policyVersion}\n${eventId}`).digest().readUIntBE(0, 6) / 2 ** 48;
}

type LaneResult = Pick<Decision, 'outcome' | 'lane' | 'propensity'>;

function laneByValue(policy: Policy, { expectedValue, thresholds }: PolicyCase): LaneResult | null {
  const reached = thresholds.filter(({ from }) => expectedValue >= from).map(({ outcome }) => outcome);
  const outcome = mostSevere(policy, reached);
  return outcome === null ? null : { outcome, lane: 'model', propensity: 1 };
}

function laneByDraw(policy: Policy, { useCase, eventId, thresholds }: PolicyCase): LaneResult {
  const draw = drawOf(useCase, policy.version, eventId);
  let below = 0;
  for (const { outcome, randomRate } of thresholds) {
    below += randomRate;
    if (draw < below) return { outcome, lane: 'random', propensity: randomRate };
  }
  return { outcome: policy.outcomes[0].code, lane: 'model', propensity: Math.max(0, 1 - below) };
}

function mostSevere(policy: Policy, outcomes: readonly string[]): string | null {
  return outcomes.reduce<string | null>(
    (worst, outcome) => (worst === null || severity(policy, outcome) > severity(policy, worst) ? outcome : worst),
    null,
  );
}

function severity(policy: Policy, outcome: string): number {
  return policy.outcomes.findIndex(({ code }) => code === outcome);
}
