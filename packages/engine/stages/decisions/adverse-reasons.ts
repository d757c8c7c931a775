import type { Explanation, Reason } from '@rikuy/contracts';
import type { FiredRule } from './fired-rule.ts';
import { strongestReasons } from './explain-decision.ts';

/** How many reasons a person who was not approved is told. */
const mostReasons = 4;

/**
 * What spoke against the event, the strongest first: rules that demanded a worse outcome, then the parts that raise the
 * risk; never one that lowers it.
 */
export function adverseReasons(explanation: Explanation, fired: readonly FiredRule[], mildest: string): Reason[] {
  const against = fired.filter(({ effect, outcome }) => effect !== 'at-most' && outcome !== mildest);
  return strongestReasons(explanation, against, mostReasons).filter(
    ({ kind, contribution }) => kind === 'rule' || contribution > 0,
  );
}
