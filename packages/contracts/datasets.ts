import { z } from 'zod';
import { leakageFinding } from './models.ts';
import { unit } from './records.ts';
import { bilingual } from './text.ts';

export const columnKinds = ['number', 'category', 'time', 'boolean'] as const;

/** One column of a table of a dataset version. */
export const datasetColumn = z.strictObject({
  name: z.string(),
  kind: z.enum(columnKinds),
  /** `identity` tells records apart, `field` is what the source brought, `label` what was found out, `log` the log's own. */
  role: z.enum(['identity', 'field', 'label', 'log']),
  /** Personal data: the snapshot holds a keyed hash of it, equal for equal values. */
  personal: z.boolean(),
  title: bilingual.nullable(),
  unit: unit.nullable(),
});
export type DatasetColumn = z.infer<typeof datasetColumn>;

/** A Parquet file of a dataset version. */
export const datasetTable = z.strictObject({
  name: z.string(),
  rows: z.int(),
  columns: z.array(datasetColumn),
  bytes: z.int(),
  /** SHA-256 of the file. */
  sha256: z.string(),
});
export type DatasetTableSummary = z.infer<typeof datasetTable>;

/** Where a dataset version came from. */
export const datasetSource = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('log'),
    fromSequence: z.int(),
    toSequence: z.int(),
    /** The loads that had reached the log by then, newest first. */
    loads: z.array(z.strictObject({ loadId: z.string(), source: z.string(), accepted: z.int() })),
  }),
  z.strictObject({
    kind: z.literal('file'),
    name: z.string(),
    /** SHA-256 of its bytes. */
    sha256: z.string(),
    read: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    duplicates: z.int(),
  }),
]);
export type DatasetSource = z.infer<typeof datasetSource>;

/** An immutable snapshot of the data of a use case: enough to find it, to trust it and to trace it. */
export const datasetVersion = z.strictObject({
  protocol: z.literal(1),
  useCase: z.string(),
  version: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  source: datasetSource,
  /** SHA-256 of the log's entries in order: the same that models trained on them name. */
  sha256: z.string(),
  /** SHA-256 of the declarations of records and label. */
  schemaSha256: z.string(),
  events: z.int(),
  labels: z.int(),
  /** Events whose newest label is positive. */
  positives: z.int(),
  /** Epoch ms; null where there is no event. */
  firstEventTime: z.number().nullable(),
  lastEventTime: z.number().nullable(),
  /** The version before it. */
  parent: z.string().nullable(),
  /** Name of the table of the decided records. */
  mainTable: z.string(),
  tables: z.array(datasetTable),
});
export type DatasetVersion = z.infer<typeof datasetVersion>;

export const qualityStatuses = ['pass', 'warn', 'fail'] as const;
export const qualityStatus = z.enum(qualityStatuses);
export type QualityStatus = z.infer<typeof qualityStatus>;

export const qualityKinds = [
  'range',
  'completeness',
  'unique',
  'freshness',
  'allowed',
  'expression',
  'distribution',
  'rows',
] as const;

/** One quality check, assessed. */
export const qualityResult = z.strictObject({
  id: z.string(),
  kind: z.enum(qualityKinds),
  title: bilingual,
  table: z.string(),
  fields: z.array(z.string()),
  status: qualityStatus,
  /** What `value`, `warn` and `fail` are: a share of the rows, days, a count, or a statistic of two distributions. */
  measure: z.enum(['share', 'days', 'rows', 'psi', 'ks']),
  /** Null where there was nothing to measure: no rows, or no earlier version. */
  value: z.number().nullable(),
  /** From here on it warns, and from here on it fails; null never does. */
  warn: z.number().nullable(),
  fail: z.number().nullable(),
  /** Rows looked at, and those that break the rule. */
  checked: z.int(),
  violations: z.int(),
  /** Numbers in the log of the first rows that break it; never their values. */
  examples: z.array(z.int()),
});
export type QualityResult = z.infer<typeof qualityResult>;

/** What the checks of a use case found in a dataset version. */
export const qualityReport = z.strictObject({
  useCase: z.string(),
  dataset: z.string(),
  /** The version with which distributions were compared. */
  against: z.string().nullable(),
  assessedAt: z.iso.datetime(),
  status: qualityStatus,
  checks: z.array(qualityResult),
  counts: z.strictObject({
    /** Absent values of fields, taken as unknown by features and models. */
    missing_values_handled: z.int(),
    /** Rows refused when loaded because a value was out of its range; null where the reject files are gone. */
    outliers_removed: z.int().nullable(),
    /** Values changed to our unit, currency, spelling or number format when loaded, and repeated rows left out. */
    inconsistencies_fixed: z.int(),
  }),
  /** SHA-256 of the checks as declared. */
  checksSha256: z.string(),
});
export type QualityReport = z.infer<typeof qualityReport>;

/** Rows of a value or range of a column, and how many of them are labelled and positive. */
const labelledCount = { rows: z.int(), labelled: z.int(), positives: z.int() };

export const numberProfile = z.strictObject({
  min: z.number(),
  max: z.number(),
  mean: z.number(),
  /** Of the sample, n − 1; null for fewer than two values. */
  std: z.number().nullable(),
  skewness: z.number().nullable(),
  kurtosis: z.number().nullable(),
  zeros: z.int(),
  negatives: z.int(),
  quantiles: z.array(z.strictObject({ p: z.number(), value: z.number() })),
  /** Bars of equal width from `from` to `to`; what lies outside is counted beside them. */
  histogram: z.strictObject({
    from: z.number(),
    to: z.number(),
    bars: z.array(z.strictObject(labelledCount)),
    below: z.int(),
    above: z.int(),
  }),
});
export type NumberProfile = z.infer<typeof numberProfile>;

