import { rowHashes } from '../math/row-hashes.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { inputsOf, selectInputs } from '../protocol/inputs.ts';
import { type Random, seeded } from '../random/random.ts';
import { column, type Table } from '../table/table.ts';
import { rowsWhere } from './split.ts';
import { singleFeatureAuc } from './single-feature.ts';
import { tellingGaps } from './telling-gaps.ts';

/** A sign that a model would learn from what it will not know when it has to decide. */
export type LeakageFinding =
  /** One column alone ranks the rows too well to be true; `figure` is its AUC. */
  | { readonly code: 'feature-too-good'; readonly column: string; readonly figure: number; readonly limit: number }
  /** Rows in which a column is filled in (or empty) are nearly all of one class; `figure` is their share. */
  | {
      readonly code: 'gaps-give-label-away';
      readonly column: string;
      readonly figure: number;
      readonly rows: number;
      readonly side: 'filled' | 'empty';
      readonly label: 0 | 1;
    }
  /** Values of a column became known only after the row was scored; `figure` is their share. */
  | { readonly code: 'value-known-too-late'; readonly column: string; readonly figure: number; readonly rows: number }
  /** Test rows stand in the training rows as well; `figure` is their share of the test rows. */
  | { readonly code: 'test-rows-in-training'; readonly figure: number; readonly rows: number; readonly limit: number }
  /** Labels of training rows became known only after the first test row was scored; `figure` is their share. */
  | { readonly code: 'label-from-the-future'; readonly figure: number; readonly rows: number };

/** Times in epoch milliseconds, one per training row; NaN is unknown. */
export interface LeakageTimes {
  /** When the row is scored: nothing later may be read. */
  readonly scored: Float64Array;
  /** When the values of a column became known, by column. */
  readonly valuesKnown?: Readonly<Record<string, Float64Array>>;
  readonly labelsKnown?: Float64Array;
  /** When each test row is scored. */
  readonly testScored?: Float64Array;
}

export interface LeakageOptions {
  /** AUC from which one column alone is suspect; default 0.95. */
  readonly featureAuc?: number;
  /** Rows to test on, to be compared with those to train on by their features. */
  readonly test?: Table;
  /** Share of test rows found in training from which they are reported; default 0.01, since few columns repeat by chance. */
  readonly overlapShare?: number;
  readonly times?: LeakageTimes;
  readonly random?: Random;
}

/** With fewer rows of a class than this, a column may part the classes by chance, and is not judged. */
const LEAST_OF_A_CLASS = 10;

/** Share of one class, at the lower end of its interval, from which filled or empty fields are reported. */
const TELLING_SHARE = 0.9;

/**
 * Looks for leaks in training rows: single columns that are too good, values and labels from the future, test rows
 * among the training rows. Findings are data, the strongest first within each kind; none is a proof.
 *
 * @example leakageCheck(X, y, { test, times: { scored, valuesKnown: { penalty_amount: penaltyDates } } })
 */
export function leakageCheck(X: Table, y: Float64Array, options: LeakageOptions = {}): LeakageFinding[] {
  if (y.length !== X.rowCount) {
    throw new LearnError('invalid-data', `\`y\` must have one value per row (${X.rowCount}); got ${y.length}.`);
  }
  return [
    ...(isJudgeable(y) ? [...tooGoodFeatures(X, y, options), ...columnsWithTellingGaps(X, y)] : []),
    ...(options.times ? lateValues(options.times) : []),
    ...(options.test ? overlap(X, options.test, options.overlapShare ?? 0.01) : []),
    ...(options.times ? futureLabels(options.times) : []),
  ];
}

function tooGoodFeatures(
  X: Table,
  y: Float64Array,
  { featureAuc = 0.95, random = seeded(0) }: LeakageOptions,
): LeakageFinding[] {
  return inputsOf(X)
    .map(({ name }) => ({ column: name, figure: singleFeatureAuc(column(X, name), y, random.fork(name)) }))
    .filter(({ figure }) => figure >= featureAuc)
    .sort((a, b) => b.figure - a.figure)
    .map(found => ({ code: 'feature-too-good', ...found, limit: featureAuc }));
}

function columnsWithTellingGaps(X: Table, y: Float64Array): LeakageFinding[] {
  return inputsOf(X)
    .flatMap(({ name }) => {
      const found = tellingGaps(column(X, name), y, TELLING_SHARE);
      return found ? [{ code: 'gaps-give-label-away' as const, column: name, ...found }] : [];
    })
    .sort((a, b) => b.rows - a.rows);
}

function isJudgeable(y: Float64Array): boolean {
  const positives = y.reduce((sum, label) => sum + label, 0);
  return Math.min(positives, y.length - positives) >= LEAST_OF_A_CLASS;
}

function lateValues({ scored, valuesKnown = {} }: LeakageTimes): LeakageFinding[] {
  return Object.entries(valuesKnown)
    .map(([name, known]) => ({ column: name, rows: rowsWhere(scored.length, i => known[i] > scored[i]).length }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows)
    .map(({ column, rows }) => ({ code: 'value-known-too-late', column, figure: rows / scored.length, rows }));
}

function overlap(X: Table, test: Table, limit: number): LeakageFinding[] {
  const seen = new Set(rowHashes(selectInputs(X, inputsOf(X))));
  const hashes = rowHashes(selectInputs(test, inputsOf(X)));
  const rows = hashes.filter(hash => seen.has(hash)).length;
  const figure = rows / test.rowCount;
  return rows > 0 && figure >= limit ? [{ code: 'test-rows-in-training', figure, rows, limit }] : [];
}

function futureLabels({ scored, labelsKnown, testScored }: LeakageTimes): LeakageFinding[] {
  if (!labelsKnown || !testScored) return [];
  const firstTest = testScored.reduce((least, time) => (time < least ? time : least), Infinity);
  const rows = rowsWhere(scored.length, i => labelsKnown[i] >= firstTest).length;
  return rows > 0 ? [{ code: 'label-from-the-future', figure: rows / scored.length, rows }] : [];
}
