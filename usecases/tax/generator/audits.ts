import { chance, logNormal, type Random } from '@rikuy/learn';
import { daysAfter } from './calendar.ts';

/**
 * The regime of the past, whose traces are all that a model can learn from: a random part and an old list of signs,
 * auditors who miss some and are seldom wrong, audits that close weeks to months later.
 */
export const pastAudits = {
  randomShare: 0.26,
  /** Points from which the old signs select a return. */
  threshold: 1.9,
  /** Share of what is evaded that an audit finds. */
  sensitivity: 0.92,
  /** Share of honest returns that an audit wrongly adjusts. */
  falseFinds: 0.004,
  /** Days from filing to closing, log-normal. */
  delayDays: 42,
  delaySpread: 0.5,
} as const;

/** What an audit found, and when it closed. */
export interface Finding {
  readonly evasion: 0 | 1;
  readonly closedAt: number;
  /** Soles. */
  readonly additionalTax: number;
}

/** What the old signs look at. */
export interface SignsOfReturn {
  readonly deductionRatio: number;
  readonly importRatio: number;
  readonly nearThreshold: number;
  readonly income: number;
  readonly isMarkedSector: boolean;
}

/** Whether the regime of the past audited a return. */
export function wasSelected(signs: SignsOfReturn, random: Random): boolean {
  if (chance(pastAudits.randomShare, random)) return true;
  const points =
    (signs.deductionRatio > 0.95 ? 0.7 : 0) +
    (signs.importRatio > 1 ? 0.7 : 0) +
    (signs.nearThreshold > 0.4 ? 0.6 : 0) +
    (signs.income > 400_000 ? 0.4 : 0) +
    (signs.isMarkedSector ? 0.3 : 0);
  return points + 0.55 * random.normal() > pastAudits.threshold;
}

/** What the audit of a return wrote down. */
export function audit({ filedAt, evades, taxDue, declaredTax }: Audited, random: Random): Finding {
  const days = Math.ceil(logNormal(pastAudits.delayDays, pastAudits.delaySpread, random));
  const closedAt = daysAfter(filedAt, days);
  const { sensitivity, falseFinds } = pastAudits;
  if (!chance(evades ? sensitivity : falseFinds, random)) return { evasion: 0, closedAt, additionalTax: 0 };
  const additionalTax = evades ? taxDue : 0.1 * declaredTax + 50;
  return { evasion: 1, closedAt, additionalTax: Math.round(additionalTax * 100) / 100 };
}

export interface Audited {
  readonly filedAt: number;
  readonly evades: boolean;
  readonly taxDue: number;
  readonly declaredTax: number;
}
