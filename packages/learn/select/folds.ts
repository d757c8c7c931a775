import { assignFolds } from '../math/fold-assignment.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { type Random, shuffle } from '../random/random.ts';
import { rowsWhere, type Split } from './split.ts';

export interface FoldsOptions {
  readonly folds: number;
  readonly random: Random;
}

/** k folds with about the same share of each class; every row is validated on once. */
export function stratifiedFolds(y: Float64Array, options: FoldsOptions): Split[] {
  const folds = checkedFolds(options.folds, y.length, 'rows');
  return splitsOf(assignFolds(y, folds, options.random), folds);
}

/**
 * k folds in which rows of one group stay together (one importer, one card), of about equal size: groups are dealt
 * from the largest on, each to the smallest fold so far, equal ones at random.
 */
export function groupedFolds(groups: readonly (string | number)[] | Int32Array, options: FoldsOptions): Split[] {
  const sizes = new Map<string | number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const folds = checkedFolds(options.folds, sizes.size, 'groups');
  const foldOfGroup = dealGroups(sizes, folds, options.random);
  return splitsOf(
    Uint16Array.from(groups, group => foldOfGroup.get(group)!),
    folds,
  );
}

function dealGroups(
  sizes: ReadonlyMap<string | number, number>,
  folds: number,
  random: Random,
): Map<string | number, number> {
  const names = [...sizes.keys()];
  const shuffled = shuffle(Uint32Array.from(names.keys()), random);
  const bySize = Array.from(shuffled, at => names[at]).sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  const filled = new Float64Array(folds);
  const foldOf = new Map<string | number, number>();
  for (const name of bySize) {
    const smallest = filled.indexOf(filled.reduce((least, size) => Math.min(least, size), Infinity));
    filled[smallest] += sizes.get(name)!;
    foldOf.set(name, smallest);
  }
  return foldOf;
}

function splitsOf(foldOf: Uint16Array, folds: number): Split[] {
  return Array.from({ length: folds }, (_, fold) => ({
    train: rowsWhere(foldOf.length, row => foldOf[row] !== fold),
    validation: rowsWhere(foldOf.length, row => foldOf[row] === fold),
  }));
}

function checkedFolds(folds: number, most: number, of: string): number {
  if (Number.isInteger(folds) && folds >= 2 && folds <= most) return folds;
  throw new LearnError(
    'invalid-parameter',
    `\`folds\` must be an integer from 2 to the number of ${of} (${most}); got ${folds}.`,
  );
}
