import type { Attributions, ScoreScale } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { type Random, seeded, shuffle } from '../random/random.ts';
import { column, takeRows, type Table } from '../table/table.ts';

/** How much a model leans on an input, on the scale of what was measured. */
export interface InputImportance {
  readonly input: string;
  readonly importance: number;
}

/** An importance that was drawn several times. */
export interface PermutedImportance extends InputImportance {
  /** Standard deviation over the repeats; 0 for one. */
  readonly deviation: number;
}

/** The mean absolute attribution of each input over the rows, the greatest first; on the attributions' own scale. */
export function meanAbsoluteAttributions({ inputs, values }: Attributions<ScoreScale>): InputImportance[] {
  const sums = new Float64Array(inputs.length);
  values.forEach((value, i) => (sums[i % inputs.length] += Math.abs(value)));
  const rowCount = Math.max(1, values.length / inputs.length);
  return greatestFirst(inputs.map((input, j) => ({ input, importance: sums[j] / rowCount })));
}

export interface PermutationOptions {
  /** Columns to shuffle; absent means all of the table's. */
  readonly inputs?: readonly string[];
  /** Shuffles per column; default 5. */
  readonly repeats?: number;
  /** Default `seeded(0)`. Each column has a stream of its own, so that its figure does not depend on the others. */
  readonly random?: Random;
}

/**
 * How far a measure of quality falls when a column is shuffled among the rows, the greatest fall first (Breiman 2001;
 * Fisher, Rudin and Dominici 2019). Correlated columns share their importance; use rows that training did not see.
 * @param quality of a model on a table, higher is better
 * @example permutationImportance(Z => rocAuc({ score: model.predictProba(Z), y }), X)
 */
export function permutationImportance(
  quality: (X: Table) => number,
  X: Table,
  { inputs = [...X.columns.keys()], repeats = 5, random = seeded(0) }: PermutationOptions = {},
): PermutedImportance[] {
  if (!Number.isInteger(repeats) || repeats < 1) {
    throw new LearnError('invalid-parameter', `\`repeats\` must be an integer ≥ 1; got ${repeats}.`);
  }
  const untouched = quality(X);
  return greatestFirst(
    inputs.map(input => {
      const stream = random.fork(input);
      const falls = Array.from({ length: repeats }, () => untouched - quality(withShuffled(X, input, stream)));
      return { input, ...meanAndDeviation(falls) };
    }),
  );
}

function withShuffled(X: Table, input: string, random: Random): Table {
  const order = shuffle(
    Uint32Array.from({ length: X.rowCount }, (_, row) => row),
    random,
  );
  const alone = { rowCount: X.rowCount, columns: new Map([[input, column(X, input)]]) };
  return { rowCount: X.rowCount, columns: new Map([...X.columns, ...takeRows(alone, order).columns]) };
}

function meanAndDeviation(values: readonly number[]): { importance: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { importance: mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

function greatestFirst<I extends InputImportance>(importances: I[]): I[] {
  return importances.sort((a, b) => b.importance - a.importance);
}
