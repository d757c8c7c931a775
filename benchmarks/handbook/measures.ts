import { averagePrecision, type EntityRows, entityPrecisionAtTop, type Random, ranked, rocAuc } from '@rikuy/learn';
import type { Fold } from './folds.ts';
import type { BookPayments } from './payments.ts';

/** The three measures of the book: ROC AUC, average precision, card precision at 100 a day. */
export const measures = {
  AUC: rocAuc,
  AP: averagePrecision,
  'CP@100': (rows: EntityRows): number => entityPrecisionAtTop(rows, 100),
} as const;
export type MeasureName = keyof typeof measures;
export type Figures = Readonly<Record<MeasureName, number>>;
export const measureNames = Object.keys(measures) as MeasureName[];

/** A figure and the interval in which 95 % of the resamples lie. */
export interface Figure {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** What a model said of the payments that a fold judges by. */
export function scoredRows({ y, cards, days }: BookPayments, { validation }: Fold, score: Float64Array): EntityRows {
  return {
    score,
    y: Float64Array.from(validation, row => y[row]),
    entity: Int32Array.from(validation, row => cards[row]),
    period: Int32Array.from(validation, row => days[row]),
  };
}

/** The mean of each measure over folds and seeds. */
export function meanFigures(judged: readonly EntityRows[]): Figures {
  const all = measureNames.map(name => [name, mean(judged.map(rows => measures[name](rows)))]);
  return Object.fromEntries(all) as Figures;
}

/**
 * The same with percentile intervals: cards are drawn with replacement, because payments of one card are alike, and each
 * draw holds for all folds and seeds. What another training week would have taught is not in the interval.
 */
export function figuresWithIntervals(
  judged: readonly EntityRows[],
  { random, repeats = 100 }: { random: Random; repeats?: number },
): Readonly<Record<MeasureName, Figure>> {
  const estimates = meanFigures(judged);
  const prepared = judged.map(rows => ({ all: { ...rows, ...ranked(rows) }, firsts: highestOfEachDay(rows) }));
  const draws = Array.from({ length: repeats }, () => {
    const drawn = drawnCards(judged, random);
    const of = (name: MeasureName): number =>
      mean(prepared.map(({ all, firsts }) => measures[name](weighted(name === 'CP@100' ? firsts : all, drawn))));
    return Object.fromEntries(measureNames.map(name => [name, of(name)])) as Figures;
  });
  const figure = (name: MeasureName): Figure => ({
    mean: estimates[name],
    ...middle(draws.map(figures => figures[name])),
  });
  return Object.fromEntries(measureNames.map(name => [name, figure(name)])) as Record<MeasureName, Figure>;
}

/** How often each card is drawn, by its number. */
function drawnCards(judged: readonly EntityRows[], random: Random): Uint8Array {
  const cards = 1 + judged.reduce((most, { entity }) => Array.from(entity).reduce((a, b) => Math.max(a, b), most), 0);
  const drawn = new Uint8Array(cards);
  for (let k = 0; k < cards; k++) drawn[random.below(cards)]++;
  return drawn;
}

function weighted(rows: EntityRows, drawn: Uint8Array): EntityRows {
  const weights = new Float64Array(rows.y.length);
  for (let row = 0; row < weights.length; row++) weights[row] = drawn[rows.entity[row]];
  return { ...rows, weights };
}

/** One row for each card and day, which is all that card precision looks at: its highest score, its worst class. */
function highestOfEachDay({ entity, period, score, y }: EntityRows): EntityRows {
  const byCardDay = new Map<string, { entity: number; period: number; score: number; y: number }>();
  for (let row = 0; row < y.length; row++) {
    const key = `${entity[row]} ${period[row]}`;
    const known = byCardDay.get(key);
    if (!known) byCardDay.set(key, { entity: entity[row], period: period[row], score: score[row], y: y[row] });
    else Object.assign(known, { score: Math.max(known.score, score[row]), y: Math.max(known.y, y[row]) });
  }
  const rows = [...byCardDay.values()];
  return {
    entity: rows.map(one => one.entity),
    period: rows.map(one => one.period),
    score: Float64Array.from(rows, one => one.score),
    y: Float64Array.from(rows, one => one.y),
  };
}

function middle(values: readonly number[]): { lower: number; upper: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
  return { lower: at(0.025), upper: at(0.975) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
