import type { Figure, GroupFairness } from '@rikuy/contracts';
import { bootstrapPredictedInterval, type PredictedRows, type Random } from '@rikuy/learn';

/** Decided rows that the model had not learned from. */
export interface DecidedRows {
  /** Whether each got the mildest outcome. */
  readonly isFavoured: readonly boolean[];
  /** 0, 1, or NaN where unknown. */
  readonly labels: Float64Array;
}

/** Groups of fewer rows are told, and do not count for the ratio: their rates are mostly chance. */
export const leastRows = 30;

/**
 * How outcomes and errors fall on groups: the favourable share of all their rows, and both kinds of error among the rows
 * whose truth is known, with 95 % bootstrap intervals. The ratio is the lowest favourable share by the highest; the
 * four-fifths rule (29 CFR 1607.4 D) asks for reasons below 0.8.
 */
export function groupFairness(
  by: string,
  groups: readonly (string | null)[],
  { isFavoured, labels }: DecidedRows,
  random: Random,
): GroupFairness {
  const names = [...new Set(groups.filter(group => group !== null))].toSorted();
  const told = names.map(group => {
    const rows = [...groups.keys()].filter(row => groups[row] === group);
    const share = (of: readonly number[], hits: (row: number) => boolean): Figure | null =>
      shareOf(of.map(hits), random.fork(`${by}/${group}`));
    return {
      group,
      rows: rows.length,
      favourable: share(rows, row => isFavoured[row])!,
      wronglyRefused: share(
        rows.filter(row => labels[row] === 0),
        row => !isFavoured[row],
      ),
      wronglyPassed: share(
        rows.filter(row => labels[row] === 1),
        row => isFavoured[row],
      ),
    };
  });
  return { by, groups: told, ratio: ratioOf(told.filter(({ rows }) => rows >= leastRows)) };
}

function ratioOf(groups: readonly Pick<GroupFairness['groups'][number], 'favourable'>[]): number {
  const shares = groups.map(({ favourable }) => favourable.value);
  const highest = Math.max(0, ...shares);
  return highest === 0 ? 1 : Math.min(...shares) / highest;
}

function shareOf(hits: readonly boolean[], random: Random): Figure | null {
  if (hits.length === 0) return null;
  const y = Float64Array.from(hits, Number);
  const { estimate, lower, upper } = bootstrapPredictedInterval(weightedMean, { y, prediction: y }, { random });
  return { value: estimate, low: lower, high: upper };
}

function weightedMean({ y, weights }: PredictedRows): number {
  let [sum, total] = [0, 0];
  y.forEach((value, row) => {
    const weight = weights?.[row] ?? 1;
    sum += weight * value;
    total += weight;
  });
  return sum / total;
}
