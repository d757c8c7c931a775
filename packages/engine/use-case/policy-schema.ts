import { bilingual, outcomeDeclaration } from '@rikuy/contracts';
import { z } from 'zod';
import { expression, name, share } from './declared-parts.ts';

const effect = z.enum(['at-least', 'at-most', 'exactly']);

const parts = {
  version: name,
  outcomes: z.array(outcomeDeclaration).min(1),
  rules: z.array(
    z.strictObject({
      id: name,
      when: expression,
      outcome: name,
      effect: effect.optional(),
      text: bilingual,
      short: bilingual,
    }),
  ),
  lists: z
    .array(
      z.strictObject({
        id: name,
        kind: z.enum(['allow', 'deny']),
        field: name,
        outcome: name,
        text: bilingual,
        short: bilingual,
        entries: z.array(
          z.strictObject({ value: name, from: z.iso.date(), until: z.iso.date().optional(), reason: bilingual }),
        ),
      }),
    )
    .optional(),
};

const lane = z.strictObject({
  outcome: name,
  capacity: z
    .record(z.string(), z.number().nonnegative())
    .refine(capacity => Object.hasOwn(capacity, 'default'), 'must have a `default` for offices not named')
    .transform(capacity => capacity as Readonly<Record<string, number>> & { readonly default: number }),
  randomShare: share,
  caseCost: z.number().nonnegative().optional(),
});

const cost = z.strictObject({ fixed: z.number().optional(), shareOfAmount: z.number().optional() });

const exploration = z.strictObject({ outcome: name, share, mostAtStake: z.number().positive().optional() });

const scale = z
  .strictObject({
    baseScore: z.number(),
    baseOdds: z.number().positive(),
    pointsToDouble: z.number().positive(),
    lowest: z.int(),
    highest: z.int(),
  })
  .refine(({ lowest, highest }) => lowest < highest, 'must have `lowest` below `highest`');

/** The shape of a policy, by its kind. */
export const policySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quotas'), ...parts, lanes: z.array(lane) }),
  z.strictObject({
    kind: z.literal('thresholds'),
    ...parts,
    costs: z.record(z.string(), z.strictObject({ ifPositive: cost, ifNegative: cost })),
    choose: z.enum(['on-validation', 'per-event']),
    exploration: exploration.optional(),
  }),
  z.strictObject({
    kind: z.literal('points'),
    ...parts,
    scale,
    cutOffs: z.record(z.string(), z.number()),
    exploration: exploration.optional(),
  }),
]);
