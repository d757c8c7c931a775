import { between, chance, type Random } from '@rikuy/learn';
import type { DeclaredFigures } from './declare.ts';
import type { Life } from './live-months.ts';

/** How the twelve months went, and when that was looked at. */
export interface Finding {
  readonly creditWorthy: 0 | 1;
  readonly knownAt: number;
  /** Soles lost. */
  readonly loss: number;
}

/** How credits were given before there was a model, which is all that it can learn from. */
export const oldLending = {
  /** Share of otherwise refused applications that were granted all the same, by an officer's judgement. */
  granted: 0.12,
  refusedForDebt: 0.85,
  refusedForCash: 0.45,
  refusedForDelay: 0.9,
  /** Granted, and not taken up. */
  withdrawn: 0.07,
  /** Share of what was owed that is never recovered. */
  lost: [0.35, 0.8],
} as const;

const dayMs = 86_400_000;

/** Null where the money was never given, or the year is not over. */
export function findingOf(
  { time, declared, life }: { readonly time: number; readonly declared: DeclaredFigures; readonly life: Life },
  { until, random }: { readonly until: number; readonly random: Random },
): Finding | null {
  const isGranted = !isRefused(declared, life, random) || chance(oldLending.granted, random);
  const isTaken = !chance(oldLending.withdrawn, random);
  const knownAt = time + (365 + random.below(20)) * dayMs;
  const [least, most] = oldLending.lost;
  const loss = Math.round(life.owed * between(least, most, random));
  if (!isGranted || !isTaken || knownAt >= until) return null;
  return { creditWorthy: life.defaulted ? 0 : 1, knownAt, loss: life.defaulted ? loss : 0 };
}

function isRefused(declared: DeclaredFigures, { daysLate }: Life, random: Random): boolean {
  const isIndebted = declared.totalDebt > 2.5 * Math.max(1, declared.totalEquity);
  const isShort = declared.monthlyIncome < declared.monthlyExpenses;
  return (
    (isIndebted && chance(oldLending.refusedForDebt, random)) ||
    (isShort && chance(oldLending.refusedForCash, random)) ||
    (daysLate > 60 && chance(oldLending.refusedForDelay, random))
  );
}
