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
});
export type OutcomeDeclaration = z.infer<typeof outcomeDeclaration>;

/** What a client needs to know of a use case: its form, its outcomes, its words. */
export const useCaseDescription = z.strictObject({
  id: z.string(),
  title: bilingual,
  description: bilingual,
  recordType: z.string(),
  record: recordDeclaration,
  outcomes: z.array(outcomeDeclaration),
  label: z.strictObject({ name: z.string(), positive: bilingual, negative: bilingual }),
  /** The field of the entity whose history counts, `importer_ruc`. */
  entityField: z.string(),
  officeField: z.string(),
  currency: z.string(),
  patterns: z.record(z.string(), bilingual),
  /** Complete records to try. */
  examples: z.array(
    z.strictObject({
      title: bilingual,
      record: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
});
export type UseCaseDescription = z.infer<typeof useCaseDescription>;
