import { checkRows, type ScoredRows, weightAt } from './scored-rows.ts';

/** Weight of rows by class and by decision; a row is flagged when its score reaches the threshold. */
export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** What each kind of decision costs, in one unit; gains are negative costs. */
export interface DecisionCosts {
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly truePositive?: number;
  readonly trueNegative?: number;
}

export function confusionAt(rows: ScoredRows, threshold: number): Confusion {
  checkRows(rows);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < rows.y.length; i++) {
    const isFlagged = rows.score[i] >= threshold;
    counts[(rows.y[i] === 1 ? 2 : 0) + (isFlagged ? 1 : 0)] += weightAt(rows, i);
  }
  const [trueNegatives, falsePositives, falseNegatives, truePositives] = counts;
  return { truePositives, falsePositives, trueNegatives, falseNegatives };
}

/** Share of rows decided rightly. */
export function accuracy(confusion: Confusion): number {
  const { truePositives, trueNegatives, falsePositives, falseNegatives } = confusion;
  const right = truePositives + trueNegatives;
  return right / (right + falsePositives + falseNegatives);
}

/** Share of the flagged rows that are of class 1; NaN when none is flagged. */
export function precision({ truePositives, falsePositives }: Confusion): number {
  return truePositives / (truePositives + falsePositives);
}

/** Share of class 1 that is flagged; NaN when class 1 is absent. */
export function recall({ truePositives, falseNegatives }: Confusion): number {
  return truePositives / (truePositives + falseNegatives);
}

/** Harmonic mean of precision and recall; NaN when class 1 is absent and nothing is flagged. */
export function f1Score({ truePositives, falsePositives, falseNegatives }: Confusion): number {
  return (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives);
}

/** The summed cost of the decisions. */
export function totalCost(confusion: Confusion, costs: DecisionCosts): number {
  return (
    confusion.falsePositives * costs.falsePositive +
    confusion.falseNegatives * costs.falseNegative +
    confusion.truePositives * (costs.truePositive ?? 0) +
    confusion.trueNegatives * (costs.trueNegative ?? 0)
  );
}
