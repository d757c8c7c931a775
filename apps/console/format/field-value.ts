import type { Field, FieldValue, RecordValues } from '@rikuy/contracts';
import type { Texts } from '../text/use-texts.ts';

/** A value of a record as people read it: its title, unit, currency or day. */
export function fieldText(field: Field, record: RecordValues, { t, say, format }: Texts): string {
  const value = record[field.name] ?? null;
  switch (field.kind) {
    case 'number':
      return format.measured(value, field.unit);
    case 'money':
      return typeof value === 'number'
        ? format.money({ amount: value, currency: currencyOf(field, record) })
        : format.measured(value, null);
    case 'time':
      return typeof value === 'number'
        ? field.precision === 'day'
          ? format.dayOfTime(value)
          : format.dateTime(value)
        : format.measured(value, null);
    case 'category':
      return categoryText(value, field, say) ?? format.measured(value, null);
    case 'boolean':
      return value === null ? format.measured(null, null) : value ? t('common.yes') : t('common.no');
    case 'identifier':
      return format.measured(value, null);
    default:
      return field satisfies never;
  }
}

/** The currency of an amount: what the record says, else the field's own. */
export function currencyOf(field: Extract<Field, { kind: 'money' }>, record: RecordValues): string {
  const named = field.currencyField && record[field.currencyField];
  return typeof named === 'string' && named !== '' ? named : field.currency;
}

function categoryText(
  value: FieldValue,
  field: Extract<Field, { kind: 'category' }>,
  say: Texts['say'],
): string | null {
  const title = field.values?.[String(value)];
  return title ? say(title) : null;
}
