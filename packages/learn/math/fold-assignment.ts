import { positionsUpTo } from './gather.ts';
import { type Random, shuffle } from '../random/random.ts';

/**
 * A fold in [0, folds) for each row, drawn at random so that folds differ by at most one row per class; `y` of more
 * than two values is not stratified.
 */
export function assignFolds(y: Float64Array, folds: number, random: Random): Uint16Array {
  const isBinary = y.every(label => label === 0 || label === 1);
  const rows = positionsUpTo(y.length);
  const groups = isBinary ? [rows.filter(row => y[row] === 1), rows.filter(row => y[row] === 0)] : [rows];
  const foldOf = new Uint16Array(y.length);
  let next = 0;
  for (const group of groups) {
    for (const row of shuffle(group, random)) foldOf[row] = next++ % folds;
  }
  return foldOf;
}
