import type { Lookup } from '../use-case/use-case.ts';
import { defaultZone } from './calendar-operator.ts';
import { startOfDay } from './zone.ts';

interface DatedValues {
  /** Ascending, epoch ms. */
  readonly from: readonly number[];
  readonly values: readonly number[];
}

/** A function that gives the value in force for a key at a time; NaN for an unknown key or before its first row. */
export function lookupTable({ rows }: Pick<Lookup, 'rows'>, zone = defaultZone): (key: string, at: number) => number {
  const byKey = new Map<string, DatedValues>(
    [...Map.groupBy(rows, ({ key }) => key)].map(([key, ofKey]) => [key, dated(ofKey, zone)]),
  );
  return (key, at) => {
    const found = byKey.get(key);
    return found === undefined ? NaN : valueAt(found, at);
  };
}

function dated(rows: Lookup['rows'], zone: string): DatedValues {
  const inOrder = rows.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return { from: inOrder.map(({ from }) => startOfDay(from, zone)), values: inOrder.map(({ value }) => value) };
}

/** The value of the last row that starts at or before the time. */
function valueAt({ from, values }: DatedValues, at: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? NaN : values[low - 1];
}
