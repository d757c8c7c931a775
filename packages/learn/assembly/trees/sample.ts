// What cuts are made from: a column's few distinct values, or a sorted sample of its many.

const TABLE_SLOTS: u32 = 1024;
const EMPTY: u32 = 0xffffffff; // the bits of a NaN, which is never entered

/**
 * Writes the distinct numbers among values[0, count) to `out`, after one word with how many; `most` + 1 of them are
 * enough to stop. −0 counts as 0. `scratch` is 4 KiB.
 */
export function distinctValues(values: usize, count: i32, most: i32, out: usize, scratch: usize): void {
  memory.fill(scratch, 0xff, TABLE_SLOTS * 4);
  let found = 0;
  let last = EMPTY;
  for (let at = values, end = values + (<usize>count << 2); at < end && found <= most; at += 4) {
    const x = load<f32>(at) + 0;
    const bits = reinterpret<u32>(x);
    if (bits == last || x != x) continue;
    last = bits;
    if (!enter(bits, scratch)) continue;
    found++;
    store<u32>(out + (<usize>found << 2), bits);
  }
  store<i32>(out, found);
}

/** Enters a key into the open table; false when it was there. */
function enter(bits: u32, table: usize): bool {
  for (let slot = (bits * 0x9e3779b1) >>> 22; ; slot = (slot + 1) & (TABLE_SLOTS - 1)) {
    const there = load<u32>(table + (<usize>slot << 2));
    if (there == bits) return false;
    if (there != EMPTY) continue;
    store<u32>(table + (<usize>slot << 2), bits);
    return true;
  }
}

/**
 * Takes one of values[0, count) from each of so many equal stretches, leaves missing ones out, and writes the others to
 * `out` in order, after one word with how many. `other` is as large as `out`; `scratch` is 8 KiB.
 */
export function sortedSample(values: usize, count: i32, stretches: i32, out: usize, other: usize, scratch: usize): void {
  const first = out + 4;
  let end = first;
  for (let k = 0; k < stretches; k++) {
    const start = <i32>((<i64>k * count) / stretches);
    const stop = <i32>((<i64>(k + 1) * count) / stretches);
    const x = load<f32>(values + (<usize>(start + <i32>(((<u32>k * 0x9e3779b1) >>> 8) % <u32>(stop - start))) << 2));
    store<u32>(end, orderedBits(reinterpret<u32>(x)));
    end += <usize>(x == x) << 2;
  }
  const bytes = end - first;
  sortByDigit(first, bytes, other, 0, scratch);
  sortByDigit(other, bytes, first, 11, scratch);
  sortByDigit(first, bytes, other, 22, scratch);
  for (let i: usize = 0; i < bytes; i += 4) store<u32>(first + i, floatBits(load<u32>(other + i)));
  store<i32>(out, <i32>(bytes >> 2));
}

/** Bits that sort as unsigned integers like the floats they stand for. */
function orderedBits(bits: u32): u32 {
  return bits ^ (<u32>(<i32>bits >> 31) | 0x80000000);
}

function floatBits(ordered: u32): u32 {
  return ordered ^ (((ordered >> 31) - 1) | 0x80000000);
}

/** Copies words in the stable order of eleven of their bits. */
function sortByDigit(from: usize, bytes: usize, to: usize, shift: u32, counts: usize): void {
  memory.fill(counts, 0, 8192);
  for (let i: usize = 0; i < bytes; i += 4) {
    const at = counts + (<usize>((load<u32>(from + i) >> shift) & 2047) << 2);
    store<u32>(at, load<u32>(at) + 4);
  }
  let sum: u32 = 0;
  for (let at = counts; at < counts + 8192; at += 4) {
    const own = load<u32>(at);
    store<u32>(at, sum);
    sum += own;
  }
  for (let i: usize = 0; i < bytes; i += 4) {
    const word = load<u32>(from + i);
    const at = counts + (<usize>((word >> shift) & 2047) << 2);
    const place = load<u32>(at);
    store<u32>(to + place, word);
    store<u32>(at, place + 4);
  }
}
