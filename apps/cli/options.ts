import { InvalidArgumentError } from 'commander';
import { words } from './language.ts';

/** A whole number ≥ 1 from the command line. */
export function positiveInteger(text: string): number {
  return wholeNumber(text, { from: 1, to: Number.MAX_SAFE_INTEGER });
}

/** A port; 0 picks a free one. */
export function portNumber(text: string): number {
  return wholeNumber(text, { from: 0, to: 65_535 });
}

/** A share of something, from 0 to 1. */
export function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError(
    words({ es: 'Se espera un número de 0 a 1.', en: 'A number from 0 to 1 is expected.' }),
  );
}

/** A day of the calendar, `2026-12-31`. */
export function day(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(text) && new Date(time).toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError(
    words({ es: 'Se espera un día como 2026-12-31.', en: 'A day like 2026-12-31 is expected.' }),
  );
}

function wholeNumber(text: string, { from, to }: { readonly from: number; readonly to: number }): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new InvalidArgumentError(
    to === Number.MAX_SAFE_INTEGER
      ? words({ es: `Se espera un número entero desde ${from}.`, en: `A whole number from ${from} on is expected.` })
      : words({
          es: `Se espera un número entero de ${from} a ${to}.`,
          en: `A whole number from ${from} to ${to} is expected.`,
        }),
  );
}
