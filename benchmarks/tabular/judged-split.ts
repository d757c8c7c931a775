import { type Random, type Split, stratifiedFolds } from '@rikuy/learn';

/** Rows to learn from and to choose on, and rows to judge on, once. */
export interface JudgedSplit extends Split {
  readonly test: Uint32Array;
}

/** Random 64 / 16 / 20 parts, each with about the same share of class 1. */
export function randomSplit(y: Float64Array, random: Random): JudgedSplit {
  const [{ train: learned, validation: test }] = stratifiedFolds(y, { folds: 5, random: random.fork('test') });
  return { ...heldBack(y, learned, random.fork('validation')), test };
}

/** A fifth of these rows to choose on, the others to learn from. */
export function heldBack(y: Float64Array, rows: Uint32Array, random: Random): Split {
  return foldsWithin(y, rows, random)[0];
}

/** Five folds of these rows, as positions in the whole table. */
export function foldsWithin(y: Float64Array, rows: Uint32Array, random: Random): Split[] {
  const folds = stratifiedFolds(
    Float64Array.from(rows, row => y[row]),
    { folds: 5, random },
  );
  return folds.map(({ train, validation }) => ({
    train: train.map(at => rows[at]),
    validation: validation.map(at => rows[at]),
  }));
}

/** The rows that are not judged on. */
export function learned({ train, validation }: Split): Uint32Array {
  return Uint32Array.from([...train, ...validation]).sort();
}

/** So many positions from one on. */
export function positionsFrom(first: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, k) => first + k);
}
