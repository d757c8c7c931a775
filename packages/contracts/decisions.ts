import { z } from 'zod';
import { featureVector } from './features.ts';
import { bilingual } from './text.ts';

export const money = z.strictObject({ amount: z.number(), currency: z.string().length(3) });
export type Money = z.infer<typeof money>;

/** Why a decision fell as it did: one feature's exact part of the score, or a rule that fired. */
export const reason = z.strictObject({
  kind: z.enum(['feature', 'rule']),
  /** Name of the feature, or id of the rule or list. */
  code: z.string(),
  /** Part of the score on the explanation's scale; positive raises the risk. 0 for a rule. */
  contribution: z.number(),
  value: z.union([z.number(), z.string(), z.null()]),
  /** What is usual among peers: the median of the training rows. */
  usual: z.union([z.number(), z.string(), z.null()]),
  /** A sentence a person would say. */
  text: bilingual,
  /** The same in about three words. */
  short: bilingual,
});
export type Reason = z.infer<typeof reason>;

/**
 * What the parts of an explanation add up to: the score itself; the error with which a model without labels repeated
 * the event; or the score of one member that explains for a model whose own score does not split exactly.
 */
export const explainedFigure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('score') }),
  z.strictObject({ kind: z.literal('oddness') }),
  z.strictObject({ kind: z.literal('member'), member: z.string() }),
]);
export type ExplainedFigure = z.infer<typeof explainedFigure>;

/** The exact split of a figure: `base + Σ parts = total` on the scale named. */
export const explanation = z.strictObject({
  /** Absent means the score. */
  explains: explainedFigure.optional(),
  scale: z.enum(['log-odds', 'probability', 'value']),
  base: z.number(),
  total: z.number(),
  parts: z.array(reason),
});
export type Explanation = z.infer<typeof explanation>;

/** What a policy made of the score, beside the outcome; by the kind of the policy. */
export const assessment = z.discriminatedUnion('kind', [
  /** By capacity: the expected value says all. */
  z.strictObject({ kind: z.literal('quotas') }),
  /** By cost: what the outcome, and what each, is expected to cost. */
  z.strictObject({
    kind: z.literal('thresholds'),
    expectedCost: money,
    costs: z.record(z.string(), z.number()).describe('Expected cost by outcome, in the same currency'),
  }),
  /** By points: the higher, the safer; the score is the probability that they stand for. */
  z.strictObject({ kind: z.literal('points'), points: z.int() }),
]);
export type Assessment = z.infer<typeof assessment>;

/** How a decision came to its lane: by the model, by a random draw, or by an expert's rule or list. */
export const laneKinds = ['model', 'random', 'rule'] as const;

export const decision = z.strictObject({
  id: z.string(),
  useCase: z.string(),
  eventId: z.string(),
  /** Position of the event in the use case's log. */
  sequence: z.int(),
  eventTime: z.number().describe('Epoch milliseconds'),
  decidedAt: z.number().describe('Epoch milliseconds'),
  outcome: z.string(),
  lane: z.enum(laneKinds),
  /** Probability that this event would come to this outcome, over the random draw. */
  propensity: z.number(),
  /** Probability of the label. */
  score: z.number(),
  /** Probability × amount at stake. */
  expectedValue: money,
  /** The amount at stake if the label is true. */
  amountAtStake: money,
  /** What the policy made of the score; absent from decisions of before there were several kinds of policy. */
  assessment: assessment.optional(),
  /** Ids of the rules and lists that applied. */
  rules: z.array(z.string()),
  /** The strongest first; empty for outcomes nobody looks at, then computed on demand. */
  reasons: z.array(reason),
  modelVersion: z.string(),
  policyVersion: z.string(),
  vector: featureVector,
});
export type Decision = z.infer<typeof decision>;

/** A decision with what a person needs to understand it. */
export const decisionDetail = z.strictObject({
  decision,
  record: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  explanation,
  summary: bilingual,
  /** The case that people work on, if there is one. */
  caseId: z.string().nullable(),
});
export type DecisionDetail = z.infer<typeof decisionDetail>;

/** One event of an entity's past. */
export const historyEntry = z.strictObject({
  eventId: z.string(),
  decisionId: z.string().nullable(),
  eventTime: z.number(),
  value: z.number().nullable(),
  unitValue: z.number().nullable(),
  outcome: z.string().nullable(),
  label: z.union([z.literal(0), z.literal(1), z.null()]),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** The decision's surroundings: its entity's past, and its price among its peers'. */
export const decisionContext = z.strictObject({
  entity: z.strictObject({
    field: z.string(),
    value: z.string(),
    events: z.int(),
    verified: z.int(),
    confirmed: z.int(),
  }),
  history: z.array(historyEntry),
  peers: z.strictObject({
    title: bilingual,
    unit: z.string(),
    /** This event's figure; null where it has none. */
    value: z.number().nullable(),
    /** The peers' figures, oldest first, at most a few hundred. */
    values: z.array(z.number()),
    median: z.number().nullable(),
  }),
});
export type DecisionContext = z.infer<typeof decisionContext>;

/** The answer to a scoring request. */
export const scoreAnswer = decision
  .pick({
    id: true,
    eventId: true,
    outcome: true,
    lane: true,
    score: true,
    expectedValue: true,
    amountAtStake: true,
    reasons: true,
    rules: true,
    assessment: true,
    modelVersion: true,
    policyVersion: true,
    decidedAt: true,
  })
  .extend({
    /** True when this event id had been decided before: the first answer is given again. */
    repeated: z.boolean(),
    /** Milliseconds by stage, when asked for. */
    timings: z.record(z.string(), z.number()).optional(),
  });
export type ScoreAnswer = z.infer<typeof scoreAnswer>;
