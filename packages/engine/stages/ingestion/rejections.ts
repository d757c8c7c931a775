import type { Field, Rejection } from '@rikuy/contracts';
import type { Refusal } from './reading.ts';

const longest = 120;

/** The line of the reject file for a value that was refused. Personal data is masked. */
export function rejectionOf(
  { name, personal }: Pick<Field, 'name' | 'personal'>,
  raw: string | number | boolean,
  { line, refusal: { reason, expected, repair } }: { readonly line: number; readonly refusal: Refusal },
): Rejection {
  const value = personal ? masked(String(raw)) : shortened(String(raw));
  const message = {
    es: `Se esperaba ${expected.es}; llegó «${value}».`,
    en: `Expected ${expected.en}; got “${value}”.`,
  };
  return { line, field: name, value, reason, message, repair };
}

/** The line of the reject file for a value that must be there and is not. */
export function missingValue({ name, title, example }: Field, line: number): Rejection {
  return {
    line,
    field: name,
    value: '',
    reason: 'missing-value',
    message: {
      es: `Falta un valor obligatorio: ${title.es}.`,
      en: `A required value is missing: ${title.en}.`,
    },
    repair: {
      es: `Complete \`${name}\`${example === undefined ? '' : `, por ejemplo ${example}`}.`,
      en: `Fill in \`${name}\`${example === undefined ? '' : `, for example ${example}`}.`,
    },
  };
}

/** The first two signs, which tell the kind of identifier, and how many follow. */
export function masked(text: string): string {
  const kept = text.length > 4 ? 2 : 0;
  return text.slice(0, kept) + '*'.repeat(Math.min(text.length - kept, 20));
}

function shortened(text: string): string {
  const whole = text.replaceAll('\0', '').toWellFormed();
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}
