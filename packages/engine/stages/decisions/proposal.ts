import type { Assessment, Decision } from '@rikuy/contracts';
import type { FiredRule } from './fired-rule.ts';

/** An event before its outcome. */
export interface PolicyCase {
  readonly useCase: string;
  readonly eventId: string;
  readonly office: string;
  /** Probability of the label. */
  readonly score: number;
  /** What the event is worth, in the use case's currency. */
  readonly amountAtStake: number;
  /** Probability × amount at stake. */
  readonly expectedValue: number;
  readonly currency: string;
  readonly firedRules: readonly FiredRule[];
  /** Those of the model's manifest. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** What model and draw make of an event, before rules. */
export interface Proposal extends Pick<Decision, 'outcome' | 'lane' | 'propensity'> {
  readonly assessment: Assessment;
}
