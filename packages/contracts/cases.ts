import { z } from 'zod';
import { decision, money } from './decisions.ts';

export const caseStatuses = ['open', 'claimed', 'closed'] as const;

/** What a person found. It becomes a label whose time known is `verifiedAt`. */
export const verdict = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  /** 1: the suspicion is confirmed; 0: all in order. */
  label: z.union([z.literal(0), z.literal(1)]),
  correctedValue: money.nullable(),
  recovered: money.nullable(),
  note: z.string().max(4000),
  verifiedBy: z.string(),
  verifiedAt: z.number().describe('Epoch milliseconds'),
  /** The verdict that this one corrects. */
  corrects: z.string().nullable(),
});
export type Verdict = z.infer<typeof verdict>;

/** A decision that people work on. */
export const caseFile = z.strictObject({
  id: z.string(),
  useCase: z.string(),
  decisionId: z.string(),
  eventId: z.string(),
  /** The day it is due, `2026-12-31`, in the use case's zone. */
  day: z.string(),
  office: z.string(),
  status: z.enum(caseStatuses),
  assignee: z.string().nullable(),
  /** Grows with every change; a change names the one it saw. */
  revision: z.int(),
  verdicts: z.array(verdict),
});
export type CaseFile = z.infer<typeof caseFile>;

/** A row of the queue. */
export const queueItem = z.strictObject({
  caseId: z.string(),
  decisionId: z.string(),
  eventId: z.string(),
  rank: z.int().describe('1 is the most valuable of its office and day'),
  withinCapacity: z.boolean(),
  outcome: z.string(),
  lane: decision.shape.lane,
  score: z.number(),
  expectedValue: money,
  entity: z.string(),
  office: z.string(),
  day: z.string(),
  eventTime: z.number(),
  status: z.enum(caseStatuses),
  assignee: z.string().nullable(),
  label: z.union([z.literal(0), z.literal(1), z.null()]),
  reasons: decision.shape.reasons,
  /** The case's revision, to be named by a change. */
  revision: z.int(),
});
export type QueueItem = z.infer<typeof queueItem>;

export const queuePage = z.strictObject({
  items: z.array(queueItem),
  total: z.int(),
  /** Give it back to get the next page; null at the end. */
  next: z.string().nullable(),
});
export type QueuePage = z.infer<typeof queuePage>;

/** Work and yield of one day. */
export const queueSummary = z.strictObject({
  day: z.string(),
  days: z.array(z.string()).describe('Days that have cases, newest first'),
  offices: z.array(z.string()),
  outcomes: z.record(z.string(), z.int()),
  capacity: z.array(
    z.strictObject({ office: z.string(), outcome: z.string(), capacity: z.int(), waiting: z.int(), done: z.int() }),
  ),
  verdicts: z.int(),
  confirmed: z.int(),
  /** Recovered by the day's verdicts. */
  recovered: money,
  /** Recovered over the last 30 days, by day. */
  recoveredByDay: z.array(
    z.strictObject({ day: z.string(), amount: z.number(), verdicts: z.int(), confirmed: z.int() }),
  ),
  /** Expected from the day's cases within capacity. */
  expected: money,
});
export type QueueSummary = z.infer<typeof queueSummary>;
