import { bilingual, outcomeDeclaration, recordDeclaration, unit } from '@rikuy/contracts';
import { z } from 'zod';
import { isExpression, type Expression } from '../expressions/expression.ts';
import type { EstimatorPlan, UseCase } from './use-case.ts';

const expression = z.custom<Expression>(
  isExpression,
  'must be an expression; write it with `features` or `expression`',
);
const name = z.string().min(1);
const share = z.number().gt(0).lt(1);

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
});

const label = z.strictObject({
  name,
  positive: bilingual,
  negative: bilingual,
  columns: z.strictObject({ label: name, knownAt: name.optional(), amount: name.optional() }),
  aliases: z.record(z.string(), z.array(z.string())).optional(),
  currency: z.string().length(3),
  assumedDelayDays: z.number().nonnegative().optional(),
});

const lookup = z.strictObject({
  title: bilingual,
  unit: unit.nullable(),
  rows: z.array(z.strictObject({ key: z.string(), from: z.iso.date(), value: z.number(), source: name })),
});

const estimator: z.ZodType<EstimatorPlan> = z.strictObject({
  kind: name,
  params: z.record(z.string(), z.unknown()).optional(),
  get parts() {
    return z.array(estimator).optional();
  },
});

const training = z.strictObject({
  features: z.array(name).min(1).optional(),
  candidates: z.array(z.strictObject({ name, title: bilingual, estimator })).min(1),
  choose: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('named'), name }),
    z.strictObject({ kind: z.literal('best'), metric: z.enum(['averagePrecision', 'rocAuc']) }),
  ]),
  amount: estimator.optional(),
  delayDays: z.number().nonnegative(),
  validationShare: share,
  cut: z.iso.date().optional(),
  warmUpDays: z.number().nonnegative(),
  shares: z.array(share).min(1),
  refit: z.boolean().optional(),
});

const policy = z.strictObject({
  version: name,
  outcomes: z.array(outcomeDeclaration).min(1),
  lanes: z.array(
    z.strictObject({
      outcome: name,
      capacity: z
        .record(z.string(), z.number().nonnegative())
        .refine(capacity => Object.hasOwn(capacity, 'default'), 'must have a `default` for offices not named')
        .transform(capacity => capacity as Readonly<Record<string, number>> & { readonly default: number }),
      randomShare: share,
    }),
  ),
  rules: z.array(z.strictObject({ id: name, when: expression, outcome: name, text: bilingual, short: bilingual })),
});

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
  training,
  policy,
  reasons: z.record(z.string(), z.strictObject({ raises: bilingual, lowers: bilingual, short: bilingual })),
  patterns: z.record(z.string(), bilingual),
  examples: z.array(
    z.strictObject({
      title: bilingual,
      record: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
});

/** A use case as it is written: parts of records that have a usual value may be left out, lists may be read-only. */
export type UseCaseInput = Omit<UseCase, 'records'> & {
  readonly records: Readonly<Record<string, z.input<typeof recordDeclaration>>>;
};
