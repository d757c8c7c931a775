import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Split } from '@rikuy/learn';
import type { BookPayments } from './payments.ts';

/** A week to learn from and, a week of delay later, a week to judge by. */
export interface Fold extends Split {
  readonly name: string;
}

export interface Folds {
  /** Chapter 3. */
  readonly chapter3: Fold;
  /** Chapters 5 to 7: parameters are chosen on the first four and judged on the last. */
  readonly validation: readonly Fold[];
  readonly test: readonly Fold[];
  /** The unlabelled models of chapter 7. */
  readonly detectors: Fold;
}

const WEEK = 7;
const DELAY = 7;
const DAY_MS = 86_400_000;

/**
 * The folds of SPLITS.csv, latest first as there.
 * @throws Error when rows or frauds differ from the published counts, or the payments of chapter 3 from the published ones
 */
export function bookFolds(payments: BookPayments, folder: string): Folds {
  const folds = readSplits(folder).map(published => checkedFold(payments, published));
  const named = (start: string): Fold[] => folds.filter(({ name }) => name.startsWith(start));
  const test = named('ch5_test');
  const chapter3 = test[test.length - 1];
  requireSamePayments(payments, chapter3.train, join(folder, 'ch3_train_TRANSACTION_ID.txt'));
  requireSamePayments(payments, chapter3.validation, join(folder, 'ch3_test_TRANSACTION_ID.txt'));
  return { chapter3, test, validation: named('ch5_valid'), detectors: named('ch7_ae')[0] };
}

/**
 * The book's `get_train_test_set`: all payments of the week to learn from; of each day to judge by those of cards that
 * are not known to be compromised, by a fraud in that week or in the delay up to a week and a day before.
 */
export function foldFrom(payments: BookPayments, name: string, firstDay: number): Fold {
  const rowsOn = (first: number, days: number): number[] => rowsOfDays(payments, first, days);
  const train = rowsOn(firstDay, WEEK);
  const known = new Set(fraudulentCards(payments, train));
  const validation: number[] = [];
  for (let day = firstDay + WEEK + DELAY; day < firstDay + 2 * WEEK + DELAY; day++) {
    for (const card of fraudulentCards(payments, rowsOn(day - DELAY - 1, 1))) known.add(card);
    validation.push(...rowsOn(day, 1).filter(row => !known.has(payments.cards[row])));
  }
  return { name, train: Uint32Array.from(train), validation: Uint32Array.from(validation) };
}

interface PublishedSplit {
  readonly name: string;
  readonly firstDay: number;
  /** Rows and frauds to learn from, rows and frauds to judge by. */
  readonly counts: readonly number[];
}

function readSplits(folder: string): PublishedSplit[] {
  const [, ...lines] = readFileSync(join(folder, 'SPLITS.csv'), 'utf8').trim().split('\n');
  return lines.map(line => {
    const [name, start, trainRows, trainFrauds, , rows, frauds] = line.split(',');
    return { name, firstDay: Date.parse(start) / DAY_MS, counts: [trainRows, trainFrauds, rows, frauds].map(Number) };
  });
}

function checkedFold(payments: BookPayments, { name, firstDay, counts }: PublishedSplit): Fold {
  const fold = foldFrom(payments, name, firstDay);
  const frauds = (rows: Uint32Array): number => rows.reduce((sum, row) => sum + payments.y[row], 0);
  const got = [fold.train.length, frauds(fold.train), fold.validation.length, frauds(fold.validation)];
  if (String(got) === String(counts)) return fold;
  throw new Error(`${name} must have the published rows and frauds, ${String(counts)}; got ${String(got)}.`);
}

function requireSamePayments({ ids }: BookPayments, rows: Uint32Array, path: string): void {
  const published = new Set(readFileSync(path, 'utf8').trim().split(/\s+/).map(Number));
  if (published.size === rows.length && rows.every(row => published.has(ids[row]))) return;
  throw new Error(`the payments of chapter 3 must be those of ${path}; ours are others.`);
}

/** Payments come in the order of their days. */
function rowsOfDays({ days }: BookPayments, first: number, count: number): number[] {
  const rows: number[] = [];
  for (let row = firstRowFrom(days, first); row < days.length && days[row] < first + count; row++) rows.push(row);
  return rows;
}

function firstRowFrom(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fraudulentCards({ cards, y }: BookPayments, rows: readonly number[]): number[] {
  return rows.filter(row => y[row] === 1).map(row => cards[row]);
}
