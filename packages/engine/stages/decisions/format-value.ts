import type { Language, Unit } from '@rikuy/contracts';

const locales: Record<Language, string> = { es: 'es-PE', en: 'en-US' };
const nothing: Record<Language, string> = { es: 'sin dato', en: 'no data' };
const formats = new Map<string, Intl.NumberFormat>();

/** A feature's value as a person would write it: `US$ 1,234.56`, `62 %`, `3 días`. */
export function formatValue(value: number | string | null, unit: Unit | null, language: Language): string {
  if (value === null || Number.isNaN(value)) return nothing[language];
  if (typeof value === 'string') return value;
  switch (unit) {
    case 'USD':
      return `US$ ${number(value, language, 2)}`;
    case 'PEN':
      return `S/ ${number(value, language, 2)}`;
    case 'USD/kg':
      return `US$ ${number(value, language, 2)}/kg`;
    case 'percent':
      return `${number(value, language, Math.abs(value) < 10 ? 1 : 0)} %`;
    case 'share':
      return formatValue(value * 100, 'percent', language);
    case 'kg':
      return `${number(value, language, 2)} kg`;
    case 'days':
      return `${number(value, language, 0)} ${daysWord(value, language)}`;
    case 'seconds':
      return `${number(value, language, 0)} s`;
    case 'count':
      return number(value, language, 0);
    case 'ratio':
    case null:
      return number(value, language, 2);
  }
}

function daysWord(value: number, language: Language): string {
  const one = Math.round(value) === 1;
  if (language === 'es') return one ? 'día' : 'días';
  return one ? 'day' : 'days';
}

function number(value: number, language: Language, digits: number): string {
  const key = `${language}${digits}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: digits === 2 ? 2 : 0,
      maximumFractionDigits: digits,
    });
  formats.set(key, format);
  return format.format(value);
}
