import { bilingual, modelPurpose, recordDeclaration, unit } from '@rikuy/contracts';
import { z } from 'zod';
import { expression, name, reasonText } from './declared-parts.ts';
import { policySchema } from './policy-schema.ts';
import { trainingSchema } from './training-schema.ts';
import { qualitySchema } from './quality-declaration.ts';
import type { UseCase } from './use-case.ts';

const feature = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower case letters, digits and underscores'),
  kind: z.enum(['number', 'category']),
  unit: unit.nullable(),
  title: bilingual,
  description: bilingual,
  justification: bilingual,
  pattern: name.nullable(),
  owner: name,
  value: expression,
  replaces: name.optional(),
  sequence: z.strictObject({ name, channel: name, step: z.int().min(1), steps: z.int().min(1) }).optional(),
});

const label = z.strictObject({
  name,
  positive: bilingual,
  negative: bilingual,
  columns: z.strictObject({ label: name, knownAt: name.optional(), amount: name.optional() }),
  aliases: z.record(z.string(), z.array(z.string())).optional(),
  currency: z.string().length(3),
  opposite: z.boolean().optional(),
  foundBy: z.enum(['people', 'time']).optional(),
  assumedDelayDays: z.number().nonnegative().optional(),
});

const lookup = z.strictObject({
  title: bilingual,
  unit: unit.nullable(),
  rows: z.array(z.strictObject({ key: z.string(), from: z.iso.date(), value: z.number(), source: name })),
});

const changeable = z
  .strictObject({
    field: name,
    direction: z.enum(['raise', 'lower']),
    scale: z.enum(['value', 'factor']),
    least: z.number(),
    most: z.number(),
    step: z.number().positive(),
    along: z.array(name).optional(),
    effort: z.number().positive().optional(),
    text: bilingual,
  })
  .refine(({ least, most }) => least < most, 'must have `least` below `most`');

/** The shape of a use case; what its parts say of each other is checked by `defineUseCase`. */
export const useCaseSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower case letters, digits and hyphens'),
  title: bilingual,
  description: bilingual,
  records: z.record(z.string(), recordDeclaration),
  decides: name,
  entityField: name,
  officeField: name,
  valueField: name,
  label,
  lookups: z.record(z.string(), lookup),
  features: z.array(feature).min(1),
  allowedLatenessDays: z.number().positive().optional(),
  peers: z.strictObject({ title: bilingual, unit, value: expression, by: z.array(name).min(1) }),
  quality: qualitySchema.optional(),
  training: trainingSchema,
  policy: policySchema,
  reasons: z.record(z.string(), reasonText),
  patterns: z.record(z.string(), bilingual),
  examples: z.array(
    z.strictObject({
      title: bilingual,
      record: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  card: modelPurpose.optional(),
  changeable: z.array(changeable).optional(),
  fairness: z.array(name).optional(),
  overrides: name.optional(),
  notice: bilingual.optional(),
});

/** A use case as it is written: parts of records that have a usual value may be left out, lists may be read-only. */
export type UseCaseInput = Omit<UseCase, 'records'> & {
  readonly records: Readonly<Record<string, z.input<typeof recordDeclaration>>>;
};
