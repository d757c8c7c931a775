import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { numbers, type Random, seeded, table, type Table } from '@rikuy/learn';

/** What is measured: how many rows and inputs, with or without missing values. */
export interface Shape {
  readonly rowCount: number;
  readonly width: number;
  readonly gaps: boolean;
}

/** A folder with `train.f32`, `train.y.f32`, `test.f32`, `test.y.f32`: float32, row after row, NaN for missing. */
export interface DataSet extends Shape {
  readonly folder: string;
  readonly testRowCount: number;
}

const MISSING_SHARE = 0.15;

/** Writes training and held-out rows of the same kind. */
export function writeDataSet(folder: string, shape: Shape, seed: number): DataSet {
  mkdirSync(folder, { recursive: true });
  const testRowCount = Math.min(100_000, shape.rowCount);
  const random = seeded(seed);
  writeRows(join(folder, 'train'), shape, random.fork('train'));
  writeRows(join(folder, 'test'), { ...shape, rowCount: testRowCount }, random.fork('test'));
  return { ...shape, folder, testRowCount };
}

/** One column of floats as stored. */
export function readFloats(path: string): Float32Array {
  const bytes = readFileSync(path);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

/** Stored rows as a table with the columns `x0`, `x1`, …. */
export function readTable(path: string, width: number): Table {
  const values = readFloats(path);
  const rowCount = values.length / width;
  const columns = Array.from({ length: width }, () => new Float32Array(rowCount));
  const block = 512;
  for (let start = 0; start < rowCount; start += block) {
    const stop = Math.min(start + block, rowCount);
    columns.forEach((column, j) => {
      for (let i = start; i < stop; i++) column[i] = values[i * width + j];
    });
  }
  return table(new Map(columns.map((column, j) => [`x${j}`, numbers(column)])));
}

function writeRows(path: string, { rowCount, width, gaps }: Shape, random: Random): void {
  const X = new Float32Array(rowCount * width);
  const y = new Float32Array(rowCount);
  for (let i = 0; i < rowCount; i++) {
    const row = X.subarray(i * width, (i + 1) * width);
    fillRow(row, random);
    y[i] = random.next() < 1 / (1 + Math.exp(-logOdds(row))) ? 1 : 0;
    if (gaps) for (let j = 0; j < width; j++) if (random.next() < MISSING_SHARE) row[j] = NaN;
  }
  writeFileSync(`${path}.f32`, X);
  writeFileSync(`${path}.y.f32`, y);
}

/** Bell-shaped, skewed and few-valued inputs in turn, as tables have them. */
function fillRow(row: Float32Array, random: Random): void {
  for (let j = 0; j < row.length; j++) {
    const bell = random.next() + random.next() + random.next() - 1.5;
    if (j % 4 === 1) row[j] = Math.exp(2 * bell);
    else if (j % 4 === 3) row[j] = Math.round(6 * bell);
    else row[j] = 2 * bell;
  }
}

/** Interactions, waves and steps of the first inputs, none of them invisible alone; the others are noise. */
function logOdds(row: Float32Array): number {
  const [a, b, c, d, e, f, g, h] = row;
  const products = 0.5 * (a + 1) * (c + 1) - 0.4 * Math.log(b) * (d > 1 ? 1.5 : 0.5);
  return products + Math.sin(1.5 * a) + 0.2 * d * (e > 0 ? 1.5 : 0.5) + (f > 1.5 && g < 0.4 ? 1.2 : 0) - 0.3 * h - 0.8;
}
