import type { Field, FieldValue, RecordValues, Rejection } from '@rikuy/contracts';
import type { Binding, SlotSource } from './bind-columns.ts';
import { isAbsent } from './readers/field-reader.ts';
import { unknownCurrency } from './readers/identifier-reader.ts';
import { endOfDay, isWholeDay } from './readers/time-reader.ts';
import {
  type ColumnHint,
  peruvianHint,
  type RawValue,
  type Reading,
  type ReadValue,
  type Refusal,
  refuse,
} from './reading.ts';
import type { RecordPlan, Slot } from './record-plan.ts';
import { missingValue, rejectionOf } from './rejections.ts';

const dayMs = 86_400_000;

export type RawRecord = Readonly<Record<string, RawValue>>;
export type ParsedRecord = AcceptedRecord | RejectedRecord;

export interface AcceptedRecord {
  readonly kind: 'accepted';
  /** Every field of the declaration; absent is null. Amounts stay in the currency declared. */
  readonly values: RecordValues;
  /** The label that came in the same row; null is unknown. */
  readonly label: ParsedLabel | null;
  /** Columns whose name begins with `_`, without it. */
  readonly hidden: RecordValues | null;
  /** Values whose unit, spelling or format had to be changed. */
  readonly converted: number;
}

/** What was found out about a record later. */
export interface ParsedLabel {
  readonly label: 0 | 1;
  /** In the currency of the use case's label. */
  readonly amount: number | null;
  /** Epoch ms; NaN in a file of labels where it has no column. */
  readonly knownAt: number;
}

export interface RejectedRecord {
  readonly kind: 'rejected';
  readonly rejections: readonly Rejection[];
}

export interface ReadOptions {
  /** Line in the file; 0 where there are no lines. */
  readonly line: number;
  readonly binding: Binding;
  /** How columns are written, by column. */
  readonly hints: ReadonlyMap<string, ColumnHint>;
}

interface Draft {
  readonly plan: RecordPlan;
  readonly line: number;
  readonly values: Record<string, FieldValue>;
  readonly label: { label: boolean | null; knownAt: number | null; amount: number | null };
  /** Currencies written beside amounts. */
  readonly signs: { readonly field: Field; readonly raw: Present; readonly currency: string }[];
  readonly rejections: Rejection[];
  converted: number;
}

type Present = string | number | boolean;

/** Reads a raw record whose columns are bound already. */
export function readRecord(plan: RecordPlan, raw: RawRecord, { line, binding, hints }: ReadOptions): ParsedRecord {
  const draft = emptyDraft(plan, line);
  for (let position = 0; position < plan.slots.length; position++) {
    const [slot, source] = [plan.slots[position], binding.sources[position]];
    const column = presentColumn(raw, source, slot.field.kind);
    if (column === null) leaveEmpty(draft, slot);
    else fill(draft, slot, raw[column] as Present, hintOf(hints.get(column) ?? peruvianHint, source, raw));
  }
  agreeOnCurrencies(draft);
  const label = labelOf(draft);
  if (draft.rejections.length > 0) return { kind: 'rejected', rejections: draft.rejections };
  const { values, converted } = draft;
  return { kind: 'accepted', values, label, hidden: hiddenOf(raw, binding), converted };
}

function emptyDraft(plan: RecordPlan, line: number): Draft {
  const label = { label: null, knownAt: null, amount: null };
  return { plan, line, values: {}, label, signs: [], rejections: [], converted: 0 };
}

/** The first column with a value. */
function presentColumn(raw: RawRecord, { columns }: SlotSource, kind: Field['kind']): string | null {
  for (const column of columns) if (!isAbsent(raw[column], kind)) return column;
  return null;
}

function hintOf(hint: ColumnHint, { unit, unitColumn }: SlotSource, raw: RawRecord): ColumnHint {
  const stated = unitColumn === null || isAbsent(raw[unitColumn], 'identifier') ? unit : String(raw[unitColumn]);
  return stated === null ? hint : { ...hint, unit: stated };
}

function leaveEmpty(draft: Draft, { field, isRequired, label }: Slot): void {
  if (isRequired) draft.rejections.push(missingValue(field, draft.line));
  else if (label === null) draft.values[field.name] = null;
}

function fill(draft: Draft, slot: Slot, raw: Present, hint: ColumnHint): void {
  const { field } = slot;
  const reading = storable(slot.read(raw, hint));
  if (reading.kind === 'refusal') return reject(draft, field, raw, reading);
  if (reading.converted) draft.converted++;
  if (reading.currency !== undefined) draft.signs.push({ field, raw, currency: reading.currency });
  if (slot.label === null) draft.values[field.name] = reading.value;
  else fillLabel(draft, slot, raw, reading);
}

