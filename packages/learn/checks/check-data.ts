import type { Random } from '../random/random.ts';
import { type CategoryColumn, type Column, numbers } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';

/** Rows to check an estimator with: two classes, or a number, that its inputs partly explain. */
export interface CheckData {
  readonly X: Table;
  readonly y: Float64Array;
  readonly weights: Float64Array;
}

export interface CheckDataOptions {
  readonly rows: number;
  readonly target: 'class' | 'number';
  readonly categories: boolean;
  /** Whether a tenth of the cells is missing. */
  readonly gaps: boolean;
}

const LEVELS = ['north', 'south', 'east', 'west'];

/** Numbers of different spread, a constant, whole numbers, and two columns of categories where they are allowed. */
export function checkData(random: Random, options: CheckDataOptions): CheckData {
  const { rows, categories, gaps } = options;
  const each = (draw: () => number): Float64Array => Float64Array.from({ length: rows }, draw);
  const amount = each(() => Math.exp(random.normal() * 2));
  const balance = each(() => random.normal() * 1000);
  const region = Int32Array.from({ length: rows }, () => random.below(LEVELS.length));
  const sector = Int32Array.from({ length: rows }, () => random.below(12));
  const columns: Record<string, Column> = {
    amount: numbers(withGaps(amount, random, gaps)),
    balance: numbers(withGaps(balance, random, gaps)),
    items: numbers(each(() => random.below(5))),
    constant: numbers(each(() => 3)),
  };
  if (categories) {
    columns.region = coded(withMissing(region, random, gaps), LEVELS);
    columns.sector = coded(
      withMissing(sector, random, gaps),
      Array.from({ length: 12 }, (_, k) => `sector ${k}`),
    );
  }
  const strength = amount.map((value, i) => Math.log(value) + balance[i] / 1000 + (region[i] === 2 ? 2 : 0) - 0.5);
  return {
    X: table(columns),
    y: strength.map(value => targetOf(value + random.normal() * 0.5, options.target)),
    weights: each(() => random.below(3)),
  };
}

function targetOf(strength: number, target: 'class' | 'number'): number {
  if (target === 'number') return strength;
  return strength > 0 ? 1 : 0;
}

function coded(codes: Int32Array, levels: readonly string[]): CategoryColumn {
  return { kind: 'category', codes, levels };
}

function withGaps(values: Float64Array, random: Random, gaps: boolean): Float64Array {
  return values.map(value => (gaps && random.next() < 0.1 ? NaN : value));
}

function withMissing(codes: Int32Array, random: Random, gaps: boolean): Int32Array {
  return codes.map(code => (gaps && random.next() < 0.1 ? -1 : code));
}
