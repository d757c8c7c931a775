import { LearnError } from '../protocol/learn-error.ts';
import { ascendingOrder } from '../math/order.ts';
import { checkRows, type ScoredRows, weightAt } from './scored-rows.ts';

/** Rows of about the same predicted probability, and how many of them were of class 1. */
export interface ReliabilityBin {
  /** Mean probability predicted. */
  readonly predicted: number;
  /** Share of class 1. */
  readonly observed: number;
  /** Weight of the rows. */
  readonly weight: number;
  /** Wilson's 95 % interval of the share of class 1. */
  readonly lower: number;
  readonly upper: number;
}

export interface CalibrationOptions {
  /** Default 10. */
  readonly bins?: number;
  /** Bins of equal weight (`quantile`, default) or of equal width of probability, the upper edge included (`width`). */
  readonly by?: 'quantile' | 'width';
}

/** The reliability curve, lowest probability first; empty bins are left out. */
export function calibrationCurve(rows: ScoredRows, options: CalibrationOptions = {}): ReliabilityBin[] {
  checkRows(rows);
  const { bins = 10, by = 'quantile' } = options;
  if (!Number.isInteger(bins) || bins < 1) {
    throw new LearnError('invalid-parameter', `\`bins\` must be an integer ≥ 1; got ${bins}.`);
  }
  const binOf = by === 'width' ? equalWidth(rows, bins) : equalWeight(rows, bins);
  return summaries(rows, binOf, bins);
}

/** Expected calibration error: the mean distance of predicted from observed over the bins, by weight. */
export function calibrationError(rows: ScoredRows, options: CalibrationOptions = {}): number {
  const curve = calibrationCurve(rows, options);
  const total = curve.reduce((sum, bin) => sum + bin.weight, 0);
  return curve.reduce((sum, bin) => sum + bin.weight * Math.abs(bin.predicted - bin.observed), 0) / total;
}

function equalWidth({ score }: ScoredRows, bins: number): Uint32Array {
  return Uint32Array.from(score, p => Math.min(Math.max(Math.ceil(p * bins) - 1, 0), bins - 1));
}

/** Equal probabilities stay in one bin: the bin of their middle. */
function equalWeight(rows: ScoredRows, bins: number): Uint32Array {
  const order = ascendingOrder(rows.score);
  const total = rows.score.reduce((sum, _, row) => sum + weightAt(rows, row), 0);
  const binOf = new Uint32Array(order.length);
  let before = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    let weight = 0;
    for (to = from; to < order.length && rows.score[order[to]] === rows.score[order[from]]; to++) {
      weight += weightAt(rows, order[to]);
    }
    const bin = Math.min(Math.floor(((before + weight / 2) / total) * bins), bins - 1);
    for (let k = from; k < to; k++) binOf[order[k]] = bin;
    before += weight;
  }
  return binOf;
}

function summaries(rows: ScoredRows, binOf: Uint32Array, bins: number): ReliabilityBin[] {
  const [weight, predicted, observed] = [0, 0, 0].map(() => new Float64Array(bins));
  for (let i = 0; i < binOf.length; i++) {
    const one = weightAt(rows, i);
    weight[binOf[i]] += one;
    predicted[binOf[i]] += one * rows.score[i];
    observed[binOf[i]] += one * rows.y[i];
  }
  return Array.from(weight, (w, bin) => reliabilityBin(w, predicted[bin] / w, observed[bin] / w)).filter(
    bin => bin.weight > 0,
  );
}

function reliabilityBin(weight: number, predicted: number, observed: number): ReliabilityBin {
  return { predicted, observed, weight, ...wilsonInterval(observed, weight) };
}

/** Wilson's score interval of a share, 95 % (Wilson 1927). */
export function wilsonInterval(share: number, count: number, z = 1.959963984540054): { lower: number; upper: number } {
  const middle = share + (z * z) / (2 * count);
  const half = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const scale = 1 + (z * z) / count;
  return { lower: Math.max(0, (middle - half) / scale), upper: Math.min(1, (middle + half) / scale) };
}
