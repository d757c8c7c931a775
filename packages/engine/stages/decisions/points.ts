import type { PointsScale } from '../../use-case/policy.ts';

/**
 * The points of a probability of the label: `baseScore` at `baseOdds` negatives to one positive, `pointsToDouble` more
 * for twice the odds, a whole number within the scale (Siddiqi, *Credit Risk Scorecards*, 2006).
 */
export function pointsOf(
  { baseScore, baseOdds, pointsToDouble, lowest, highest }: PointsScale,
  probability: number,
): number {
  const odds = (1 - probability) / probability;
  const points = baseScore + (pointsToDouble / Math.LN2) * Math.log(odds / baseOdds);
  return Math.round(Math.min(Math.max(points, lowest), highest));
}

/** The probability that points stand for: the inverse but for rounding and the ends of the scale. */
export function probabilityOf({ baseScore, baseOdds, pointsToDouble }: PointsScale, points: number): number {
  return 1 / (1 + baseOdds * 2 ** ((points - baseScore) / pointsToDouble));
}
