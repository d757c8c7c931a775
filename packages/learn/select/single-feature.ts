import { assignFolds } from '../math/fold-assignment.ts';
import { asDoubles } from '../math/gather.ts';
import { ascendingOrder } from '../math/order.ts';
import { rocAuc } from '../metrics/ranking.ts';
import type { Random } from '../random/random.ts';
import type { Column } from '../table/column.ts';

const BINS = 32;
const FOLDS = 5;
/** Rows by which the overall mean counts in a bin's mean, so that values seen once say little. */
const SMOOTHING = 10;

/**
 * How well one column alone ranks the rows, as an AUC of at least 0.5: the better of its own order, either way round,
 * and of the means of `y` by level or quantile bin, taken out of fold so that identifiers do not shine. Gaps count.
 */
export function singleFeatureAuc(one: Column, y: Float64Array, random: Random): number {
  const binned = rocAuc({ y, score: outOfFoldMeans(binsOf(one), y, random) });
  if (one.kind === 'category') return Math.max(binned, 0.5);
  const score = asDoubles(one.values).map(value => (Number.isNaN(value) ? -Infinity : value));
  const ordered = rocAuc({ y, score });
  return Math.max(binned, ordered, 1 - ordered);
}

/** A bin from 0 for each row; gaps have one of their own. */
function binsOf(one: Column): Int32Array {
  if (one.kind === 'category') return one.codes.map(code => code + 1);
  const order = ascendingOrder(one.values);
  const present = order.filter(row => !Number.isNaN(one.values[row]));
  const bins = new Int32Array(order.length);
  let bin = 0;
  present.forEach((row, k) => {
    const isNew = k === 0 || one.values[row] !== one.values[present[k - 1]];
    if (isNew) bin = 1 + Math.floor((k / present.length) * BINS);
    bins[row] = bin;
  });
  return bins;
}

function outOfFoldMeans(bins: Int32Array, y: Float64Array, random: Random): Float64Array {
  const foldOf = assignFolds(y, Math.min(FOLDS, y.length), random);
  const whole = new Map<number, Sum>();
  const own = new Map<number, Sum>();
  for (let i = 0; i < bins.length; i++) {
    add(whole, bins[i], y[i]);
    add(own, bins[i] * FOLDS + foldOf[i], y[i]);
  }
  const prior = y.reduce((sum, label) => sum + label, 0) / y.length;
  return y.map((_, i) => {
    const all = whole.get(bins[i])!;
    const held = own.get(bins[i] * FOLDS + foldOf[i])!;
    return (all.labels - held.labels + SMOOTHING * prior) / (all.rows - held.rows + SMOOTHING);
  });
}

interface Sum {
  labels: number;
  rows: number;
}

function add(sums: Map<number, Sum>, key: number, label: number): void {
  const sum = sums.get(key);
  if (!sum) sums.set(key, { labels: label, rows: 1 });
  else {
    sum.labels += label;
    sum.rows++;
  }
}
