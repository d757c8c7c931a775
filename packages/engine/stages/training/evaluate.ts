import type { Evaluation, Figure, PatternDetection, ShareFigures } from '@rikuy/contracts';
import {
  averagePrecision,
  bootstrapInterval,
  brierScore,
  calibrationCurve,
  capacityCurve,
  ksStatistic,
  liftAtTop,
  logLoss,
  precisionAtTop,
  precisionRecallCurve,
  type Random,
  ranked,
  recallAtTop,
  revenueAtTop,
  revenueShareAtTop,
  rocAuc,
  rocCurve,
  type ScoredRows,
} from '@rikuy/learn';
import { bestF1 } from './best-f1.ts';

/** The rows held out by time, as a model scored them. */
export interface JudgedRows {
  readonly y: Float64Array;
  /** Probability of class 1. */
  readonly score: Float64Array;
  /** What each row is worth if it is positive, as the model has it. */
  readonly amountAtStake: Float64Array;
  /** Probability × amount at stake, by which work is ranked. */
  readonly expectedValue: Float64Array;
  /** What finding the row brought; 0 for class 0. */
  readonly amount: Float64Array;
  /** Planted pattern of each row where a generator made it. */
  readonly patterns: readonly (string | null)[];
}

export interface EvaluateOptions {
  readonly random: Random;
  readonly shares: readonly number[];
  /** Bootstrap resamples of each figure. */
  readonly repeats?: number;
  /** What decisions would have cost, of policies by cost. */
  readonly costs?: CostJudge;
}

/** What a policy's decisions on judged rows cost, row by row. */
export interface CostJudge {
  readonly currency: string;
  costs(rows: Pick<JudgedRows, 'y' | 'score' | 'amountAtStake'>): Float64Array;
  /** The same if every row got the mildest outcome. */
  costsOfNothing(rows: Pick<JudgedRows, 'y' | 'amountAtStake'>): Float64Array;
}

type Metric = (rows: ScoredRows) => number;

/**
 * All figures of one model. Precision and recall at a share rank by probability; revenue ranks by expected value, as
 * the queue does. Intervals are 95 % bootstrap intervals.
 */
export function evaluate(model: string, judged: JudgedRows, options: EvaluateOptions): Evaluation {
  const { y, score, amount, expectedValue } = judged;
  const byScore = ranked({ y, score, value: amount });
  const byValue = ranked({ y, score: expectedValue, value: amount });
  const figure = figureOf(options);
  return {
    model,
    rows: y.length,
    positives: y.reduce((sum, label) => sum + label, 0),
    rocAuc: figure(rocAuc, byScore),
    averagePrecision: figure(averagePrecision, byScore),
    brier: brierScore(byScore),
    logLoss: logLoss(byScore),
    ks: ksStatistic(byScore),
    bestF1: bestF1(judged),
    ...(options.costs && { cost: costFigures(judged, options.costs, figure) }),
    atShares: options.shares.map(share => shareFigures(share, byScore, byValue, figure)),
    patterns: patternDetections(judged, options),
    rocCurve: rocCurve(byScore, { points: 100 }).map(at => ({ x: at.falsePositiveRate, y: at.truePositiveRate })),
    precisionRecallCurve: precisionRecallCurve(byScore, { points: 100 }).map(at => ({ x: at.recall, y: at.precision })),
    calibrationCurve: calibrationCurve(byScore, { bins: 10 }).map(bin => ({
      predicted: bin.predicted,
      observed: bin.observed,
      rows: Math.round(bin.weight),
    })),
    liftCurve: gainCurve(byScore, byValue),
  };
}

/** What people find who inspect this share of the judged rows. */
export function evaluateAt(
  share: number,
  judged: JudgedRows,
  { random, repeats }: Pick<EvaluateOptions, 'random' | 'repeats'>,
): NonNullable<Evaluation['atCapacity']> {
  const { y, score, amount, expectedValue } = judged;
  const options = { random, repeats, shares: [share] };
  const [byScore, byValue] = [score, expectedValue].map(order => ranked({ y, score: order, value: amount }));
  return {
    figures: shareFigures(share, byScore, byValue, figureOf(options)),
    patterns: patternDetections(judged, options).map(({ pattern, rows, recall }) => ({
      pattern,
      rows,
      recall: recall[0].recall,
    })),
  };
}

type FigureOf = (metric: Metric, rows: ScoredRows) => Figure;

function figureOf({ random, repeats = 100 }: EvaluateOptions): FigureOf {
  return (metric, rows) => {
    const { estimate, lower, upper } = bootstrapInterval(metric, rows, { random, repeats });
    return { value: finite(estimate), low: finite(lower), high: finite(upper) };
  };
}

function costFigures(judged: JudgedRows, judge: CostJudge, figure: FigureOf): NonNullable<Evaluation['cost']> {
  const ofNothing = judge.costsOfNothing(judged);
  return {
    perEvent: figure(meanValue, { y: judged.y, score: judged.score, value: judge.costs(judged) }),
    ofNothing: ofNothing.reduce((sum, cost) => sum + cost, 0) / Math.max(1, ofNothing.length),
    currency: judge.currency,
  };
}

function meanValue({ value = new Float64Array(), weights }: ScoredRows): number {
  let [sum, total] = [0, 0];
  value.forEach((one, row) => {
    const weight = weights?.[row] ?? 1;
    sum += weight * one;
    total += weight;
  });
  return total > 0 ? sum / total : NaN;
}

function shareFigures(share: number, byScore: ScoredRows, byValue: ScoredRows, figure: FigureOf): ShareFigures {
  return {
    share,
    precision: figure(rows => precisionAtTop(rows, { share }), byScore),
    recall: figure(rows => recallAtTop(rows, { share }), byScore),
    revenue: figure(rows => revenueAtTop(rows, { share }), byValue),
    revenueShare: figure(rows => revenueShareAtTop(rows, { share }), byValue),
    lift: finite(liftAtTop(byScore, { share })),
  };
}

/** Share of each pattern's rows among the highest-scored rows of all. */
function patternDetections(judged: JudgedRows, { random, shares, repeats = 100 }: EvaluateOptions): PatternDetection[] {
  const names = new Set(judged.patterns.filter(pattern => pattern !== null));
  return [...names].toSorted().map(pattern => {
    const isOf = Float64Array.from(judged.patterns, found => (found === pattern ? 1 : 0));
    const rows = ranked({ y: isOf, score: judged.score });
    const figure = figureOf({ random, shares, repeats });
    return {
      pattern,
      rows: isOf.reduce((sum, one) => sum + one, 0),
      recall: shares.map(share => ({ share, recall: figure(one => recallAtTop(one, { share }), rows) })),
    };
  });
}

function gainCurve(byScore: ScoredRows, byValue: ScoredRows): Evaluation['liftCurve'] {
  const recall = capacityCurve(byScore, { points: 101 });
  const revenue = capacityCurve(byValue, { points: 101 });
  const all = revenue.at(-1)?.value ?? 0;
  return recall.map((point, k) => ({
    share: point.share,
    recall: finite(point.recall),
    revenueShare: all > 0 ? (revenue[k].value ?? 0) / all : 0,
  }));
}

/** A figure that cannot be computed (no row of class 1, say) is stored as 0, since JSON has no NaN. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
