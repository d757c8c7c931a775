import { type Random, shuffle } from '../random/random.ts';

/**
 * A fold in [0, folds) for each row, drawn at random so that folds differ by at most one row per class; `y` of more
 * than two values is not stratified.
 */
export function assignFolds(y: Float64Array, folds: number, random: Random): Uint16Array {
  const isBinary = y.every(label => label === 0 || label === 1);
  const groups = isBinary ? [rowsWhere(y, label => label === 1), rowsWhere(y, label => label === 0)] : [allRows(y)];
  const foldOf = new Uint16Array(y.length);
  let next = 0;
  for (const rows of groups) {
    for (const row of shuffle(rows, random)) foldOf[row] = next++ % folds;
  }
  return foldOf;
}

function rowsWhere(y: Float64Array, holds: (label: number) => boolean): Uint32Array {
  return allRows(y).filter(row => holds(y[row]));
}

function allRows(y: Float64Array): Uint32Array {
  return Uint32Array.from(y, (_, row) => row);
}
