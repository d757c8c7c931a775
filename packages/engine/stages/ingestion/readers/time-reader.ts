import type { Field } from '@rikuy/contracts';
import { zoneOffset } from '../../../expressions/zone.ts';
import { type ColumnHint, type FieldReader, readAs, type Reading, refuse } from '../reading.ts';
import { remembering } from './remembering.ts';

type TimeField = Extract<Field, { kind: 'time' }>;
export type TimeForm = Pick<TimeField, 'precision' | 'zone'>;

const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`;
const suffix = String.raw`\s*(?<half>[ap]\.?\s?m\.?)?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?`;
const time = String.raw`(?:(?:\s*T\s*|,?\s+)${clock}${suffix})?`;

const yearFirst = new RegExp(String.raw`^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})${time}$`, 'i');
const yearLast = new RegExp(String.raw`^(?<first>\d{1,2})[-/.](?<then>\d{1,2})[-/.](?<year>\d{4})${time}$`, 'i');
const shortYear = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?:$|[\sT,])/i;
const compact = /^(?<year>(?:19|20|21)\d{2})(?<month>\d{2})(?<day>\d{2})$/;
const numeric = /^-?\d+(?:\.\d+)?$/;

const dayMs = 86_400_000;
/** Serials of spreadsheets from 1954 to 2119; as epoch milliseconds they would all be the first minute and a half of 1970. */
const spreadsheetSerials = { from: 20_000, to: 80_000 };
/** Day 0 of spreadsheets whose serials count from 1900. */
const spreadsheetEpoch = Date.UTC(1899, 11, 30);
const smallestEpochMs = 100_000_000_000;
const years = { from: 1900, to: 2199 };

/**
 * Reads days and instants into epoch milliseconds: ISO 8601, `31/12/2026 14:30`, `20261231`, epoch milliseconds and
 * serials of spreadsheets. Without an offset they are times of the field's zone. A day is kept as its midnight there.
 */
export function timeReader(form: TimeForm): FieldReader {
  const readers = {
    'day-first': remembering(text => readText(text.trim(), form, 'day-first')),
    'month-first': remembering(text => readText(text.trim(), form, 'month-first')),
  };
  return (raw, { dateOrder }) => {
    const reading = readers[dateOrder](String(raw));
    // A number needs no conversion where the same digits as text do.
    return typeof raw === 'number' && isEpoch(raw) && reading.kind === 'value' ? readAs(reading.value, false) : reading;
  };
}

function readText(text: string, form: TimeForm, dateOrder: ColumnHint['dateOrder']): Reading {
  const written = yearFirst.exec(text) ?? compact.exec(text);
  if (written?.groups) return fromParts(partsOf(written.groups), form, isIso(text)) ?? noSuchDay;
  const dayOrMonthFirst = yearLast.exec(text);
  if (dayOrMonthFirst?.groups) return orderedReading(dayOrMonthFirst.groups, dateOrder, form);
  if (shortYear.test(text)) return twoDigitYear;
  return numeric.test(text) ? fromNumber(Number(text), form) : notADate;
}

/** True of texts that name a day without a time of day. */
export function isWholeDay(raw: string | number | boolean): boolean {
  const text = String(raw).trim();
  const groups = (yearFirst.exec(text) ?? yearLast.exec(text))?.groups;
  return groups ? groups['hour'] === undefined : compact.test(text);
}

/** The instant at which the day that holds this instant is over in a zone. */
export function endOfDay(instant: number, zone: string): number {
  // A day and a half after its midnight it is the next day, however long a change of clocks makes the first.
  return dayOf(dayOf(instant, zone) + 1.5 * dayMs, zone);
}

/** The order of day and month, where the text tells it; null where it fits both or neither. */
export function dateOrderOf(text: string): ColumnHint['dateOrder'] | null {
  const [first, then] = firstNumbers(text);
  if (first > 12 && then <= 12) return 'day-first';
  return then > 12 && first <= 12 ? 'month-first' : null;
}

/** True of dates that exist in either order and are not the same in both: `03/04/2026`. */
export function isEitherOrder(text: string): boolean {
  const [first, then] = firstNumbers(text);
  return first <= 12 && then <= 12 && first !== then;
}

function firstNumbers(text: string): readonly [number, number] {
  const groups = yearLast.exec(text.trim())?.groups;
  return groups ? [Number(groups['first']), Number(groups['then'])] : [NaN, NaN];
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: ClockParts | null;
}

interface ClockParts {
  /** Ms since midnight; NaN when no such time exists. */
  readonly sinceMidnight: number;
  /** Minutes ahead of UTC; null when not written. */
  readonly offset: number | null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function partsOf(groups: Groups): DateParts {
  return {
    year: Number(groups['year']),
    month: Number(groups['month']),
    day: Number(groups['day']),
    clock: groups['hour'] === undefined ? null : clockOf(groups),
  };
}

function orderedReading(groups: Groups, dateOrder: ColumnHint['dateOrder'], form: TimeForm): Reading {
  const [first, second] = [groups['first'], groups['then']];
  const [day, month] = dateOrder === 'day-first' ? [first, second] : [second, first];
  return fromParts(partsOf({ ...groups, day, month }), form, false) ?? noSuchDayIn[dateOrder];
}

function clockOf({ hour, minute, second = '0', fraction = '0', half, offset }: Groups): ClockParts {
  const hours = hourOfDay(Number(hour), half);
  const isTime = hours <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  const ms = Math.trunc(Number(`0.${fraction}`) * 1000);
  const sinceMidnight = ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
  return { sinceMidnight: isTime ? sinceMidnight : NaN, offset: offset === undefined ? null : minutesOf(offset) };
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function minutesOf(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.replace(/\D/g, '').padEnd(4, '0');
  return (offset.startsWith('-') ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}

/** Null when no such day or time exists. */
function fromParts(parts: DateParts, form: TimeForm, isCanonical: boolean): Reading | null {
  const { year, month, day, clock } = parts;
  if (!isDay(year, month, day) || Number.isNaN(clock?.sinceMidnight)) return null;
  if (year < years.from || year > years.to) return outOfYears;
  return readAs(instantOf(parts, form), !isCanonical);
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isIso(text: string): boolean {
  return text[4] === '-' && text[7] === '-';
}

function instantOf({ year, month, day, clock }: DateParts, { precision, zone }: TimeForm): number {
  const midnight = Date.UTC(year, month - 1, day);
  // Midnight with an offset is how software writes a day, so the day written is the day meant.
  const isDayWritten = clock === null || clock.sinceMidnight === 0 || clock.offset === null;
  if (precision === 'day' && isDayWritten) return fromWallClock(midnight, zone);
  const wall = midnight + (clock?.sinceMidnight ?? 0);
  const offset = clock?.offset ?? null;
  const instant = offset === null ? fromWallClock(wall, zone) : wall - offset * 60_000;
  return precision === 'day' ? dayOf(instant, zone) : instant;
}

function fromWallClock(wall: number, zone: string): number {
  const offset = zoneOffset(zone);
  // The offset at the wall time read as UTC may be the one before a change of clocks, so it is asked again.
  return wall - offset(wall - offset(wall));
}

function dayOf(instant: number, zone: string): number {
  const wall = instant + zoneOffset(zone)(instant);
  return fromWallClock(Math.floor(wall / dayMs) * dayMs, zone);
}

function fromNumber(value: number, form: TimeForm): Reading {
  if (value >= spreadsheetSerials.from && value < spreadsheetSerials.to) return fromSerial(value, form);
  if (!isEpoch(value)) return notADate;
  const year = new Date(value).getUTCFullYear();
  if (!(year >= years.from && year <= years.to)) return outOfYears;
  return readAs(form.precision === 'day' ? dayOf(value, form.zone) : value, true);
}

function isEpoch(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) >= smallestEpochMs;
}

function fromSerial(serial: number, { precision, zone }: TimeForm): Reading {
  const wall = spreadsheetEpoch + (precision === 'day' ? Math.floor(serial) * dayMs : Math.round(serial * dayMs));
  return readAs(fromWallClock(wall, zone), true);
}

const howToWrite = {
  es: 'Escriba la fecha como aaaa-mm-dd, por ejemplo 2026-12-31.',
  en: 'Write the date as yyyy-mm-dd, for example 2026-12-31.',
};

const notADate = refuse('not-a-date', { es: 'una fecha', en: 'a date' }, howToWrite);

const noSuchDay = refuse('not-a-date', { es: 'una fecha que exista', en: 'a date that exists' }, howToWrite);

const noSuchDayIn = {
  'day-first': refuse(
    'not-a-date',
    { es: 'una fecha que exista, con el día antes del mes', en: 'a date that exists, the day before the month' },
    howToWrite,
  ),
  'month-first': refuse(
    'not-a-date',
    { es: 'una fecha que exista, con el mes antes del día', en: 'a date that exists, the month before the day' },
    howToWrite,
  ),
} as const;

const twoDigitYear = refuse(
  'ambiguous-date',
  { es: 'un año de cuatro cifras', en: 'a year of four digits' },
  {
    es: 'Escriba el año completo: con dos cifras no se sabe el siglo ni el orden, por ejemplo 2026-12-31.',
    en: 'Write the year in full: two digits leave century and order open, for example 2026-12-31.',
  },
);

const outOfYears = refuse(
  'out-of-range',
  { es: `una fecha de ${years.from} a ${years.to}`, en: `a date from ${years.from} to ${years.to}` },
  howToWrite,
);
