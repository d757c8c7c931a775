import { z } from 'zod';
import { stages } from './models.ts';
import { unit } from './records.ts';
import { bilingual } from './text.ts';

/** A feature as the catalogue shows it; made from its declaration. */
export const featureDescription = z.strictObject({
  name: z.string(),
  kind: z.enum(['number', 'category']),
  unit: unit.nullable(),
  title: bilingual,
  description: bilingual,
  /** Why it should tell good from bad. */
  justification: bilingual,
  /** The fraud pattern it aims at, where it aims at one. */
  pattern: z.string().nullable(),
  owner: z.string(),
  /** 1, and one more for every earlier version that it replaces. */
  version: z.int(),
  /** The version before it, a feature of its own name, and the one after it. */
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  /** Where it stands in a sequence of the last events, step 1 being the oldest. */
  sequence: z.strictObject({ name: z.string(), channel: z.string(), step: z.int(), steps: z.int() }).nullable(),
  /** The declaration as a formula that people can read. */
  formula: z.string(),
  /** The fields, labels and lookups it is made from, `declaration_item.quantity_items`, `label:underreported`. */
  sources: z.array(z.string()),
  /** Other features it is made from. */
  features: z.array(z.string()),
  /** Versions of the models that use it, and where each stands: what the one in force decides rests on it. */
  models: z.array(z.string()),
  modelStages: z.record(z.string(), z.enum(stages)),
});
export type FeatureDescription = z.infer<typeof featureDescription>;

/** The features of one event as they were at its moment: null is missing. */
export const featureVector = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));
export type FeatureVector = z.infer<typeof featureVector>;

/** The result of rebuilding logged vectors from history. */
export const parityReport = z.strictObject({
  useCase: z.string(),
  decisions: z.int(),
  values: z.int(),
  differences: z.int(),
  /** The first differences found. */
  examples: z.array(
    z.strictObject({
      decisionId: z.string(),
      feature: z.string(),
      logged: z.union([z.number(), z.string(), z.null()]),
      rebuilt: z.union([z.number(), z.string(), z.null()]),
    }),
  ),
});
export type ParityReport = z.infer<typeof parityReport>;
