import { bilingual } from '@rikuy/contracts';
import { z } from 'zod';
import { type Expression, isExpression } from '../expressions/expression.ts';

const name = z.string().min(1);
const field = { field: name };
/** What it warns from and what it fails from; a check with neither only counts. */
const limits = { warn: z.number().nonnegative().optional(), fail: z.number().nonnegative().optional() };
const common = {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower case letters, digits and underscores'),
  title: bilingual,
  /** The type of record; absent means the one that is decided. */
  record: name.optional(),
  ...limits,
};

/**
 * One check of the quality of data. `warn` and `fail` are the measures from which it warns and fails: for `range`,
 * `completeness`, `unique`, `allowed` and `expression` the share of the rows that break the rule (0 means: any).
 */
export const qualityCheckSchema = z.discriminatedUnion('kind', [
  /** Values lie from `min` to `max`; the absent ones do not count. */
  z.strictObject({
    kind: z.literal('range'),
    ...common,
    ...field,
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  /** Values are there. */
  z.strictObject({ kind: z.literal('completeness'), ...common, ...field }),
  /** No two rows have the same values in all of these fields; rows without one of them do not count. */
  z.strictObject({ kind: z.literal('unique'), ...common, fields: z.array(name).min(1) }),
  /** The newest event is not older than so many days when it is assessed. */
  z.strictObject({ kind: z.literal('freshness'), ...common }),
  /** Values are among these; the absent ones do not count. */
  z.strictObject({ kind: z.literal('allowed'), ...common, ...field, values: z.array(z.string()).min(1) }),
  /** The expression over the fields of a row is true; rows for which it is unknown do not count. */
  z.strictObject({
    kind: z.literal('expression'),
    ...common,
    holds: z.custom<Expression>(isExpression, 'must be an expression; write it with `expression`'),
  }),
  /** The distribution is near that of the version before, by the population stability index (the usual) or Kolmogorov–Smirnov. */
  z.strictObject({ kind: z.literal('distribution'), ...common, ...field, measure: z.enum(['psi', 'ks']).optional() }),
  /** There are at least so many rows: `warn` and `fail` are the numbers below which it warns and fails. */
  z.strictObject({ kind: z.literal('rows'), ...common }),
]);

export const qualitySchema = z.strictObject({ checks: z.array(qualityCheckSchema).min(1) });

export type QualityCheck = z.infer<typeof qualityCheckSchema>;
/** What the data of a use case must be like. */
export type QualityDeclaration = z.infer<typeof qualitySchema>;

/** The fields that a check names; those of an expression are found by its lineage. */
export function fieldsOfCheck(check: QualityCheck): readonly string[] {
  if (check.kind === 'unique') return check.fields;
  return 'field' in check ? [check.field] : [];
}
