import { chance, logNormal, type Random } from '@rikuy/learn';
import type { Finding, Purchase } from './purchase.ts';

const dayMs = 86_400_000;

/**
 * How the truth came out in the past, which is all that a model can learn from: chargebacks weeks later, silence until
 * the time for disputes is over, reviews by analysts within days, and old rules that blocked some purchases unseen.
 */
export const disputes = {
  /** Share of frauds that the cardholder disputes; of the others nobody ever hears. */
  disputed: 0.9,
  /** Share of honest purchases that are disputed all the same. */
  friendly: 0.0025,
  delayDays: 24,
  delaySpread: 0.45,
  windowDays: 75,
  /** Share of all purchases that an analyst looked at, and how often rightly. */
  reviewed: 0.03,
  reviewAccuracy: 0.96,
  /** Soles from which a purchase from abroad was blocked, and how often. */
  blockedAbroadFrom: 2500,
  blocked: 0.6,
} as const;

/** What is known of a purchase at the end of time; null for what was blocked, so that its truth never showed. */
export function findingOf(purchase: Purchase, random: Random): Finding | null {
  const truth = purchase.isFraud ? 1 : 0;
  if (chance(disputes.reviewed, random)) {
    const isRight = chance(disputes.reviewAccuracy, random);
    const days = 0.2 + 3 * random.next();
    return { fraudulent: isRight ? truth : truth === 1 ? 0 : 1, knownAt: purchase.time + days * dayMs };
  }
  const isOddAbroad = purchase.country !== 'PE' && purchase.amount > disputes.blockedAbroadFrom;
  if (isOddAbroad && chance(disputes.blocked, random)) return null;
  const isDisputed = chance(purchase.isFraud ? disputes.disputed : disputes.friendly, random);
  const days = isDisputed
    ? Math.min(disputes.windowDays, 1 + logNormal(disputes.delayDays, disputes.delaySpread, random))
    : disputes.windowDays;
  return { fraudulent: isDisputed ? 1 : 0, knownAt: purchase.time + days * dayMs };
}
