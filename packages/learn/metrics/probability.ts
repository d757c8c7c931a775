import { checkRows, type ScoredRows, weightAt } from './scored-rows.ts';

/** Brier score: the mean squared distance of the probability from the class. */
export function brierScore(rows: ScoredRows): number {
  return meanOver(rows, (y, p) => (p - y) ** 2);
}

/** Mean negative log-likelihood; probabilities are kept 2⁻⁵² away from 0 and 1, as scikit-learn does. */
export function logLoss(rows: ScoredRows): number {
  return meanOver(rows, (y, p) => {
    const inside = Math.min(Math.max(p, Number.EPSILON), 1 - Number.EPSILON);
    return y === 1 ? -Math.log(inside) : -Math.log1p(-inside);
  });
}

function meanOver(rows: ScoredRows, lossOf: (y: number, probability: number) => number): number {
  checkRows(rows);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < rows.y.length; i++) {
    const weight = weightAt(rows, i);
    sum += weight * lossOf(rows.y[i], rows.score[i]);
    total += weight;
  }
  return sum / total;
}
