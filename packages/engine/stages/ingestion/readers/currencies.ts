import { plainSign } from '../spelling.ts';

/** Signs and words seen for currencies. `$` alone is no statement: several currencies are written with it. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    PEN: ['s/', 's/.', 'sol', 'soles', 'nuevos soles', 'nuevosoles', 'sol peruano', 'mn'],
    USD: ['us$', 'u$s', 'usd$', 'us', 'dolar', 'dolares', 'dollar', 'dollars', 'dolares americanos', 'me'],
    EUR: ['€', 'euro', 'euros'],
    GBP: ['£', 'libra esterlina', 'pound sterling'],
    CNY: ['yuan', 'rmb', 'renminbi'],
    JPY: ['yen', 'yenes'],
  }).flatMap(([code, written]) => written.map(sign => [plainSign(sign), code] as const)),
);

/** The ISO 4217 code that a text means, whether known or not; null when it is neither a code nor a known sign. */
export function currencyCode(text: string): string | null {
  const sign = signs.get(plainSign(text));
  if (sign) return sign;
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
