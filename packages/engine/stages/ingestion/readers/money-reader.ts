import type { Field } from '@rikuy/contracts';
import { type FieldReader, type ReadValue, refuse } from '../reading.ts';
import { currencyCode } from './currencies.ts';
import { readDecimal } from './decimal.ts';
import { isOutside, notANumber, outOfRange } from './number-reader.ts';

type MoneyField = Extract<Field, { kind: 'money' }>;

/** Reads amounts, with the currency that may be written beside them; they stay in that currency. */
export function moneyReader(field: MoneyField): FieldReader {
  return (raw, { decimal, unit }) => {
    const number = readDecimal(String(raw), decimal);
    if (number === null || raw === true || raw === false) return notANumber(field);
    if (isOutside({ min: field.min, max: undefined }, number.value))
      return outOfRange({ min: field.min, max: undefined });
    const sign = number.before + number.after || unit || '';
    const amount: ReadValue = { kind: 'value', value: number.value, converted: number.reformatted };
    if (sign === '' || sign === '$') return amount;
    const currency = currencyCode(sign);
    return currency === null ? unknownSign() : { ...amount, currency };
  };
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
