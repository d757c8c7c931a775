import { HISTOGRAM_BYTES, BINS, STRIDE, WIDTH, PACKED, ACTIVE, ACTIVE_COUNT, TOUCH_SINK } from './layout';

// Plain version, for each row r of rows[from, to):
//   for each input j: histogram[j][bins[r][j]] += packed[r]
// A packed sum holds the hessian in its low word (never negative, so it never borrows) and the gradient in its high
// word. Integers add up to the same bits in any order: threads may share rows and siblings may be subtracted freely.

/** Adds the consecutive rows [from, to) to a histogram of all inputs. */
export function addConsecutiveRows(from: i32, to: i32, histogram: usize): void {
  const stride = <usize>load<i32>(STRIDE);
  const width = <usize>load<i32>(WIDTH);
  const packed = <usize>load<u32>(PACKED);
  let row = <usize>load<u32>(BINS) + <usize>from * stride;
  for (let i = <usize>from; i < <usize>to; i++) {
    addRow(row, width, load<i64>(packed + (i << 3)), histogram);
    row += stride;
  }
}

/** Adds the rows listed at [rows, end) to a histogram of all inputs. */
export function addListedRows(rows: usize, end: usize, histogram: usize): void {
  const stride = <usize>load<i32>(STRIDE);
  const width = <usize>load<i32>(WIDTH);
  const packed = <usize>load<u32>(PACKED);
  const bins = <usize>load<u32>(BINS);
  let seen: u32 = 0;
  while (rows < end) {
    const stop = min(rows + TOUCHED_BYTES, end);
    if (isSparse(rows, stop)) seen |= touchRows(rows, stop, packed);
    for (; rows < stop; rows += 4) {
      const r = <usize>load<u32>(rows);
      addRow(bins + r * stride, width, load<i64>(packed + (r << 3)), histogram);
    }
  }
  store<u32>(TOUCH_SINK, seen);
}

// Rows far apart miss the cache, and while one row is added the processor looks only a few rows ahead. Touching many
// rows first lets their misses overlap: a million rows of 20 inputs, every sixteenth listed, take 24 ns a row instead
// of 85; where rows are close, the hardware prefetches well and touching costs a third more (8.9 to 12.7 ns).
export const TOUCHED_BYTES: usize = 64 * 4;
const SPARSE_GAP: i32 = 5;

/** Whether the rows of a stretch of the list (ascending or descending) lie far apart. */
// @ts-ignore: decorator
@inline
export function isSparse(rows: usize, end: usize): bool {
  const span = abs<i32>(load<i32>(end - 4) - load<i32>(rows));
  return span > <i32>((end - rows) >> 2) * SPARSE_GAP;
}

/** Reads a word of every cache line that adding these rows will need; keep what it returns in `TOUCH_SINK`. */
// @ts-ignore: decorator
@inline
export function touchRows(rows: usize, end: usize, packed: usize): u32 {
  const stride = <usize>load<i32>(STRIDE);
  const bins = <usize>load<u32>(BINS);
  let seen: u32 = 0;
  for (; rows < end; rows += 4) {
    const r = <usize>load<u32>(rows);
    const row = bins + r * stride;
    seen |= load<u32>(packed + (r << 3));
    for (let offset: usize = 0; offset < stride; offset += 64) seen |= <u32>load<u8>(row + offset);
    seen |= <u32>load<u8>(row + stride - 1);
  }
  return seen;
}

/** The same for the active inputs only. */
export function addConsecutiveRowsOfActive(from: i32, to: i32, histogram: usize): void {
  const stride = <usize>load<i32>(STRIDE);
  const packed = <usize>load<u32>(PACKED);
  const inputs = <usize>load<u32>(ACTIVE);
  const count = load<i32>(ACTIVE_COUNT);
  let row = <usize>load<u32>(BINS) + <usize>from * stride;
  for (let i = <usize>from; i < <usize>to; i++) {
    addRowOf(row, inputs, inputs + (<usize>count << 2), load<i64>(packed + (i << 3)), histogram);
    row += stride;
  }
}

