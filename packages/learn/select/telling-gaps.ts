import { wilsonInterval } from '../metrics/calibration.ts';
import type { Column } from '../table/column.ts';

/** Rows on one side of a column, filled in or empty, that are nearly all of one class. */
export interface TellingGaps {
  readonly side: 'filled' | 'empty';
  readonly label: 0 | 1;
  /** Share of the class among them. */
  readonly figure: number;
  readonly rows: number;
}

/** A class with a larger share of all rows is no surprise wherever it is found. */
const LARGEST_SHARE = 0.8;
/** Share of the class that must be found on the side, so that a handful of rows says nothing. */
const LEAST_COVERAGE = 0.1;

/**
 * Whether it gives the label away that a column is filled in, or empty: the mark of a field written after the outcome,
 * such as a penalty, whose single-feature AUC stays low where only some cases got one.
 */
export function tellingGaps(one: Column, y: Float64Array, limit: number): TellingGaps | undefined {
  const isEmpty = (i: number): boolean => (one.kind === 'category' ? one.codes[i] < 0 : Number.isNaN(one.values[i]));
  const counts = { filled: [0, 0], empty: [0, 0] };
  for (let i = 0; i < y.length; i++) counts[isEmpty(i) ? 'empty' : 'filled'][y[i]]++;
  for (const side of ['filled', 'empty'] as const) {
    for (const label of [1, 0] as const) {
      const rows = counts[side][0] + counts[side][1];
      const ofClass = counts.filled[label] + counts.empty[label];
      const found = counts[side][label];
      const isRareEnough = ofClass <= LARGEST_SHARE * y.length;
      const isTelling = rows > 0 && wilsonInterval(found / rows, rows).lower >= limit;
      if (isRareEnough && isTelling && found >= LEAST_COVERAGE * ofClass)
        return { side, label, figure: found / rows, rows };
    }
  }
  return undefined;
}
