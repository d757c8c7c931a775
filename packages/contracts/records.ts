import { z } from 'zod';
import { bilingual } from './text.ts';

/** Units that fields and features are told in. */
export const units = ['kg', 'PEN', 'USD', 'USD/kg', 'count', 'days', 'seconds', 'share', 'ratio', 'percent'] as const;
export const unit = z.enum(units);
export type Unit = z.infer<typeof unit>;

const common = {
  /** The name in our records. */
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** Other names under which files bring it; compared without regard to case, spaces and underscores. */
  aliases: z.array(z.string()).default([]),
  title: bilingual,
  description: bilingual,
  required: z.boolean().default(false),
  /** Personal data: masked by role, never in logs, errors or metrics. */
  personal: z.boolean().default(false),
  example: z.union([z.string(), z.number(), z.boolean()]).optional(),
};

export const numberField = z.strictObject({
  kind: z.literal('number'),
  ...common,
  unit: unit.optional(),
  integer: z.boolean().default(false),
  min: z.number().optional(),
  max: z.number().optional(),
  /** What another unit is worth in ours, `{ g: 0.001, t: 1000 }`; a value or column may name it. */
  conversions: z.record(z.string(), z.number()).default({}),
});

/** An amount of money in the currency that another field of the record names. */
export const moneyField = z.strictObject({
  kind: z.literal('money'),
  ...common,
  /** The field that holds the ISO 4217 code; absent means always `currency`. */
  currencyField: z.string().optional(),
  currency: z.string().length(3).default('USD'),
  min: z.number().optional(),
});

export const categoryField = z.strictObject({
  kind: z.literal('category'),
  ...common,
  /** The permitted values with their titles; absent means open. */
  values: z.record(z.string(), bilingual).optional(),
  /** Spellings seen in files, to the value they mean, `{ AEREO: 'air' }`; compared without regard to case. */
  spellings: z.record(z.string(), z.string()).default({}),
  pattern: z.string().optional(),
});

export const identifierField = z.strictObject({
  kind: z.literal('identifier'),
  ...common,
  /** `ruc` and `dni` are checked by their digits; `text` by `pattern` where there is one. */
  format: z.enum(['text', 'ruc', 'dni', 'currency', 'country']).default('text'),
  pattern: z.string().optional(),
});

export const timeField = z.strictObject({
  kind: z.literal('time'),
  ...common,
  /** Whether the value is a day (kept as its midnight in `zone`) or an instant. */
  precision: z.enum(['day', 'instant']).default('instant'),
  zone: z.string().default('America/Lima'),
});

export const booleanField = z.strictObject({ kind: z.literal('boolean'), ...common });

export const field = z.discriminatedUnion('kind', [
  numberField,
  moneyField,
  categoryField,
  identifierField,
  timeField,
  booleanField,
]);
export type Field = z.infer<typeof field>;
export type FieldInput = z.input<typeof field>;

/** One type of record: what a file, a request or a topic brings. */
export const recordDeclaration = z.strictObject({
  title: bilingual,
  fields: z.array(field).min(1),
  /** The fields that together identify the record; a second one with the same values is a duplicate. */
  identity: z.array(z.string()).min(1),
  /** The field with the time at which it happened. */
  timeField: z.string(),
});
export type RecordDeclaration = z.infer<typeof recordDeclaration>;

/** A value of a validated record: times are epoch milliseconds, what is absent is null. */
export type FieldValue = string | number | boolean | null;
export type RecordValues = Readonly<Record<string, FieldValue>>;

/** Why a value was not accepted. Goes to the reject file, one line each. */
export const rejection = z.strictObject({
  /** Line of the file, the header being 1; 0 where there are no lines. */
  line: z.int(),
  field: z.string(),
  value: z.string(),
  reason: z.enum([
    'broken-line',
    'wrong-encoding',
    'missing-column',
    'missing-value',
    'not-a-number',
    'not-a-date',
    'ambiguous-date',
    'out-of-range',
    'unknown-value',
    'unknown-currency',
    'unknown-unit',
    'wrong-check-digit',
    'wrong-format',
  ]),
  message: bilingual,
  repair: bilingual,
});
export type Rejection = z.infer<typeof rejection>;
export type RejectionReason = Rejection['reason'];

/** How a column was read whose values could mean two things. */
export const columnReading = z.strictObject({
  column: z.string(),
  /** The sign before the fraction: what `1,234` is. */
  decimal: z.enum(['.', ',']).optional(),
  /** What `03/04/2026` is. */
  dateOrder: z.enum(['day-first', 'month-first']).optional(),
  /** Whether other values of the column decided, or the custom of the country where none did. */
  decidedBy: z.enum(['values', 'custom']),
});
export type ColumnReading = z.infer<typeof columnReading>;

/** How far a load is in the order of its entries. */
export const loadPosition = z.strictObject({
  /** Entries that the log has been offered. */
  position: z.int(),
  /** How many of them, the last ones, the report does not count yet: what became of them is known after the write. */
  uncounted: z.int(),
  /** The last sequence of the log before those. */
  sequence: z.int(),
});
export type LoadPosition = z.infer<typeof loadPosition>;

/** The account of one load: `read = accepted + rejected + duplicates`, always. */
export const loadReport = z.strictObject({
  loadId: z.string(),
  useCase: z.string(),
  recordType: z.string(),
  source: z.string(),
  read: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  duplicates: z.int(),
  converted: z.int().describe('Values changed to our unit, currency, spelling or number format'),
  rejectFile: z.string().nullable(),
  finished: z.boolean(),
  /** Epoch ms. */
  startedAt: z.number().optional(),
  columns: z.array(columnReading).optional(),
  /** Where the load goes on if it is killed; absent once it is finished. */
  resume: loadPosition.optional(),
});
export type LoadReport = z.infer<typeof loadReport>;
