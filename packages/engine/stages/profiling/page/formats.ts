import type { Bilingual, TimeProfile } from '@rikuy/contracts';

/** Numbers are written alike in Peru and in English. */
const locale = 'es-PE';
const zone = 'America/Lima';

export function whole(value: number): string {
  return value.toLocaleString(locale, { maximumFractionDigits: 0 });
}

/** About five digits, whatever the size. */
export function figure(value: number | null): string {
  if (value === null) return '—';
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e9)) return value.toExponential(3);
  const digits = size >= 1000 ? 0 : size >= 10 ? 2 : 4;
  return value.toLocaleString(locale, { maximumFractionDigits: digits });
}

export function percent(share: number): string {
  const digits = share > 0 && share < 0.1 ? 2 : 1;
  return `${(share * 100).toLocaleString(locale, { maximumFractionDigits: digits })}\u00A0%`;
}

export function coefficient(value: number): string {
  return value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** The day, and with hours where they count. */
export function moment(time: number, unit: TimeProfile['unit'] = 'day'): Bilingual {
  const withTime = unit === 'hour' ? ({ hour: '2-digit', minute: '2-digit', hour12: false } as const) : {};
  const write = (language: string, month: '2-digit' | 'short'): string =>
    new Date(time).toLocaleString(language, { timeZone: zone, day: '2-digit', month, year: 'numeric', ...withTime });
  return { es: write(locale, '2-digit'), en: write('en-US', 'short') };
}
