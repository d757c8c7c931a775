import { createFeatureEngine } from '@rikuy/engine';
import { numbers, table, type Table } from '@rikuy/learn';
import { entriesOf, type Payments, readPayments } from '../handbook-features/handbook-log.ts';
import { columnOf, handbookPayments } from '../handbook-features/handbook-payments.ts';

/** All payments in the order of their times, with the fifteen inputs of the book. */
export interface BookPayments {
  readonly ids: Float64Array;
  readonly cards: Int32Array;
  /** Days since 1970. */
  readonly days: Int32Array;
  /** 1 for a fraud. */
  readonly y: Float64Array;
  readonly X: Table;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Reads the raw payments and computes their inputs; the windows by our engine, labels known a week late. */
export async function bookPayments(path: string): Promise<BookPayments> {
  const payments = await readPayments(path);
  const windows = windowColumns(payments);
  const times = Float64Array.from(payments.times);
  const own = {
    TX_AMOUNT: Float64Array.from(payments.amounts),
    TX_DURING_WEEKEND: times.map(time => (isWeekend(time) ? 1 : 0)),
    TX_DURING_NIGHT: times.map(time => (Math.floor((time % DAY_MS) / HOUR_MS) <= 6 ? 1 : 0)),
  };
  const columns = Object.entries({ ...own, ...windows }).map(([name, values]) => [name, numbers(values)] as const);
  return {
    ids: Float64Array.from(payments.ids, Number),
    cards: Int32Array.from(payments.customers, Number),
    days: Int32Array.from(times, time => Math.floor(time / DAY_MS)),
    y: Float64Array.from(payments.frauds),
    X: table(new Map(columns)),
  };
}

function windowColumns(payments: Payments): Record<string, Float64Array> {
  const engine = createFeatureEngine(handbookPayments);
  const columns = [...columnOf].map(([feature, name]) => ({
    name,
    place: engine.layout.numbers.indexOf(feature),
    values: new Float64Array(payments.ids.length),
  }));
  let row = 0;
  for (const entry of entriesOf(payments)) {
    const vector = engine.take(entry);
    if (!vector) continue;
    for (const { values, place } of columns) values[row] = vector.numbers[place];
    row++;
  }
  return Object.fromEntries(columns.map(({ name, values }) => [name, values]));
}

/** 1970-01-01 was a Thursday. */
function isWeekend(time: number): boolean {
  return (Math.floor(time / DAY_MS) + 3) % 7 >= 5;
}
