import type { Field } from '@rikuy/contracts';
import { type FieldReader, readAs, type Reading, type ReadValue, refuse } from '../reading.ts';
import { currencyCode } from './currencies.ts';
import { readDecimal, type WrittenNumber } from './decimal.ts';
import { isOutside, notANumber, outOfRange } from './number-reader.ts';

type MoneyField = Extract<Field, { kind: 'money' }>;

/** Reads amounts, with the currency that may be written beside them; they stay in that currency. */
export function moneyReader(field: MoneyField): FieldReader {
  return (raw, { decimal, unit }) => {
    const number = typeof raw === 'number' ? asWritten(raw) : readDecimal(String(raw), decimal);
    if (number === null) return notANumber(field);
    if (isOutside({ min: field.min, max: undefined }, number.value))
      return outOfRange({ min: field.min, max: undefined });
    return withCurrency(readAs(number.value, number.reformatted), number.before + number.after || unit || '');
  };
}

function asWritten(value: number): WrittenNumber | null {
  return Number.isFinite(value) ? { value, reformatted: false, before: '', after: '' } : null;
}

function withCurrency(amount: ReadValue, sign: string): Reading {
  if (sign === '' || sign === '$') return amount;
  const currency = currencyCode(sign);
  return currency === null ? unknownSign() : { ...amount, currency };
}

function unknownSign() {
  return refuse(
    'unknown-currency',
    { es: 'un importe, con o sin código de moneda', en: 'an amount, with or without a currency code' },
    {
      es: 'Escriba solo el importe, o con su código ISO 4217, por ejemplo USD 1234.50.',
      en: 'Write the amount alone, or with its ISO 4217 code, such as USD 1234.50.',
    },
  );
}
