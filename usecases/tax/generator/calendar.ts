const msPerDay = 86_400_000;
/** Peru has no summer time. */
const limaOffset = 5 * 3_600_000;

/** Midnight in Lima of the day `2025-11-14`, in epoch milliseconds. */
export function limaDay(day: string): number {
  return Date.parse(`${day}T00:00:00-05:00`);
}

/** The day in Lima, `2025-11-14`. */
export function dayText(time: number): string {
  return new Date(time - limaOffset).toISOString().slice(0, 10);
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** @throws RangeError unless `until` comes after `from` */
export function spanOf(from: string, until: string): Span {
  const span = { start: limaDay(from), end: limaDay(until) };
  if (!(span.end > span.start)) throw new RangeError(`\`until\` must be after \`from\`; got ${from} and ${until}.`);
  return span;
}

/** A month in which returns are filed, with that which they declare. */
export interface FilingMonth {
  /** Place in the span, from 0. */
  readonly index: number;
  /** The month declared, `2025-10`. */
  readonly period: string;
  /** Midnights of the first day of the month declared and of the month of filing. */
  readonly periodStart: number;
  readonly filingStart: number;
}

/**
 * The months whose filing days can lie in the span, and one more: of that, only what was imported in the month that it
 * declares lies in the span.
 */
export function filingMonths({ start, end }: Span): FilingMonth[] {
  const [year, month] = dayText(start).split('-').map(Number);
  const months: FilingMonth[] = [];
  for (let index = 0; ; index++) {
    const filingStart = firstOfMonth(year, month - 1 + index);
    const periodStart = firstOfMonth(year, month - 2 + index);
    if (periodStart >= end) return months;
    months.push({ index, period: dayText(periodStart).slice(0, 7), periodStart, filingStart });
  }
}

function firstOfMonth(year: number, month: number): number {
  return Date.UTC(year, month, 1) + limaOffset;
}

/** The time so many days later. */
export function daysAfter(time: number, days: number): number {
  return time + days * msPerDay;
}

/** Soles for a dollar in the synthetic world: a formula, close to the rates of these years and equal to none. */
export function exchangeRateOn(time: number): number {
  const years = time / (365.25 * msPerDay);
  return Number((3.72 + 0.07 * Math.sin(2 * Math.PI * years * 0.6) + 0.03 * Math.sin(9 * years)).toFixed(3));
}
