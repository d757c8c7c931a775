import { z } from 'zod';
import { recordDeclaration } from './records.ts';
import { bilingual } from './text.ts';

/** An outcome that a policy can give, in order of severity, the mildest first. */
export const outcomeDeclaration = z.strictObject({
  code: z.string(),
  title: bilingual,
  /** What it means for the person concerned. */
  meaning: bilingual,
  tone: z.enum(['good', 'warning', 'bad']),
  /** Whether people look at it: it gets a case and its reasons at once. */
  worked: z.boolean(),
  /** Whether the person concerned is told why at once though nobody works it; absent means as `worked`. */
  explained: z.boolean().optional(),
});
export type OutcomeDeclaration = z.infer<typeof outcomeDeclaration>;

/** By what a policy divides events among outcomes: capacity, cost, or points of a score. */
export const policyKinds = ['quotas', 'thresholds', 'points'] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** What a client needs to know of a use case: its form, its outcomes, its words. */
export const useCaseDescription = z.strictObject({
  id: z.string(),
  title: bilingual,
  description: bilingual,
  recordType: z.string(),
  record: recordDeclaration,
  outcomes: z.array(outcomeDeclaration),
  policyKind: z.enum(policyKinds).optional(),
  /** The other types of record that the use case takes. */
  otherRecords: z.record(z.string(), recordDeclaration).optional(),
  label: z.strictObject({ name: z.string(), positive: bilingual, negative: bilingual }),
  /** The field of the entity whose history counts, `importer_ruc`. */
  entityField: z.string(),
  officeField: z.string(),
  currency: z.string(),
  patterns: z.record(z.string(), bilingual),
  /** What whoever is decided about must be told before; of uses of high risk. */
  notice: bilingual.optional(),
  /** Whether people may give a decision another outcome, with a reason. */
  mayOverride: z.boolean().optional(),
  /** Fields that the person concerned can change, for what would change a decision. */
  changeable: z.array(z.string()).optional(),
  /** The groups between which its models are compared, by feature. */
  fairness: z.array(z.strictObject({ by: z.string(), title: bilingual })).optional(),
  /** Complete records to try. */
  examples: z.array(
    z.strictObject({
      title: bilingual,
      record: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
});
export type UseCaseDescription = z.infer<typeof useCaseDescription>;
