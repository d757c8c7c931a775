// Our columns in a process of its own: node compute-ours.ts RAW.csv.gz PUBLISHED.csv.gz [RIVAL.f64].
// Prints {"payments","readingSeconds","seconds","cpuSeconds","megabytes","rows","expectedRows","columns"}; `seconds` are
// those of the features of all payments, from columns in memory, as pandas starts from a data frame.
import { readFileSync } from 'node:fs';
import { createFeatureEngine } from '@rikuy/engine';
import { openFile } from '@rikuy/files';
import { entriesOf, readPayments } from './handbook-log.ts';
import { columnOf, handbookPayments } from './handbook-payments.ts';

/** Significant digits of the file's values. */
const fileDigits = 10;

const [raw, published, rivalPath] = process.argv.slice(2);
const rival = rivalPath ? readDoubles(rivalPath) : null;
const readingStarted = performance.now();
const payments = await readPayments(raw);
const expected = await readExpected(published);
const readingSeconds = (performance.now() - readingStarted) / 1000;

const started = performance.now();
const cpuStarted = process.cpuUsage();
const engine = createFeatureEngine(handbookPayments);
const vectors = new Map<string, Float64Array>();
for (const entry of entriesOf(payments)) {
  const vector = engine.take(entry);
  if (vector && expected.has(entry.eventId)) vectors.set(entry.eventId, vector.numbers);
}
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpuStarted);

const report = {
  payments: payments.ids.length,
  readingSeconds,
  seconds,
  cpuSeconds: (user + system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024,
  ...compare(),
};
console.log(JSON.stringify(report));

/** The published values by payment, in the order of our layout. */
async function readExpected(path: string): Promise<Map<string, readonly number[]>> {
  const columns = [...columnOf.values()];
  const byPayment = new Map<string, readonly number[]>();
  for await (const { rows } of openFile(path).rows({ skip: 0, batch: 5000 })) {
    for (const { values } of rows) {
      byPayment.set(
        String(values.TRANSACTION_ID),
        columns.map(column => Number(values[column])),
      );
    }
  }
  return byPayment;
}

/** Differences by column, from the published values and, where they were given, from those of pandas. */
function compare() {
  const names = [...columnOf.keys()];
  const columns = names.map(name => ({
    column: name,
    'other digits': 0,
    'beyond rounding': 0,
    'beside pandas': rival ? 0 : '',
  }));
  const position = names.map(name => engine.layout.numbers.indexOf(name));
  const ids = [...expected.keys()].toSorted((a, b) => Number(a) - Number(b));
  ids.forEach((id, row) => {
    const ours = vectors.get(id);
    if (ours === undefined) return;
    columns.forEach((column, j) => {
      const value = ours[position[j]];
      if (Number(value.toPrecision(fileDigits)) !== expected.get(id)![j]) column['other digits']++;
      widen(column, 'beyond rounding', beyondRounding(value, expected.get(id)![j]));
      if (rival) widen(column, 'beside pandas', Math.abs(value - rival[row * names.length + j]));
    });
  });
  return { rows: vectors.size, expectedRows: expected.size, columns };
}

/** A missing value differs from any. */
function widen<Key extends string>(column: Record<Key, number | string>, key: Key, difference: number): void {
  column[key] = Math.max(Number(column[key]), Number.isNaN(difference) ? Infinity : difference);
}

/**
 * How far a value lies from one of the file, beyond what the file can tell: its values are rounded to ten significant
 * digits, so a mean of 123.4567890 stands for all within 5e-8.
 */
function beyondRounding(value: number, published: number): number {
  const lastDigit = published === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(published))) - (fileDigits - 1));
  return Math.max(0, Math.abs(value - published) - lastDigit / 2);
}

function readDoubles(path: string): Float64Array {
  const bytes = readFileSync(path);
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
