import { z } from 'zod';
import { decision, reason } from './decisions.ts';
import { bilingual } from './text.ts';

/** What a policy makes of a record; points where it decides by points. */
export const standing = z.strictObject({ outcome: z.string(), score: z.number(), points: z.int().nullable() });
export type Standing = z.infer<typeof standing>;

/** One field that would be different. */
export const fieldChange = z.strictObject({
  field: z.string(),
  from: z.number(),
  to: z.number(),
  /** What to do, in the words of the person concerned. */
  text: bilingual,
});
export type FieldChange = z.infer<typeof fieldChange>;

/**
 * Why a record does not get the mildest outcome, and the nearest change within what the person concerned can change that
 * would. `favourable`: it does already. `out-of-reach`: no such change does, and `after` is that of the best of them.
 */
export const counterfactual = z.strictObject({
  status: z.enum(['favourable', 'found', 'out-of-reach']),
  now: standing,
  /** The strongest reasons against it, at most four, the strongest first; rules that fired come before. */
  adverse: z.array(reason),
  changes: z.array(fieldChange),
  /** With the changes. */
  after: standing,
  /** The record with these changes, fields that move along included; validated. */
  record: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Counterfactual = z.infer<typeof counterfactual>;

/** Another outcome that a person gave a decision, with why; the decision itself stays as it was. */
export const override = z.strictObject({
  decisionId: z.string(),
  /** 1 for the first of the decision. */
  number: z.int(),
  from: z.string(),
  outcome: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.number().describe('Epoch milliseconds'),
});
export type Override = z.infer<typeof override>;

/** A decision's outcome as it stands now, and how it came to it. */
export const standingOutcome = z.strictObject({
  decided: decision.shape.outcome,
  outcome: decision.shape.outcome,
  overrides: z.array(override),
});
export type StandingOutcome = z.infer<typeof standingOutcome>;
