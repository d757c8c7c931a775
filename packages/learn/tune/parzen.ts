import type { Random } from '../random/random.ts';

/** A density over an interval: normal bumps of equal weight, cut off at its ends. */
export interface ParzenEstimator {
  readonly draw: (random: Random) => number;
  readonly logDensity: (place: number) => number;
}

interface Bump {
  readonly mean: number;
  readonly spread: number;
  /** Its mass inside the interval. */
  readonly mass: number;
}

/**
 * The adaptive Parzen estimator of Bergstra et al., "Algorithms for Hyper-Parameter Optimization" (2011): a bump at
 * each place observed, as wide as the way to its farther neighbour (within limits), and a flat one over the whole interval, so that no
 * place is ever out of reach.
 */
export function parzenEstimator(places: readonly number[], from: number, to: number): ParzenEstimator {
  const bumps = bumpsAt(places, from, to);
  return {
    draw: random => drawnInside(bumps[random.below(bumps.length)], { from, to }, random),
    logDensity: place => {
      const density = bumps.reduce((sum, bump) => sum + bumpDensity(bump, place), 0) / bumps.length;
      return Math.log(Math.max(density, Number.MIN_VALUE));
    },
  };
}

/** The flat bump counts as a neighbour, in the middle. */
function bumpsAt(places: readonly number[], from: number, to: number): Bump[] {
  const range = to - from;
  const middle = (from + to) / 2;
  const narrowest = range / Math.min(100, places.length + 2);
  const sorted = [...places, middle].sort((a, b) => a - b);
  const flat = sorted.indexOf(middle);
  return sorted.map((mean, k) => {
    const ways = [mean - sorted[k - 1], sorted[k + 1] - mean].filter(way => !Number.isNaN(way));
    const spread = k === flat ? range : Math.min(Math.max(...ways, narrowest), range);
    return bump(mean, spread, { from, to });
  });
}

function bump(mean: number, spread: number, { from, to }: { from: number; to: number }): Bump {
  return { mean, spread, mass: normalShare((to - mean) / spread) - normalShare((from - mean) / spread) };
}

/** Means lie inside and spreads are no wider than the interval, so that at least a third of draws fall inside. */
function drawnInside({ mean, spread }: Bump, { from, to }: { from: number; to: number }, random: Random): number {
  let place = mean + spread * random.normal();
  while (place < from || place > to) place = mean + spread * random.normal();
  return place;
}

function bumpDensity({ mean, spread, mass }: Bump, place: number): number {
  const z = (place - mean) / spread;
  return Math.exp(-0.5 * z * z) / (spread * Math.sqrt(2 * Math.PI) * mass);
}

/** The standard normal distribution function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z >= 0 ? 1 - tail : tail;
}
