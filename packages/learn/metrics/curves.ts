import { LearnError } from '../protocol/learn-error.ts';
import { everything, requireValue } from './at-top.ts';
import { rankingOf, type ScoredRows, weightAt } from './scored-rows.ts';
import { thresholdSteps, totalsOf } from './threshold-steps.ts';

export interface RocPoint {
  /** Scores at or above it are flagged; `Infinity` at the first point, where none is. */
  readonly threshold: number;
  readonly falsePositiveRate: number;
  readonly truePositiveRate: number;
}

export interface PrecisionRecallPoint {
  readonly threshold: number;
  readonly recall: number;
  readonly precision: number;
}

/** What inspecting the highest-scored share of rows finds. */
export interface CapacityPoint {
  /** Share of the rows inspected, in [0, 1]. */
  readonly share: number;
  /** Share of class 1 found. */
  readonly recall: number;
  /** Share of class 1 among the rows inspected; NaN at share 0. */
  readonly precision: number;
  /** Precision over the share of class 1 in all; NaN at share 0. */
  readonly lift: number;
  /** Summed value of class 1 found; absent without values. */
  readonly value?: number;
}

export interface CurveOptions {
  /** At most so many points, the first and the last always among them; default 200. */
  readonly points?: number;
}

/** The ROC curve from (0, 0) to (1, 1), thinned to points about equally far apart on paper. */
export function rocCurve(rows: ScoredRows, options: CurveOptions = {}): RocPoint[] {
  const steps = thresholdSteps(rows);
  const { positive, negative } = totalsOf(steps);
  const curve: RocPoint[] = [{ threshold: Infinity, falsePositiveRate: 0, truePositiveRate: 0 }];
  steps.threshold.forEach((threshold, k) => {
    curve.push({
      threshold,
      falsePositiveRate: steps.negatives[k] / negative,
      truePositiveRate: steps.positives[k] / positive,
    });
  });
  return thinned(curve, point => [point.falsePositiveRate, point.truePositiveRate], options);
}

/** Precision against recall at falling thresholds, thinned to points about equally far apart on paper. */
export function precisionRecallCurve(rows: ScoredRows, options: CurveOptions = {}): PrecisionRecallPoint[] {
  const steps = thresholdSteps(rows);
  const { positive } = totalsOf(steps);
  const curve = Array.from(steps.threshold, (threshold, k) => ({
    threshold,
    recall: steps.positives[k] / positive,
    precision: steps.positives[k] / (steps.positives[k] + steps.negatives[k]),
  }));
  return thinned(curve, point => [point.recall, point.precision], options);
}

/** Recall, precision, lift and value as the share of rows inspected grows, at equal steps of share. */
export function capacityCurve(rows: ScoredRows, options: CurveOptions = {}): CapacityPoint[] {
  const points = checkedPoints(options);
  const order = rankingOf(rows);
  const all = everything(rows);
  const curve = [capacityPoint(rows, { inspected: 0, found: 0, value: 0 }, all)];
  const reached = { inspected: 0, found: 0, value: 0 };
  for (let k = 0; k < order.length; k++) {
    addRow(reached, rows, order[k]);
    const isDue = reached.inspected >= (curve.length / (points - 1)) * all.inspected;
    if (isDue || k === order.length - 1) curve.push(capacityPoint(rows, reached, all));
  }
  return curve.length > points ? [...curve.slice(0, points - 1), curve[curve.length - 1]] : curve;
}

/** How much is found by share inspected, in the unit of `value`. */
export function valueCurve(rows: ScoredRows, options: CurveOptions = {}): { share: number; value: number }[] {
  requireValue(rows);
  return capacityCurve(rows, options).map(({ share, value }) => ({ share, value: value! }));
}

/** Lift by share inspected. */
export function liftCurve(rows: ScoredRows, options: CurveOptions = {}): { share: number; lift: number }[] {
  return capacityCurve(rows, options)
    .filter(({ share }) => share > 0)
    .map(({ share, lift }) => ({ share, lift }));
}

type Reached = { inspected: number; found: number; value: number };

function addRow(reached: Reached, rows: ScoredRows, row: number): void {
  const weight = weightAt(rows, row);
  reached.inspected += weight;
  if (rows.y[row] !== 1) return;
  reached.found += weight;
  if (rows.value) reached.value += weight * rows.value[row];
}

function capacityPoint(rows: ScoredRows, reached: Reached, all: Readonly<Reached>): CapacityPoint {
  const precision = reached.found / reached.inspected;
  return {
    share: reached.inspected / all.inspected,
    recall: reached.found / all.found,
    precision,
    lift: precision / (all.found / all.inspected),
    ...(rows.value && { value: reached.value }),
  };
}

/** Keeps the point nearest behind each of equally spaced lengths along the drawn line, and both ends. */
function thinned<P>(curve: P[], place: (point: P) => readonly [number, number], options: CurveOptions): P[] {
  const points = checkedPoints(options);
  if (curve.length <= points) return curve;
  const lengths = lengthsAlong(curve.map(place));
  const kept = [curve[0]];
  const spacing = lengths[lengths.length - 1] / (points - 1);
  for (let k = 1; k < curve.length - 1 && kept.length < points - 1; k++) {
    if (lengths[k] >= kept.length * spacing) kept.push(curve[k]);
  }
  return [...kept, curve[curve.length - 1]];
}

function lengthsAlong(places: readonly (readonly [number, number])[]): Float64Array {
  const lengths = new Float64Array(places.length);
  for (let k = 1; k < places.length; k++) {
    const [x, y] = places[k];
    lengths[k] = lengths[k - 1] + Math.abs(x - places[k - 1][0]) + Math.abs(y - places[k - 1][1]);
  }
  return lengths;
}

function checkedPoints({ points = 200 }: CurveOptions): number {
  if (Number.isInteger(points) && points >= 2) return points;
  throw new LearnError('invalid-parameter', `\`points\` must be an integer ≥ 2; got ${points}.`);
}
