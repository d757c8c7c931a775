import { bilingual } from '@rikuy/contracts';
import { z } from 'zod';
import { name, reasonText, share } from './declared-parts.ts';
import type { EstimatorPlan } from './training-plan.ts';

const estimator: z.ZodType<EstimatorPlan> = z.strictObject({
  kind: name,
  params: z.record(z.string(), z.unknown()).optional(),
  get parts() {
    return z.array(estimator).optional();
  },
});

const searchedValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const dimension = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    low: z.number(),
    high: z.number(),
    log: z.boolean().optional(),
    whole: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('choice'), options: z.array(searchedValue).min(1) }),
]);

const searched = {
  metric: z.enum(['rocAuc', 'averagePrecision', 'logLoss']),
  folds: z.strictObject({ by: z.enum(['time', 'class']), count: z.int().min(2) }),
};

const search = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('grid'),
    ...searched,
    space: z.record(z.string(), z.array(searchedValue).min(1)),
  }),
  z.strictObject({
    method: z.enum(['random', 'tpe']),
    ...searched,
    trials: z.int().min(1),
    space: z.record(z.string(), dimension),
  }),
]);

const candidate = z.strictObject({
  name,
  title: bilingual,
  estimator,
  search: search.optional(),
  learnsFrom: z.enum(['labelled', 'all']).optional(),
});

const baseline = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('model'), name, title: bilingual, estimator }),
  z.strictObject({ kind: z.literal('rules'), name, title: bilingual }),
]);

/** The shape of a training plan. */
export const trainingSchema = z.strictObject({
  features: z.array(name).min(1).optional(),
  candidates: z.array(candidate).min(1),
  baselines: z.array(baseline).optional(),
  choose: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('named'), name }),
    z.strictObject({ kind: z.literal('best'), metric: z.enum(['averagePrecision', 'rocAuc', 'cost']) }),
  ]),
  amount: estimator.optional(),
  amountFeature: name.optional(),
  addedReasons: z.record(z.string(), reasonText).optional(),
  delayDays: z.number().nonnegative(),
  validationShare: share,
  cut: z.iso.date().optional(),
  warmUpDays: z.number().nonnegative(),
  shares: z.array(share).min(1),
  refit: z.boolean().optional(),
});
