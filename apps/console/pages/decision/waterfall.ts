import type { Explanation, Reason } from '@rikuy/contracts';

/** One bar: where it begins and ends on the explanation's scale. */
export interface WaterfallStep {
  readonly kind: 'base' | 'part' | 'others' | 'total';
  readonly from: number;
  readonly to: number;
  /** The reason behind a `part`. */
  readonly reason?: Reason;
  /** How many parts an `others` holds. */
  readonly count?: number;
}

/**
 * The explanation as bars, each starting where the one before ends: the base, the `most` strongest parts, all others
 * as one, and the total. Rules add nothing to a score and have no bar.
 */
export function waterfallOf({ base, total, parts }: Explanation, most: number): readonly WaterfallStep[] {
  const ranked = parts
    .filter(({ kind }) => kind === 'feature')
    .toSorted((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution));
  const shown = ranked.slice(0, most);
  const rest = ranked.slice(most);
  const steps: WaterfallStep[] = [{ kind: 'base', from: base, to: base }];
  for (const reason of shown) steps.push({ kind: 'part', reason, ...after(steps, reason.contribution) });
  if (rest.length > 0) steps.push({ kind: 'others', count: rest.length, ...after(steps, sum(rest)) });
  return [...steps, { kind: 'total', from: total, to: total }];
}

function after(steps: readonly WaterfallStep[], contribution: number): { from: number; to: number } {
  const from = steps.at(-1)!.to;
  return { from, to: from + contribution };
}

function sum(reasons: readonly Reason[]): number {
  return reasons.reduce((total, { contribution }) => total + contribution, 0);
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

const landmarks = [0.0001, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 0.9999];

/** Probabilities that people know, with their places on the log-odds scale, between two ends of it. */
export function probabilityTicks(low: number, high: number): readonly { at: number; probability: number }[] {
  return landmarks
    .map(probability => ({ at: Math.log(probability / (1 - probability)), probability }))
    .filter(({ at }) => at >= low && at <= high);
}
