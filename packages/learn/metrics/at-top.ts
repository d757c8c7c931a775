import { LearnError } from '../protocol/learn-error.ts';
import { rankingOf, type ScoredRows, weightAt } from './scored-rows.ts';

/** The highest-scored rows that there is capacity for: so many, or such a share of all (in (0, 1]). */
export type Top = { readonly count: number } | { readonly share: number };

/** What is found among the highest-scored rows. */
export interface TopFindings {
  /** Weight of the rows inspected. */
  readonly inspected: number;
  /** Weight of class 1 among them. */
  readonly found: number;
  /** Summed value of class 1 among them; 0 without values. */
  readonly value: number;
}

/**
 * What inspecting the highest-scored rows finds. Equal scores are taken in the rows' order. A share is rounded to
 * whole rows, at least one, when the weights add up to a whole number; otherwise the last row counts in part.
 */
export function findingsAtTop(rows: ScoredRows, top: Top): TopFindings {
  const order = rankingOf(rows);
  const capacity = capacityOf(rows, top);
  let [inspected, found, value] = [0, 0, 0];
  for (let k = 0; k < order.length && inspected < capacity; k++) {
    const weight = Math.min(weightAt(rows, order[k]), capacity - inspected);
    inspected += weight;
    if (rows.y[order[k]] !== 1) continue;
    found += weight;
    if (rows.value) value += weight * rows.value[order[k]];
  }
  return { inspected, found, value };
}

/** Share of class 1 among the highest-scored rows. */
export function precisionAtTop(rows: ScoredRows, top: Top): number {
  const { found, inspected } = findingsAtTop(rows, top);
  return found / inspected;
}

/** Share of all of class 1 that is among the highest-scored rows. */
export function recallAtTop(rows: ScoredRows, top: Top): number {
  return findingsAtTop(rows, top).found / everything(rows).found;
}

/** Precision among the highest-scored rows over the share of class 1 in all: 1 is no better than chance. */
export function liftAtTop(rows: ScoredRows, top: Top): number {
  const all = everything(rows);
  return precisionAtTop(rows, top) / (all.found / all.inspected);
}

/** Summed value of class 1 among the highest-scored rows, in the unit of `value`. */
export function revenueAtTop(rows: ScoredRows, top: Top): number {
  requireValue(rows);
  return findingsAtTop(rows, top).value;
}

/** Share of the whole value of class 1 that is among the highest-scored rows. */
export function revenueShareAtTop(rows: ScoredRows, top: Top): number {
  return revenueAtTop(rows, top) / everything(rows).value;
}

export function everything(rows: ScoredRows): TopFindings {
  let [inspected, found, value] = [0, 0, 0];
  for (let i = 0; i < rows.y.length; i++) {
    const weight = weightAt(rows, i);
    inspected += weight;
    if (rows.y[i] !== 1) continue;
    found += weight;
    if (rows.value) value += weight * rows.value[i];
  }
  return { inspected, found, value };
}

export function requireValue({ value }: ScoredRows): Float64Array {
  if (value) return value;
  throw new LearnError('invalid-data', '`value` is needed: what finding each row is worth if it is of class 1.');
}

function capacityOf(rows: ScoredRows, top: Top): number {
  if ('count' in top) return checkedCount(top.count);
  if (!(top.share > 0 && top.share <= 1)) {
    throw new LearnError('invalid-parameter', `\`share\` must be above 0 and at most 1; got ${top.share}.`);
  }
  const total = everything(rows).inspected;
  return Number.isInteger(total) ? Math.max(1, Math.round(top.share * total)) : top.share * total;
}

function checkedCount(count: number): number {
  if (Number.isInteger(count) && count >= 1) return count;
  throw new LearnError('invalid-parameter', `\`count\` must be an integer ≥ 1; got ${count}.`);
}
