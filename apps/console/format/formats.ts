import { type Language, type Money, type Unit, units } from '@rikuy/contracts';

/** Where the console's people are: their numbers, their days. */
export const zone = 'America/Lima';

const missing = '—';
const hard = '\u00A0';
const symbols: Readonly<Record<string, string>> = { PEN: 'S/', USD: 'US$', EUR: '€' };

type Digits = 0 | 1 | 2 | 3;
const fixed = { 0: decimals(0), 1: decimals(1), 2: decimals(2), 3: decimals(3) } satisfies Record<
  Digits,
  Intl.NumberFormat
>;

/** Numbers stay Peruvian in both languages (1,234.56; 31/12/2026); only words follow the language. */
const locales: Readonly<Record<Language, string>> = { es: 'es-PE', en: 'en-GB' };

export type Formats = ReturnType<typeof formatsIn>;

/** How the console writes numbers, money, shares and times in one language. Missing values become a dash. */
export function formatsIn(language: Language) {
  const locale = locales[language];
  const compactNumber = new Intl.NumberFormat('es-PE', { maximumSignificantDigits: 3 });
  const dayFormat = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: zone,
  });
  const longDayFormat = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  const shortDayFormat = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', timeZone: zone });
  const timeFormat = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' });

  const integer = (value: number | null | undefined) => orDash(value, known => fixed[0].format(known));
  const decimal = (value: number | null | undefined, digits: Digits = 2) =>
    orDash(value, known => fixed[digits].format(known));
  /** Up to three significant digits below 1,000, whole above: for figures of unknown size. */
  const plain = (value: number | null | undefined) =>
    orDash(value, known => (Math.abs(known) >= 1000 ? fixed[0] : compactNumber).format(known));
  /** 0.1234 as `12.3 %`. */
  const share = (value: number | null | undefined, digits: Digits = 0) =>
    orDash(value, known => `${fixed[digits].format(known * 100)}${hard}%`);
  /** `US$ 1,234.56`. */
  const money = (value: Money | null | undefined) => amount(value, known => fixed[2].format(known));
  /** `US$ 1,235`, where cents would only be noise. */
  const roundMoney = (value: Money | null | undefined) => amount(value, known => fixed[0].format(known));
  const dayOfTime = (time: number | null | undefined) => orDash(time, known => dayFormat.format(known));
  /** `2026-12-31` as `31/12/2026`. */
  const day = (isoDay: string) => dayFormat.format(noon(isoDay));
  const shortDay = (isoDay: string) => shortDayFormat.format(noon(isoDay));
  const longDay = (isoDay: string) => capitalised(longDayFormat.format(noon(isoDay)));
  const dateTime = (time: number | null | undefined) =>
    orDash(time, known => `${dayFormat.format(known)} ${timeFormat.format(known)}`);
  /** `hace 3 días`, `hoy`; days are counted in Lima. */
  const age = (time: number, now: number) => {
    const days = dayNumber(time) - dayNumber(now);
    return Math.abs(days) < 60 ? relative.format(days, 'day') : relative.format(Math.round(days / 30.4), 'month');
  };
  /** A value in the unit of its field or feature. */
  const measured = (value: number | string | boolean | null | undefined, unit: Unit | null | undefined) =>
    typeof value === 'number' ? orDash(value, known => inUnit(known, unit)) : wording(value);

  /** A value in a unit known only by its name, which may be none of ours. */
  const measuredIn = (value: number | null | undefined, name: string) => {
    const unit = units.find(known => known === name);
    return unit ? measured(value, unit) : orDash(value, known => `${plain(known)}${hard}${name}`);
  };

  function inUnit(value: number, unit: Unit | null | undefined): string {
    switch (unit) {
      case 'USD':
      case 'PEN':
        return money({ amount: value, currency: unit });
      case 'USD/kg':
        return `${money({ amount: value, currency: 'USD' })}/kg`;
      case 'kg':
        return `${plain(value)}${hard}kg`;
      case 'share':
        return share(value, 1);
      case 'percent':
        return `${plain(value)}${hard}%`;
      case 'days':
        return counted(value, 'day');
      case 'seconds':
        return counted(value, 'second');
      case 'count':
        return integer(value);
      case 'ratio':
      case null:
      case undefined:
        return plain(value);
      default:
        return unit satisfies never;
    }
  }

  function counted(value: number, unit: 'day' | 'second'): string {
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(
      value,
    );
  }

  return {
    language,
    integer,
    decimal,
    plain,
    share,
    money,
    roundMoney,
    day,
    shortDay,
    longDay,
    dayOfTime,
    dateTime,
    age,
    measured,
    measuredIn,
  };
}

/** The sign of a currency as Peru writes it, `US$`; the code itself for the others. */
export function currencySign(currency: string): string {
  return symbols[currency] ?? currency;
}

/** The day of an instant in Lima, `2026-12-31`. */
export function isoDayOf(time: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(time);
}

/** The minute of an instant in Lima as a form takes it, `2026-12-31T17:05`. */
export function localMinuteOf(time: number): string {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(time);
  return `${isoDayOf(time)}T${clock}`;
}

/** A number as people write it in Peru, `1,234.5`, or null; a decimal comma is refused rather than guessed. */
export function parseNumber(text: string): number | null {
  const tidy = text.trim();
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(tidy)) return null;
  return Number(tidy.replaceAll(',', ''));
}

function decimals(digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat('es-PE', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always',
  });
}

function amount(value: Money | null | undefined, format: (amount: number) => string): string {
  if (value === null || value === undefined || Number.isNaN(value.amount)) return missing;
  const sign = value.amount < 0 ? '−' : '';
  return `${sign}${currencySign(value.currency)}${hard}${format(Math.abs(value.amount))}`;
}

function orDash(value: number | null | undefined, format: (known: number) => string): string {
  return value === null || value === undefined || Number.isNaN(value) ? missing : format(value).replace(/^-/, '−');
}

function wording(value: string | boolean | null | undefined): string {
  if (value === null || value === undefined || value === '') return missing;
  return String(value);
}

/** Noon, so that no zone moves the day. */
function noon(isoDay: string): number {
  return Date.parse(`${isoDay}T12:00:00-05:00`);
}

function dayNumber(time: number): number {
  return Math.floor((time - 5 * 3_600_000) / 86_400_000);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