function storable(reading: Reading): Reading {
  return reading.kind === 'refusal' || isStorable(reading.value) ? reading : unstorable;
}

/** Databases keep neither NUL nor half of a surrogate pair. */
function isStorable(raw: RawValue): boolean {
  return typeof raw !== 'string' || (!raw.includes('\0') && raw.isWellFormed());
}

const unstorable = refuse(
  'wrong-format',
  { es: 'texto sin caracteres nulos ni incompletos', en: 'text without null or incomplete characters' },
  { es: 'Quite esos caracteres del valor.', en: 'Remove those characters from the value.' },
);

function fillLabel({ label, plan }: Draft, slot: Slot, raw: Present, { value }: ReadValue): void {
  switch (slot.label) {
    case 'label':
      label.label = (value === true) !== (plan.useCase.label.opposite ?? false);
      break;
    case 'knownAt':
      // Found out some time on that day: known for sure only when the day is over.
      label.knownAt = isWholeDay(raw) ? endOfDay(Number(value), plan.zone) : Number(value);
      break;
    case 'amount':
      label.amount = Number(value);
      break;
    case null:
  }
}

function reject({ rejections, line }: Draft, field: Field, raw: Present, refusal: Refusal): void {
  rejections.push(rejectionOf(field, raw, { line, refusal }));
}

/** A currency written beside an amount fills the field for it, or must be the same. */
function agreeOnCurrencies(draft: Draft): void {
  for (const { field, raw, currency } of draft.signs) {
    const refusal = disagreement(draft, field, currency);
    if (refusal) reject(draft, field, raw, refusal);
  }
}

function disagreement({ plan, values }: Draft, field: Field, currency: string): Refusal | null {
  if (field.kind !== 'money') return null;
  if (!plan.currencies.has(currency)) return unknownCurrency(plan.currencies);
  const { currencyField } = field;
  if (currencyField && values[currencyField] === null) values[currencyField] = currency;
  const stated = currencyField ? values[currencyField] : field.currency;
  return stated === undefined || stated === currency ? null : otherCurrency(String(stated));
}

function otherCurrency(stated: string): Refusal {
  return refuse(
    'unknown-currency',
    { es: `un importe en ${stated}`, en: `an amount in ${stated}` },
    {
      es: `El importe y su moneda se contradicen: corrija uno, o conviértalo a ${stated}.`,
      en: `Amount and currency contradict each other: correct one, or convert it to ${stated}.`,
    },
  );
}

function labelOf(draft: Draft): ParsedLabel | null {
  const { plan, values } = draft;
  const { label, amount } = draft.label;
  if (plan.isOfLabels)
    return label === null ? null : { label: label ? 1 : 0, amount, knownAt: draft.label.knownAt ?? NaN };
  const eventTime = values[plan.timeField];
  if (label === null || typeof eventTime !== 'number') return null;
  const knownAt = draft.label.knownAt ?? assumedKnownAt(plan, eventTime);
  if (knownAt === null) return null;
  if (knownAt < eventTime) draft.rejections.push(knownTooEarly(plan, draft.line));
  return { label: label ? 1 : 0, amount, knownAt };
}

function assumedKnownAt({ useCase }: RecordPlan, eventTime: number): number | null {
  const days = useCase.label.assumedDelayDays;
  return days === undefined ? null : eventTime + days * dayMs;
}

function knownTooEarly({ useCase }: RecordPlan, line: number): Rejection {
  return {
    line,
    field: useCase.label.columns.knownAt ?? useCase.label.columns.label,
    value: '',
    reason: 'out-of-range',
    message: {
      es: 'Se esperaba una verificación posterior al hecho; llegó una anterior.',
      en: 'Expected a verification after the event; got one before it.',
    },
    repair: { es: 'Revise ambas fechas.', en: 'Check both dates.' },
  };
}

function hiddenOf(raw: RawRecord, { hidden }: Binding): RecordValues | null {
  if (hidden.length === 0) return null;
  const values: Record<string, FieldValue> = {};
  for (const [column, name] of hidden) values[name] = hiddenValue(raw[column]);
  return values;
}

function hiddenValue(raw: RawValue | undefined): RawValue {
  return raw === undefined || raw === '' || !isStorable(raw) ? null : raw;
}