export const categoryProfile = z.strictObject({
  /** The commonest values; empty for personal data. */
  top: z.array(z.strictObject({ value: z.string(), ...labelledCount })),
  /** Rows with another value. */
  others: z.int(),
});
export type CategoryProfile = z.infer<typeof categoryProfile>;

export const timeUnits = ['hour', 'day', 'week', 'month'] as const;

export const timeProfile = z.strictObject({
  /** Epoch ms. */
  min: z.number(),
  max: z.number(),
  unit: z.enum(timeUnits),
  /** Every period from the first to the last, the empty ones too; `from` is epoch ms. */
  periods: z.array(z.strictObject({ from: z.number(), ...labelledCount })),
  emptyPeriods: z.int(),
});
export type TimeProfile = z.infer<typeof timeProfile>;

export const columnProfile = z.strictObject({
  column: datasetColumn,
  present: z.int(),
  missing: z.int(),
  distinct: z.int(),
  numbers: numberProfile.nullable(),
  categories: categoryProfile.nullable(),
  times: timeProfile.nullable(),
  /** How well the column alone ranks the labelled rows of the sample, an AUC ≥ 0.5; null without a label. */
  labelAuc: z.number().nullable(),
});
export type ColumnProfile = z.infer<typeof columnProfile>;

export const associationMeasures = ['pearson', 'spearman', 'cramers-v', 'correlation-ratio'] as const;

/** How strongly two columns go together; `pearson` and `spearman` have a sign. */
export const association = z.strictObject({
  measure: z.enum(associationMeasures),
  a: z.string(),
  b: z.string(),
  value: z.number(),
});
export type Association = z.infer<typeof association>;

export const profileWarningCodes = [
  'empty',
  'constant',
  'mostly-missing',
  'unique',
  'many-values',
  'skewed',
  'many-zeros',
  'duplicate-rows',
  'duplicate-identities',
  'empty-periods',
  'strong-association',
  'leakage',
  'few-positives',
] as const;

export const profileWarning = z.strictObject({
  code: z.enum(profileWarningCodes),
  columns: z.array(z.string()),
  value: z.number(),
  text: bilingual,
});
export type ProfileWarning = z.infer<typeof profileWarning>;

/** What a table looks like. Counts, moments, quantiles and Pearson are of all rows; the rest of a sample of them. */
export const profile = z.strictObject({
  protocol: z.literal(1),
  name: z.string(),
  /** The dataset version, of a use case; null for a file. */
  useCase: z.string().nullable(),
  dataset: z.string().nullable(),
  createdAt: z.iso.datetime(),
  rows: z.int(),
  /** Lines of a file that could not be read. */
  unreadable: z.int(),
  /** Rows that repeat an earlier one in every column but identity and the log's own. */
  duplicateRows: z.int(),
  /** Rows that repeat an earlier identity; null where none is declared. */
  duplicateIdentities: z.int().nullable(),
  /** Rows from which Spearman, associations, AUCs and leakage are taken. */
  sampleRows: z.int(),
  label: z.strictObject({ name: z.string(), labelled: z.int(), positives: z.int() }).nullable(),
  /** The column by which time runs. */
  timeColumn: z.string().nullable(),
  columns: z.array(columnProfile),
  associations: z.array(association),
  leakage: z.array(leakageFinding),
  warnings: z.array(profileWarning),
});
export type Profile = z.infer<typeof profile>;

/** How a column's distribution moved between two versions. */
export const columnShift = z.strictObject({
  column: z.string(),
  /** Population stability index over the tenths of the older version, or its commonest values. */
  psi: z.number(),
  /** Greatest distance of the two distribution functions; null for categories. */
  ks: z.number().nullable(),
  missingBefore: z.number(),
  missingAfter: z.number(),
});
export type ColumnShift = z.infer<typeof columnShift>;

/** What differs between two versions of a dataset. */
export const datasetDiff = z.strictObject({
  useCase: z.string(),
  table: z.string(),
  before: z.string(),
  after: z.string(),
  rowsBefore: z.int(),
  rowsAfter: z.int(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Rows of both versions in which a column differs, where there are any. */
  changedColumns: z.array(z.strictObject({ column: z.string(), rows: z.int() })),
  schema: z.array(
    z.strictObject({
      column: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  shifts: z.array(columnShift),
});
export type DatasetDiff = z.infer<typeof datasetDiff>;

/** A version in a list, with what is known of its quality and who uses it. */
export const datasetSummary = z.strictObject({
  version: datasetVersion,
  quality: qualityStatus.nullable(),
  /** Versions of the models trained on it. */
  models: z.array(z.string()),
});
export type DatasetSummary = z.infer<typeof datasetSummary>;

/** What became known of an event, and what had been known before. */
export const labelRecord = z.strictObject({
  eventId: z.string(),
  sequence: z.int(),
  /** Epoch ms. */
  eventTime: z.number(),
  knownAt: z.number(),
  label: z.union([z.literal(0), z.literal(1)]),
  amount: z.number().nullable(),
  /** `verdict` of a case, or a `load` of records. */
  source: z.enum(['verdict', 'load']),
  verifiedBy: z.string().nullable(),
  /** The label that this one replaced; null is none. */
  corrects: z.union([z.literal(0), z.literal(1)]).nullable(),
});
export type LabelRecord = z.infer<typeof labelRecord>;
