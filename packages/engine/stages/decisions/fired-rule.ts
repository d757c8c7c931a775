import type { Bilingual } from '@rikuy/contracts';
import type { Effect } from '../../use-case/policy.ts';

/** A rule or list that applies to an event, with what it demands and says. */
export interface FiredRule {
  readonly id: string;
  readonly effect: Effect;
  readonly outcome: string;
  readonly text: Bilingual;
  readonly short: Bilingual;
}
