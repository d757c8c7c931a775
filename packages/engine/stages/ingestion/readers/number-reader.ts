import type { Field } from '@rikuy/contracts';
import { type ColumnHint, type FieldReader, readAs, type Reading, refuse } from '../reading.ts';
import { readDecimal } from './decimal.ts';
import { scaled, type UnitFactor, unitFactors } from './units.ts';

type NumberField = Extract<Field, { kind: 'number' }>;

/** Reads numbers in any usual format and in any unit that the field knows, into the field's unit. */
export function numberReader(field: NumberField): FieldReader {
  const factorOf = unitFactors(field.unit, field.conversions);
  return (raw, hint) => {
    const read = typeof raw === 'number' ? typed(raw, hint, factorOf) : written(String(raw), hint, factorOf);
    if (read === null) return notANumber(field);
    if (read === 'unknown-unit') return unknownUnit(field);
    return withinRange(field, read.value, read.converted);
  };
}

type InOurUnit = { readonly value: number; readonly converted: boolean } | 'unknown-unit' | null;

function typed(value: number, { unit }: ColumnHint, factorOf: UnitFactor): InOurUnit {
  if (!Number.isFinite(value)) return null;
  const factor = unit === null ? 1 : factorOf(unit);
  return factor === null ? 'unknown-unit' : { value: scaled(value, factor), converted: factor !== 1 };
}

function written(text: string, hint: ColumnHint, factorOf: UnitFactor): InOurUnit {
  const number = readDecimal(text, hint.decimal);
  if (number === null) return null;
  const unit = number.before + number.after || hint.unit;
  const factor = unit === null ? 1 : factorOf(unit);
  if (factor === null) return 'unknown-unit';
  return { value: scaled(number.value, factor), converted: number.reformatted || factor !== 1 };
}

function withinRange(field: NumberField, value: number, converted: boolean): Reading {
  if (field.integer && !Number.isInteger(value)) return notWhole(field);
  if (isOutside(field, value)) return outOfRange(field);
  return readAs(value, converted);
}

export function isOutside({ min, max }: Pick<NumberField, 'min' | 'max'>, value: number): boolean {
  return (min !== undefined && value < min) || (max !== undefined && value > max);
}

export function notANumber({ example = 1234.5 }: Pick<NumberField, 'example'>) {
  return refuse(
    'not-a-number',
    { es: 'un número', en: 'a number' },
    {
      es: `Escriba solo el número, por ejemplo ${example}.`,
      en: `Write the number only, for example ${example}.`,
    },
  );
}

export function outOfRange({ min, max }: Pick<NumberField, 'min' | 'max'>) {
  return refuse('out-of-range', range(min, max), {
    es: 'Revise el signo, la unidad y los decimales en el documento de origen.',
    en: 'Check sign, unit and decimals against the original document.',
  });
}

function range(min: number | undefined, max: number | undefined) {
  if (max === undefined) return { es: `un número desde ${min}`, en: `a number of ${min} or more` };
  if (min === undefined) return { es: `un número hasta ${max}`, en: `a number of ${max} or less` };
  return { es: `un número de ${min} a ${max}`, en: `a number from ${min} to ${max}` };
}

function notWhole({ example = 12 }: NumberField) {
  return refuse(
    'wrong-format',
    { es: 'un número entero', en: 'a whole number' },
    { es: `Escríbalo sin decimales, por ejemplo ${example}.`, en: `Write it without a fraction, such as ${example}.` },
  );
}

function unknownUnit({ unit, conversions }: NumberField) {
  const known = [...(unit ? [unit] : []), ...Object.keys(conversions)].join(', ');
  return known === ''
    ? refuse(
        'unknown-unit',
        { es: 'un número sin unidad', en: 'a number without a unit' },
        { es: 'Quite lo que no es número.', en: 'Remove what is not a number.' },
      )
    : refuse(
        'unknown-unit',
        { es: `una de estas unidades: ${known}`, en: `one of these units: ${known}` },
        { es: `Escriba el valor en ${unit ?? known}.`, en: `Write the value in ${unit ?? known}.` },
      );
}
