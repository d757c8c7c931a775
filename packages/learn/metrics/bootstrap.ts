import { gather, positionsUpTo } from '../math/gather.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { Random } from '../random/random.ts';
import type { PredictedRows } from './regression.ts';
import { rankingOf, type ScoredRows, weightAt } from './scored-rows.ts';

export interface BootstrapOptions {
  readonly random: Random;
  /** Resamples; default 200. */
  readonly repeats?: number;
  /** Share of the resamples inside the interval; default 0.95. */
  readonly level?: number;
}

export interface Interval {
  /** The metric of the rows themselves. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/**
 * Percentile interval of a metric (Efron 1979): rows are drawn with replacement within each class, so that the class
 * shares stay. A resample is the same rows with each weight multiplied by how often the row was drawn; the order by
 * score is worked out once. Resamples in which the metric is no number are left out.
 *
 * @example bootstrapInterval(rows => precisionAtTop(rows, { share: 0.05 }), rows, { random: seeded(7) })
 */
export function bootstrapInterval(
  metric: (rows: ScoredRows) => number,
  rows: ScoredRows,
  options: BootstrapOptions,
): Interval {
  const base = inRankedOrder(rows);
  const strata = [0, 1].map(label => countedPositions(base, row => base.y[row] === label));
  return percentileInterval(weights => metric(weights ? { ...base, weights } : base), { rows: base, strata }, options);
}

/** The same for a metric of predicted numbers; rows are drawn from all. */
export function bootstrapPredictedInterval(
  metric: (rows: PredictedRows) => number,
  rows: PredictedRows,
  options: BootstrapOptions,
): Interval {
  const strata = [countedPositions(rows, () => true)];
  return percentileInterval(weights => metric(weights ? { ...rows, weights } : rows), { rows, strata }, options);
}

type Weighted = Pick<ScoredRows, 'y' | 'weights'>;

/** Rows, and the groups within which they are drawn. */
interface Strata {
  readonly rows: Weighted;
  readonly strata: readonly Uint32Array[];
}

function percentileInterval(
  metricUnder: (weights?: Float64Array) => number,
  drawn: Strata,
  options: BootstrapOptions,
): Interval {
  const { random, repeats = 200, level = 0.95 } = checkedOptions(options);
  const values: number[] = [];
  for (let k = 0; k < repeats; k++) {
    const value = metricUnder(resampledWeights(drawn, random));
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return { estimate: metricUnder(), lower: quantile(values, tail), upper: quantile(values, 1 - tail), level };
}

/** The rows themselves put in order, so that a metric reads memory from front to back. */
function inRankedOrder(rows: ScoredRows): ScoredRows {
  const order = rankingOf(rows);
  return {
    y: gather(rows.y, order),
    score: gather(rows.score, order),
    ...(rows.weights && { weights: gather(rows.weights, order) }),
    ...(rows.value && { value: gather(rows.value, order) }),
    order: positionsUpTo(order.length),
  };
}

/** Each row's weight times how often it was drawn. */
function resampledWeights({ rows, strata }: Strata, random: Random): Float64Array {
  const weights = new Float64Array(rows.y.length);
  for (const positions of strata) {
    for (let k = 0; k < positions.length; k++) {
      const row = positions[random.below(positions.length)];
      weights[row] += weightAt(rows, row);
    }
  }
  return weights;
}

/** Rows of weight 0 are never drawn. */
function countedPositions(rows: Weighted, belongs: (row: number) => boolean): Uint32Array {
  return positionsUpTo(rows.y.length).filter(row => belongs(row) && weightAt(rows, row) > 0);
}

function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return NaN;
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

function checkedOptions(options: BootstrapOptions): BootstrapOptions {
  const { repeats = 200, level = 0.95 } = options;
  if (!Number.isInteger(repeats) || repeats < 2) {
    throw new LearnError('invalid-parameter', `\`repeats\` must be an integer ≥ 2; got ${repeats}.`);
  }
  if (!(level > 0 && level < 1)) {
    throw new LearnError('invalid-parameter', `\`level\` must be between 0 and 1; got ${level}.`);
  }
  return options;
}
