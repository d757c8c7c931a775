/** A number as people write it, apart from what is written around it. */
export interface WrittenNumber {
  readonly value: number;
  /** Whether it was written other than `1234.5`. */
  readonly reformatted: boolean;
  /** What stands before and after it, without signs and spaces: a currency, a unit. */
  readonly before: string;
  readonly after: string;
}

const canonical = /^-?\d+(?:\.\d+)?$/;
const threeDigitsAfterOneSign = /^[1-9]\d{0,2}[.,]\d{3}$/;
const minusSigns = /[-−–]/;

/**
 * Reads `-1,234.50`, `1.234,50`, `1 234,5`, `(300)`, `S/ 1,200`, `12,5 kg`, `1.2e3`; null when there is no number. A
 * single sign before exactly three digits, `1,234`, is a fraction only if it is the sign `decimal`.
 */
export function readDecimal(text: string, decimal: '.' | ','): WrittenNumber | null {
  if (canonical.test(text) && !(decimal === ',' && threeDigitsAfterOneSign.test(text.replace('-', '')))) {
    return { value: Number(text), reformatted: false, before: '', after: '' };
  }
  const parts = splitAround(text);
  const value = parts && valueOf(parts.digits, decimal);
  if (!parts || value === null) return null;
  const { before, after, isNegative } = parts;
  return { value: isNegative ? -value : value, reformatted: true, before, after };
}

/** The sign before the fraction, where the text tells it: `1.234,5`, `12,5`, `1,234,567`; null where it does not. */
export function decimalSignOf(text: string): '.' | ',' | null {
  const digits = splitAround(text)?.digits.replace(spaces, '');
  if (digits === undefined || threeDigitsAfterOneSign.test(digits)) return null;
  const signs = digits.match(/[.,]/g) ?? [];
  const last = signs.at(-1) as '.' | ',' | undefined;
  if (last === undefined || valueOf(digits, last) === null) return null;
  const isThousands = signs.length > 1 && signs.every(sign => sign === last);
  return isThousands ? other(last) : last;
}

/** True of what is a fraction or a thousand, depending on who wrote it: `1,234`. */
export function isEitherSign(text: string): boolean {
  return threeDigitsAfterOneSign.test(splitAround(text)?.digits ?? '');
}

function other(sign: '.' | ','): '.' | ',' {
  return sign === '.' ? ',' : '.';
}

interface Parts {
  readonly digits: string;
  readonly before: string;
  readonly after: string;
  readonly isNegative: boolean;
}

const around =
  /^(?<before>[^\d]*?)(?<digits>(?:(?<![\p{Letter}/])[.,])?\d(?:[\d.,'’\s]*\d)?(?:[eE][+-]?\d+)?[.,]?)(?<after>[^\d]*)$/u;

function splitAround(text: string): Parts | null {
  const groups = around.exec(text)?.groups;
  if (!groups) return null;
  const isBracketed = groups['before'].includes('(') && groups['after'].includes(')');
  return {
    digits: groups['digits'],
    before: groups['before'].replace(/[-−–+(\s]/g, ''),
    after: groups['after'].replace(/[)\s]/g, ''),
    isNegative: isBracketed || minusSigns.test(groups['before']),
  };
}

const spaces = /[\s'’]/g;
const spacedThousands = /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d*)?$/;

function valueOf(digits: string, decimal: '.' | ','): number | null {
  if (/e/i.test(digits)) return finite(digits.replace(',', '.'));
  if (!/[\s'’]/.test(digits)) return joinedValue(digits, decimal);
  if (!spacedThousands.test(digits)) return null;
  // Thousands are already parted by spaces, so whatever sign is left begins the fraction.
  return finite(digits.replace(spaces, '').replace(',', '.'));
}

function joinedValue(digits: string, decimal: '.' | ','): number | null {
  const signs = digits.match(/[.,]/g) ?? [];
  if (signs.length === 0) return finite(digits);
  const last = signs.at(-1) as '.' | ',';
  const isMixed = signs.some(sign => sign !== last);
  if (isMixed) return grouped(digits, other(last), last);
  if (signs.length > 1) return grouped(digits, last, null);
  if (threeDigitsAfterOneSign.test(digits) && last !== decimal) return finite(digits.replace(last, ''));
  return finite(digits.replace(last, '.'));
}

const groupedBy = {
  ',': /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/,
  '.': /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/,
} as const;

function grouped(digits: string, thousands: '.' | ',', fraction: '.' | ',' | null): number | null {
  if (!groupedBy[thousands].test(digits)) return null;
  const joined = digits.replaceAll(thousands, '');
  return finite(fraction ? joined.replace(fraction, '.') : joined);
}

function finite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
