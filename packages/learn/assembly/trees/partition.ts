import { COLUMNS, MARGIN, MISSING, ROWS, SPLIT_BIN, SPLIT_INPUT, SPLIT_IS_CATEGORY, SPLIT_MISSING_LEFT, SPLIT_RIGHT_SET } from './layout';

// Plain version:
//   for each row r of rows[from, to): (goesLeft(r) ? lefts : rights).push(r)
// without a branch on what the data decide: each row is written to both ends and one end moves.
// Rows on the right come out in reverse order, which no sum minds and the cache does not either.

/** Splits the rows listed at [rows, end) into `target`: left ones from its start, right ones from its end; counts the left. */
export function partitionRows(rows: usize, end: usize, target: usize, split: usize): i32 {
  const column = splitColumn(split);
  if (load<i32>(split, SPLIT_IS_CATEGORY)) return partitionByCategory(rows, end, target, split, column);
  const bin = <u32>load<i32>(split, SPLIT_BIN);
  const missingLeft = <u32>load<i32>(split, SPLIT_MISSING_LEFT);
  let left = target;
  let right = target + (end - rows) - 4;
  for (; rows < end; rows += 4) {
    const r = load<u32>(rows);
    const v = <u32>load<u8>(column + <usize>r);
    const goesLeft = select<u32>(missingLeft, <u32>(v <= bin), v == MISSING);
    store<u32>(left, r);
    store<u32>(right, r);
    left += <usize>goesLeft << 2;
    right -= <usize>(1 - goesLeft) << 2;
  }
  return <i32>((left - target) >> 2);
}

/** The same for the consecutive rows [from, to) of the whole table. */
export function partitionConsecutive(from: i32, to: i32, target: usize, split: usize): i32 {
  let left = target;
  let right = target + (<usize>(to - from) << 2) - 4;
  const column = splitColumn(split);
  const isCategory = load<i32>(split, SPLIT_IS_CATEGORY);
  const bin = <u32>load<i32>(split, SPLIT_BIN);
  const missingLeft = <u32>load<i32>(split, SPLIT_MISSING_LEFT);
  for (let r = <u32>from; r < <u32>to; r++) {
    const v = <u32>load<u8>(column + <usize>r);
    const goesLeft = isCategory
      ? categoryGoesLeft(v, split)
      : select<u32>(missingLeft, <u32>(v <= bin), v == MISSING);
    store<u32>(left, r);
    store<u32>(right, r);
    left += <usize>goesLeft << 2;
    right -= <usize>(1 - goesLeft) << 2;
  }
  return <i32>((left - target) >> 2);
}

function partitionByCategory(rows: usize, end: usize, target: usize, split: usize, column: usize): i32 {
  let left = target;
  let right = target + (end - rows) - 4;
  for (; rows < end; rows += 4) {
    const r = load<u32>(rows);
    const goesLeft = categoryGoesLeft(<u32>load<u8>(column + <usize>r), split);
    store<u32>(left, r);
    store<u32>(right, r);
    left += <usize>goesLeft << 2;
    right -= <usize>(1 - goesLeft) << 2;
  }
  return <i32>((left - target) >> 2);
}

/** Writes the consecutive rows [from, to) as a list. */
export function listRows(target: usize, from: i32, to: i32): void {
  for (let r = from; r < to; r++, target += 4) store<i32>(target, r);
}

/** Adds to the margin of each listed row the output of the leaf on its side of a last split. */
export function addSplitLeaves(rows: usize, end: usize, split: usize, leftValue: f32, rightValue: f32): void {
  const column = splitColumn(split);
  const margin = <usize>load<u32>(MARGIN);
  const isCategory = load<i32>(split, SPLIT_IS_CATEGORY);
  const bin = <u32>load<i32>(split, SPLIT_BIN);
  const missingLeft = <u32>load<i32>(split, SPLIT_MISSING_LEFT);
  for (; rows < end; rows += 4) {
    const r = <usize>load<u32>(rows);
    const v = <u32>load<u8>(column + r);
    const goesLeft = isCategory
      ? categoryGoesLeft(v, split)
      : select<u32>(missingLeft, <u32>(v <= bin), v == MISSING);
    const at = margin + (r << 2);
    store<f32>(at, load<f32>(at) + select<f32>(leftValue, rightValue, goesLeft));
  }
}

/** Adds a leaf's output to the margin of each listed row. */
export function addLeaf(rows: usize, end: usize, value: f32): void {
  const margin = <usize>load<u32>(MARGIN);
  for (; rows < end; rows += 4) {
    const at = margin + (<usize>load<u32>(rows) << 2);
    store<f32>(at, load<f32>(at) + value);
  }
}

// @ts-ignore: decorator
@inline
function splitColumn(split: usize): usize {
  return <usize>load<u32>(COLUMNS) + <usize>load<i32>(split, SPLIT_INPUT) * <usize>load<i32>(ROWS);
}

// @ts-ignore: decorator
@inline
function categoryGoesLeft(bin: u32, split: usize): u32 {
  const word = load<u32>(split + SPLIT_RIGHT_SET + (<usize>(bin >> 5) << 2));
  return select<u32>(<u32>load<i32>(split, SPLIT_MISSING_LEFT), ((word >> (bin & 31)) & 1) ^ 1, bin == MISSING);
}
