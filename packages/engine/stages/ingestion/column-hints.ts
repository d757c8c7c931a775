import type { ColumnReading, Field } from '@rikuy/contracts';
import type { Binding } from './bind-columns.ts';
import type { RawRecord } from './read-record.ts';
import { decimalSignOf, isEitherSign } from './readers/decimal.ts';
import { dateOrderOf, isEitherOrder } from './readers/time-reader.ts';
import { type ColumnHint, peruvianHint } from './reading.ts';
import type { RecordPlan } from './record-plan.ts';

/** How the columns of a source are written, and what of it was worth telling. */
export interface ColumnHints {
  readonly hints: ReadonlyMap<string, ColumnHint>;
  readonly readings: readonly ColumnReading[];
}

/**
 * Decides by a source's first rows what its columns mean by values like `1,234` and `03/04/2026`: as the values of the
 * column that can mean one thing only are written; where there is none, as Peru writes.
 */
export function columnHints(plan: RecordPlan, binding: Binding, rows: readonly RawRecord[]): ColumnHints {
  const hints = new Map<string, ColumnHint>();
  const readings: ColumnReading[] = [];
  binding.sources.forEach(({ columns }, slot) => {
    for (const column of columns) {
      const texts = rows.map(row => row[column]).filter(value => typeof value === 'string');
      const reading = readColumn(column, plan.slots[slot].field, texts);
      if (reading === null) continue;
      readings.push(reading);
      const { decimal = peruvianHint.decimal, dateOrder = peruvianHint.dateOrder } = reading;
      hints.set(column, { ...peruvianHint, decimal, dateOrder });
    }
  });
  return { hints, readings };
}

/** Null where every value can mean one thing only and is written as Peru writes. */
function readColumn(column: string, { kind }: Field, texts: readonly string[]): ColumnReading | null {
  if (kind === 'number' || kind === 'money') {
    const decimal = majority(texts.map(decimalSignOf));
    if (decimal !== null) return decimal === '.' ? null : { column, decimal, decidedBy: 'values' };
    return texts.some(isEitherSign) ? { column, decimal: peruvianHint.decimal, decidedBy: 'custom' } : null;
  }
  if (kind !== 'time') return null;
  const dateOrder = majority(texts.map(dateOrderOf));
  if (dateOrder !== null) return { column, dateOrder, decidedBy: 'values' };
  return texts.some(isEitherOrder) ? { column, dateOrder: peruvianHint.dateOrder, decidedBy: 'custom' } : null;
}

/** What most say; null when nobody says anything, or as many say one thing as the other. */
function majority<T extends string>(votes: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const vote of votes) if (vote !== null) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] !== second?.[1] ? first[0] : null;
}
