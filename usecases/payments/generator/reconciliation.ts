import { between, chance, logNormal, type Random } from '@rikuy/learn';
import { dayMs } from './calendar.ts';
import type { Finding, PaymentMade } from './payment-made.ts';

/**
 * How the truth came out in the past, which is all that a model can learn from. Which payments are reconciled does not
 * depend on whether they are in order; complaints do, so that frauds are somewhat more often known than others.
 */
export const reconciliation = {
  /** Share of payments matched with an invoice one by one at the end of a month, and how often a fraud shows then. */
  reconciled: 0.55,
  found: 0.9,
  daysFrom: 12,
  daysTo: 55,
  /** Share of the other frauds of which somebody complains, and when. */
  complaints: 0.4,
  complaintDays: 20,
  complaintSpread: 0.6,
  /** Share of all payments that an officer looked at, and how often rightly. */
  reviewed: 0.03,
  reviewAccuracy: 0.97,
} as const;

/** What is known of a payment at the end of time; null for what nobody ever looked at. */
export function findingOf({ time, pattern }: PaymentMade, random: Random): Finding | null {
  const truth = pattern === null ? 0 : 1;
  const after = (days: number, fraud: 0 | 1): Finding => ({ fraud, knownAt: time + days * dayMs });
  if (chance(reconciliation.reviewed, random)) {
    const isRight = chance(reconciliation.reviewAccuracy, random);
    return after(between(0.2, 3, random), isRight ? truth : truth === 1 ? 0 : 1);
  }
  if (chance(reconciliation.reconciled, random)) {
    const days = between(reconciliation.daysFrom, reconciliation.daysTo, random);
    return after(days, truth === 1 && chance(reconciliation.found, random) ? 1 : 0);
  }
  if (truth === 0 || !chance(reconciliation.complaints, random)) return null;
  return after(1 + logNormal(reconciliation.complaintDays, reconciliation.complaintSpread, random), 1);
}
