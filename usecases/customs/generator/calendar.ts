import { limaDay } from '../taxes/dated-rows.ts';
import type { ProductCategory } from '../records/product-categories.ts';

const dayMs = 86_400_000;

/** The time span of a generation: days counted from its first one. */
export interface Span {
  readonly start: number;
  readonly days: number;
}

/**
 * The span from one day (included) to another (excluded).
 * @throws RangeError for a day that is none, or an empty span
 */
export function spanOf(from: string, until: string): Span {
  const [start, end] = [limaDay(from), limaDay(until)];
  if (!(end > start)) {
    throw new RangeError(`\`from\` must be a day (2025-01-01) before \`until\`; got ${from} and ${until}.`);
  }
  return { start, days: Math.round((end - start) / dayMs) };
}

/** Midnight in Lima of a day of the span, epoch milliseconds. */
export function timeOf(span: Span, day: number): number {
  return span.start + day * dayMs;
}

/** How far through the span a day lies, from 0 to 1. */
export function progressOf(span: Span, day: number): number {
  return day / span.days;
}

/** Month (0–11), day of the month and weekday (0 = Sunday) in Lima. */
export function dateOf(time: number): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(time - 5 * 3_600_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

const ofMonth = [0.92, 0.86, 0.95, 0.95, 0.98, 0.97, 1, 1.04, 1.08, 1.14, 1.12, 1.03];
const ofWeekday = [0.12, 1, 1.08, 1.1, 1.08, 1.02, 0.4];

/** How busy a day is: weekday, month, and 6 % growth a year. */
export function volumeOf(span: Span, day: number): number {
  const { month, weekday } = dateOf(timeOf(span, day));
  return ofMonth[month] * ofWeekday[weekday] * 1.06 ** (day / 365);
}

/** The last weeks of the year, when the burst happens. */
export function isYearEnd(time: number): boolean {
  return dateOf(time).month === 11;
}

const seasons: Readonly<Partial<Record<ProductCategory, readonly number[]>>> = {
  toys: [0.5, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.4, 1.8, 2, 1.5, 0.8],
  paper: [1.9, 1.6, 1, 0.7, 0.6, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.6],
  apparel: [0.8, 0.9, 1.2, 1.3, 1.1, 0.9, 0.8, 0.9, 1.1, 1.3, 1.2, 0.8],
  footwear: [1.1, 1.1, 1.1, 1.2, 1, 0.9, 0.8, 0.9, 1, 1.2, 1.2, 0.9],
  appliances: [0.8, 0.8, 0.9, 1, 1.2, 1.1, 1, 0.9, 0.9, 1.2, 1.4, 1],
  beverages: [0.7, 0.7, 0.8, 0.9, 1, 1, 1.1, 1, 1, 1.2, 1.5, 1.3],
  luggage: [1.5, 1.3, 0.9, 0.8, 0.8, 0.9, 1, 0.9, 0.9, 1, 1.1, 1.2],
};

/** How much of a category is imported in a month (0–11), 1 on the average of the year. */
export function seasonOf(category: ProductCategory, month: number): number {
  return seasons[category]?.[month] ?? 1;
}
