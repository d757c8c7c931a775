import { kernel } from '../generated/kernels.ts';
import type { GrowerMemory } from './grower-memory.ts';

/** Rows to be sent left and right: a list by its address, or all rows where the address is 0. */
export interface RowsToSplit {
  readonly rows: number;
  readonly rowCount: number;
  readonly splitAddress: number;
}

/** Two lists of rows, the left one before the right one. */
export interface SplitRows {
  readonly rows: number;
  readonly middle: number;
  readonly end: number;
}

interface Work extends RowsToSplit {
  readonly parts: number;
  /** Where partitions write, in the other of the two lists. */
  readonly target: number;
  /** Where each part's number of left rows is counted. */
  readonly counts: number;
}

/** Splits each of these sets of rows; those of more than `share` rows in parts that are then moved together. */
export function partition(memory: GrowerMemory, sets: readonly RowsToSplit[], share: number): SplitRows[] {
  let counts = memory.counts;
  const works = sets.map((set): Work => {
    const parts = Math.ceil(set.rowCount / share);
    const work = { ...set, parts, target: targetOf(memory, set.rows, parts), counts };
    counts += parts * 4;
    return work;
  });
  for (const work of works) addParts(memory, work);
  memory.pool.run();
  const lists = works.map(work => (work.parts === 1 ? inPlace(memory, work) : movedTogether(memory, work)));
  memory.pool.run();
  return lists;
}

/** The rows of one of `parts` about equal parts. */
export function partOfRows(rowCount: number, part: number, parts: number): [from: number, to: number] {
  return [Math.floor((rowCount * part) / parts), Math.floor((rowCount * (part + 1)) / parts)];
}

function targetOf({ rowLists }: GrowerMemory, rows: number, parts: number): number {
  const [first, second] = rowLists;
  if (rows === 0) return parts === 1 ? first : second;
  return rows < second ? rows - first + second : rows - second + first;
}

function addParts({ pool }: GrowerMemory, { rows, rowCount, parts, target, counts, splitAddress }: Work): void {
  for (let part = 0; part < parts; part++) {
    const [from, to] = partOfRows(rowCount, part, parts);
    const into = target + from * 4;
    const count = counts + part * 4;
    if (rows === 0) pool.add(kernel.DO_PARTITION_CONSECUTIVE, from, to, into, splitAddress, count);
    else pool.add(kernel.DO_PARTITION, rows + from * 4, rows + to * 4, into, splitAddress, count);
  }
}

function inPlace({ pool }: GrowerMemory, { target, rowCount, counts }: Work): SplitRows {
  return { rows: target, middle: target + pool.ints[counts >>> 2] * 4, end: target + rowCount * 4 };
}

/** Copies the left rows of all parts, then the right ones, to where the list was. */
function movedTogether({ pool, rowLists }: GrowerMemory, work: Work): SplitRows {
  const { rowCount, parts, target: source, counts } = work;
  const rows = work.rows || rowLists[0];
  const lefts = Array.from(pool.ints.subarray(counts >>> 2, (counts >>> 2) + parts));
  const middle = rows + lefts.reduce((sum, left) => sum + left, 0) * 4;
  let leftTo = rows;
  let rightTo = middle;
  lefts.forEach((left, part) => {
    const [from, to] = partOfRows(rowCount, part, parts);
    const right = to - from - left;
    pool.add(kernel.DO_COPY, leftTo, source + from * 4, left * 4);
    pool.add(kernel.DO_COPY, rightTo, source + (from + left) * 4, right * 4);
    leftTo += left * 4;
    rightTo += right * 4;
  });
  return { rows, middle, end: rows + rowCount * 4 };
}
