import type { Bilingual, RejectionReason } from '@rikuy/contracts';

/** What a source brings for one value: text from files, typed values from JSON and Parquet. */
export type RawValue = string | number | boolean | null;

/** A value read, or why it cannot be. */
export type Reading = ReadValue | Refusal;

export interface ReadValue {
  readonly kind: 'value';
  readonly value: string | number | boolean;
  /** Whether unit, spelling or format had to be changed. */
  readonly converted: boolean;
  /** The currency written beside an amount. */
  readonly currency?: string;
}

export interface Refusal {
  readonly kind: 'refusal';
  readonly reason: RejectionReason;
  /** Completes "expected …". */
  readonly expected: Bilingual;
  readonly repair: Bilingual;
}

/** What a file's other rows tell about how a column is written. */
export interface ColumnHint {
  /** The sign before the fraction, which decides what `1,234` is. */
  readonly decimal: '.' | ',';
  /** Whether `03/04/2026` is the third of April or the fourth of March. */
  readonly dateOrder: 'day-first' | 'month-first';
  /** The unit that the column's header or its companion column names. */
  readonly unit: string | null;
}

/** How Peru writes: 1,234.50 and 31/12/2026. */
export const peruvianHint: ColumnHint = { decimal: '.', dateOrder: 'day-first', unit: null };

/** Reads one present value of a field. */
export type FieldReader = (raw: string | number | boolean, hint: ColumnHint) => Reading;

export function readAs(value: string | number | boolean, converted: boolean): ReadValue {
  return { kind: 'value', value, converted };
}

export function refuse(reason: RejectionReason, expected: Bilingual, repair: Bilingual): Refusal {
  return { kind: 'refusal', reason, expected, repair };
}
