import { LearnError } from '../protocol/learn-error.ts';
import { descendingOrder } from '../math/order.ts';

/** Rows with a known class and the score a model gave them: what every classification metric reads. */
export interface ScoredRows {
  /** 0 or 1. */
  readonly y: Float64Array;
  /** The higher, the more likely class 1. */
  readonly score: Float64Array;
  /** Non-negative; an integer weight means so many equal rows. Absent means 1 each. */
  readonly weights?: Float64Array;
  /** What finding the row is worth if it is of class 1, in the caller's unit (money, mostly). */
  readonly value?: Float64Array;
  /** Positions by descending score, equal scores by position, if known already; see `ranked`. */
  readonly order?: Uint32Array;
}

/** The same rows with their order worked out once, for use with several metrics. */
export function ranked(rows: ScoredRows): ScoredRows & { readonly order: Uint32Array } {
  return { ...rows, order: rows.order ?? rankingOf(rows) };
}

/**
 * Positions by descending score; equal scores keep the rows' order, so a ranking never depends on the engine.
 * @throws LearnError `invalid-data` for lengths that differ, a class other than 0 and 1, or a score that is no number
 */
export function rankingOf(rows: ScoredRows): Uint32Array {
  if (rows.order) return rows.order;
  checkRows(rows);
  return descendingOrder(rows.score);
}

/** @throws LearnError `invalid-data` */
export function checkRows({ y, score, weights, value }: ScoredRows): void {
  for (const [name, values] of Object.entries({ score, weights, value })) {
    if (values && values.length !== y.length) {
      throw new LearnError(
        'invalid-data',
        `\`${name}\` must have one value per row (${y.length}); got ${values.length}.`,
      );
    }
  }
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) {
      throw new LearnError(
        'invalid-data',
        `\`y\` must be 0 or 1; row ${i} has ${y[i]}. Leave out rows of unknown label.`,
      );
    }
    if (Number.isNaN(score[i])) throw new LearnError('invalid-data', `\`score\` must be a number; row ${i} has NaN.`);
  }
}

export function weightAt({ weights }: { readonly weights?: Float64Array }, row: number): number {
  return weights ? weights[row] : 1;
}
