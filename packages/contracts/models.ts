import { z } from 'zod';
import { bilingual } from './text.ts';

/** A figure with its bootstrap interval. */
export const figure = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
export type Figure = z.infer<typeof figure>;

/** One point of a curve; what x and y are stands with the curve. */
const point = z.strictObject({ x: z.number(), y: z.number() });

/** What happens when the share inspected is this. */
export const shareFigures = z.strictObject({
  share: z.number(),
  precision: figure,
  recall: figure,
  /** Money recovered, in the currency of the use case. */
  revenue: figure,
  /** Share of all recoverable money. */
  revenueShare: figure,
  lift: z.number(),
});
export type ShareFigures = z.infer<typeof shareFigures>;

export const patternDetection = z.strictObject({
  pattern: z.string(),
  rows: z.int(),
  /** Recall of the pattern's rows by share inspected. */
  recall: z.array(z.strictObject({ share: z.number(), recall: figure })),
});
export type PatternDetection = z.infer<typeof patternDetection>;

/** How well one model did on the rows held out by time. */
export const evaluation = z.strictObject({
  model: z.string(),
  rows: z.int(),
  positives: z.int(),
  rocAuc: figure,
  averagePrecision: figure,
  brier: z.number(),
  logLoss: z.number(),
  ks: z.number(),
  /** At the probability that gives the best F1 on these rows. */
  bestF1: z
    .strictObject({ threshold: z.number(), precision: z.number(), recall: z.number(), f1: z.number() })
    .optional(),
  /** What the policy would have cost per event with this model, and what letting everything pass; by cost only. */
  cost: z.strictObject({ perEvent: figure, ofNothing: z.number(), currency: z.string() }).optional(),
  /** At the share that people can work, `capacityShare` of the manifest. */
  atCapacity: z
    .strictObject({
      figures: shareFigures,
      /** Recall of each planted pattern's rows there. */
      patterns: z.array(z.strictObject({ pattern: z.string(), rows: z.int(), recall: figure })),
    })
    .optional(),
  /** Stands for comparison only and never decides. */
  isBaseline: z.boolean().optional(),
  atShares: z.array(shareFigures),
  patterns: z.array(patternDetection),
  rocCurve: z.array(point),
  precisionRecallCurve: z.array(point),
  calibrationCurve: z.array(z.strictObject({ predicted: z.number(), observed: z.number(), rows: z.int() })),
  liftCurve: z.array(z.strictObject({ share: z.number(), recall: z.number(), revenueShare: z.number() })),
});
export type Evaluation = z.infer<typeof evaluation>;

export const importance = z.strictObject({
  feature: z.string(),
  gain: z.number(),
  meanAbsoluteShap: z.number(),
});
export type Importance = z.infer<typeof importance>;

export const leakageFinding = z.strictObject({
  kind: z.enum([
    'feature-too-good',
    'gaps-give-label-away',
    'value-known-too-late',
    'test-rows-in-training',
    'label-from-the-future',
  ]),
  feature: z.string().nullable(),
  /** AUC of the feature alone, or share of the rows concerned. */
  value: z.number(),
  rows: z.int().nullable(),
});
export type LeakageFinding = z.infer<typeof leakageFinding>;

/** What a search for parameters tried and found. */
export const searchResult = z.strictObject({
  candidate: z.string(),
  method: z.enum(['grid', 'random', 'tpe']),
  metric: z.string(),
  trials: z.int(),
  /** Mean of the metric over the folds. */
  best: z.number(),
  params: z.record(z.string(), z.json()),
});
export type SearchResult = z.infer<typeof searchResult>;

/** How the outcomes and the errors fall on the groups of a field; the ratio is the least favourable rate by the most. */
export const groupFairness = z.strictObject({
  by: z.string(),
  groups: z.array(
    z.strictObject({
      group: z.string(),
      rows: z.int(),
      /** Share of the mildest outcome. */
      favourable: figure,
      /** Share of the label's negatives that got another outcome; null where there are none. */
      wronglyRefused: figure.nullable(),
      /** Share of the label's positives that got the mildest outcome; null where there are none. */
      wronglyPassed: figure.nullable(),
    }),
  ),
  ratio: z.number(),
});
export type GroupFairness = z.infer<typeof groupFairness>;

/** What a model is for and what it is not, in words; the rest of its card is in the manifest. */
export const modelPurpose = z.strictObject({
  purpose: bilingual,
  /** Who uses it, and who decides. */
  users: bilingual,
  data: bilingual,
  /** What it cannot do, and when not to use it. */
  limits: z.array(bilingual).min(1),
});
export type ModelPurpose = z.infer<typeof modelPurpose>;

export const stages = ['candidate', 'shadow', 'champion', 'retired'] as const;

/** Everything about a registered model but its arrays: enough to judge it, to trace it and to make it again. */
export const modelManifest = z.strictObject({
  protocol: z.int(),
  version: z.string(),
  useCase: z.string(),
  name: z.string(),
  stage: z.enum(stages),
  createdAt: z.string(),
  createdBy: z.string(),
  seed: z.int(),
  codeVersion: z.string(),
  nodeVersion: z.string(),
  /** The exact data: a range of the event log and the hash of what it held. */
  dataset: z.strictObject({
    fromSequence: z.int(),
    toSequence: z.int(),
    events: z.int(),
    labels: z.int(),
    sha256: z.string(),
    /** The dataset version that holds it; absent where none are kept. */
    version: z.string().optional(),
    /** What the quality checks said of it, and why data that failed them were used all the same. */
    quality: z.enum(['pass', 'warn', 'fail']).optional(),
    acceptedBecause: z.string().optional(),
  }),
  split: z.strictObject({
    cut: z.string(),
    delayDays: z.number(),
    trainRows: z.int(),
    trainPositives: z.int(),
    validationRows: z.int(),
    validationPositives: z.int(),
  }),
  features: z.array(z.string()),
  featuresSha256: z.string(),
  plan: z.json(),
  chosen: z.string(),
  evaluations: z.array(evaluation),
  importance: z.array(importance),
  leakage: z.array(leakageFinding),
  thresholds: z.record(z.string(), z.number()),
  /** Share of the recent events that people could have worked. */
  capacityShare: z.number(),
  /** Hash of each file of the bundle. */
  files: z.record(z.string(), z.string()),
  /** Titles of the candidates and baselines, by name. */
  titles: z.record(z.string(), bilingual).optional(),
  searches: z.array(searchResult).optional(),
  /** The policy that the thresholds belong to. */
  policy: z.strictObject({ kind: z.string(), version: z.string() }).optional(),
  card: modelPurpose.optional(),
  /** By group of people or companies; absent where nobody has assessed it. */
  fairness: z.array(groupFairness).optional(),
  trainSeconds: z.number(),
});
export type ModelManifest = z.infer<typeof modelManifest>;

export const modelSummary = modelManifest
  .pick({ version: true, useCase: true, name: true, stage: true, createdAt: true, createdBy: true, chosen: true })
  .extend({ rocAuc: figure, averagePrecision: figure });
export type ModelSummary = z.infer<typeof modelSummary>;