/** Adds the rows listed at [rows, end) to a histogram of the active inputs only. */
export function addListedRowsOfActive(rows: usize, end: usize, histogram: usize): void {
  addListedRowsOf(rows, end, histogram, <usize>load<u32>(PACKED), <usize>load<u32>(ACTIVE), load<i32>(ACTIVE_COUNT));
}

/** The same for inputs given as a list of i32, packed sums from `packed`; histograms lie at their input's place. */
export function addListedRowsOf(
  rows: usize,
  end: usize,
  histogram: usize,
  packed: usize,
  inputs: usize,
  count: i32,
): void {
  const stride = <usize>load<i32>(STRIDE);
  const bins = <usize>load<u32>(BINS);
  const lastInput = inputs + (<usize>count << 2);
  let seen: u32 = 0;
  while (rows < end) {
    const stop = min(rows + TOUCHED_BYTES, end);
    if (isSparse(rows, stop)) seen |= touchRows(rows, stop, packed);
    for (; rows < stop; rows += 4) {
      const r = <usize>load<u32>(rows);
      addRowOf(bins + r * stride, inputs, lastInput, load<i64>(packed + (r << 3)), histogram);
    }
  }
  store<u32>(TOUCH_SINK, seen);
}

// @ts-ignore: decorator
@inline
function addRowOf(row: usize, inputs: usize, lastInput: usize, v: i64, histogram: usize): void {
  for (let k = inputs; k < lastInput; k += 4) {
    const j = <usize>load<u32>(k);
    const at = histogram + j * HISTOGRAM_BYTES + (<usize>load<u8>(row + j) << 3);
    store<i64>(at, load<i64>(at) + v);
  }
}

// @ts-ignore: decorator
@inline
function addRow(row: usize, width: usize, v: i64, histogram: usize): void {
  const end = row + width;
  let h = histogram;
  for (; row + 3 < end; row += 4) {
    const a = h + (<usize>load<u8>(row) << 3);
    store<i64>(a, load<i64>(a) + v);
    const b = h + (<usize>load<u8>(row, 1) << 3);
    store<i64>(b, load<i64>(b, HISTOGRAM_BYTES) + v, HISTOGRAM_BYTES);
    const c = h + (<usize>load<u8>(row, 2) << 3);
    store<i64>(c, load<i64>(c, HISTOGRAM_BYTES * 2) + v, HISTOGRAM_BYTES * 2);
    const d = h + (<usize>load<u8>(row, 3) << 3);
    store<i64>(d, load<i64>(d, HISTOGRAM_BYTES * 3) + v, HISTOGRAM_BYTES * 3);
    h += HISTOGRAM_BYTES * 4;
  }
  for (; row < end; row++) {
    const a = h + (<usize>load<u8>(row) << 3);
    store<i64>(a, load<i64>(a) + v);
    h += HISTOGRAM_BYTES;
  }
}

/** target += other, for `bytes` of packed sums. */
export function addHistogram(target: usize, other: usize, bytes: usize): void {
  const end = target + bytes;
  for (; target < end; target += 16, other += 16) {
    v128.store(target, i64x2.add(v128.load(target), v128.load(other)));
  }
}

/** target −= other, for `bytes` of packed sums. */
export function subtractHistogram(target: usize, other: usize, bytes: usize): void {
  const end = target + bytes;
  for (; target < end; target += 16, other += 16) {
    v128.store(target, i64x2.sub(v128.load(target), v128.load(other)));
  }
}

/** The packed sum of all rows in one input's histogram. */
export function histogramTotal(histogram: usize): i64 {
  let sum: i64 = 0;
  const end = histogram + HISTOGRAM_BYTES;
  for (; histogram < end; histogram += 8) sum += load<i64>(histogram);
  return sum;
}
