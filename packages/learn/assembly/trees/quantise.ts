import { BINS, COLUMNS, MISSING, ROWS, STRIDE, WIDTH } from './layout';

// `cuts` holds 16 coarse cuts (every 16th) followed by 256 cuts, unused ones +∞ (beyond any number: they compare as
// not reached, even by +∞ itself, since they are stored as NaN). Plain version:
//   bin = number of cuts ≤ value; MISSING for NaN

/** Writes the bins of values[from, to) of one input into its column. */
export function quantiseNumbers(values: usize, from: i32, to: i32, input: i32, cuts: usize): void {
  const column = <usize>load<u32>(COLUMNS) + <usize>input * <usize>load<i32>(ROWS);
  for (let i = <usize>from; i < <usize>to; i++) {
    const x = load<f32>(values + (i << 2));
    const xs = f32x4.splat(x);
    const coarse = reached(xs, cuts);
    const bin = (coarse << 4) + reached(xs, cuts + 64 + (<usize>coarse << 6));
    store<u8>(column + i, select<u32>(bin, MISSING, x == x));
  }
}

/** How many of the 16 ascending cuts are ≤ x. */
// @ts-ignore: decorator
@inline
function reached(xs: v128, cuts: usize): u32 {
  const a = f32x4.le(v128.load(cuts), xs);
  const b = f32x4.le(v128.load(cuts, 16), xs);
  const c = f32x4.le(v128.load(cuts, 32), xs);
  const d = f32x4.le(v128.load(cuts, 48), xs);
  const narrow = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
  return <u32>popcnt(i8x16.bitmask(narrow));
}

/** Writes the bins of category codes (NaN missing) by the table `binOfCode` (u8 each). */
export function quantiseCodes(values: usize, from: i32, to: i32, input: i32, binOfCode: usize): void {
  const column = <usize>load<u32>(COLUMNS) + <usize>input * <usize>load<i32>(ROWS);
  for (let i = <usize>from; i < <usize>to; i++) {
    const x = load<f32>(values + (i << 2));
    store<u8>(column + i, x == x ? <u32>load<u8>(binOfCode + <usize>(<u32>x)) : MISSING);
  }
}

/** Copies the bins of rows [from, to) from columns into rows, in small squares that stay in the nearest cache. */
export function transposeRows(from: i32, to: i32): void {
  const rowCount = <usize>load<i32>(ROWS);
  const width = <usize>load<i32>(WIDTH);
  const stride = <usize>load<i32>(STRIDE);
  const columns = <usize>load<u32>(COLUMNS);
  const bins = <usize>load<u32>(BINS);
  for (let start = <usize>from; start < <usize>to; start += 64) {
    const stop = min(start + 64, <usize>to);
    for (let j: usize = 0; j < width; j++) {
      const column = columns + j * rowCount;
      let at = bins + start * stride + j;
      for (let i = start; i < stop; i++) {
        store<u8>(at, load<u8>(column + i));
        at += stride;
      }
    }
  }
}
