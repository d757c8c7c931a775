import type { Field, FieldValue, RecordDeclaration } from '@rikuy/contracts';
import { isoDayOf, localMinuteOf, parseNumber } from '../../format/formats.ts';

/** What stands in the form: texts as typed, and answers to yes-or-no. */
export type Entry = Readonly<Record<string, string | boolean>>;

/** The record that an entry stands for. Numbers that cannot be read are sent as typed: the server says what is wrong. */
export function recordOf({ fields }: RecordDeclaration, entry: Entry): Record<string, FieldValue> {
  const filled = fields.map(field => [field.name, valueOf(field, entry[field.name])] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== null));
}

function valueOf(field: Field, typed: string | boolean | undefined): FieldValue {
  if (typeof typed === 'boolean') return typed;
  const text = typed?.trim() ?? '';
  if (text === '') return null;
  const isAmount = field.kind === 'number' || field.kind === 'money';
  return isAmount ? (parseNumber(text) ?? text) : text;
}

/** An example or an earlier record as it would stand in the form. */
export function entryOf({ fields }: RecordDeclaration, record: Readonly<Record<string, FieldValue>>): Entry {
  const filled = fields.map(field => [field.name, typedOf(field, record[field.name] ?? null)] as const);
  return Object.fromEntries(filled.filter(([, typed]) => typed !== ''));
}

function typedOf(field: Field, value: FieldValue): string | boolean {
  if (value === null) return '';
  if (typeof value === 'boolean') return value;
  if (field.kind !== 'time') return String(value);
  if (field.precision === 'day') return (typeof value === 'number' ? isoDayOf(value) : value).slice(0, 10);
  const hasZone = typeof value === 'number' || /(Z|[+-]\d\d:?\d\d)$/.test(value);
  return hasZone ? localMinuteOf(new Date(value).getTime()) : value.replace(' ', 'T').slice(0, 16);
}

/** The required fields that are still empty. */
export function missingFields({ fields }: RecordDeclaration, entry: Entry): readonly Field[] {
  return fields.filter(field => field.required && valueOf(field, entry[field.name]) === null);
}
