import { asDoubles, positionsUpTo } from './gather.ts';

/**
 * Positions of the values in ascending order, equal ones by position; NaN comes last. Many values are sorted by the
 * radix of their float64 bits, four passes of 16, because comparing takes ten times as long on a million rows.
 */
export function ascendingOrder(values: Float64Array | Float32Array): Uint32Array {
  return values.length < RADIX_ROWS ? byComparison(values) : byRadix(values);
}

/** Below so many values, counting 65,536 digits four times costs more than comparing. */
const RADIX_ROWS = 4096;

function byComparison(values: Float64Array | Float32Array): Uint32Array {
  const rank = (value: number): number => (Number.isNaN(value) ? 1 : 0);
  return positionsUpTo(values.length).sort(
    (a, b) => rank(values[a]) - rank(values[b]) || values[a] - values[b] || a - b,
  );
}

function byRadix(values: Float64Array | Float32Array): Uint32Array {
  const keys = sortableBits(values);
  let order = positionsUpTo(values.length);
  let spare: Uint32Array = new Uint32Array(values.length);
  for (let digit = 0; digit < 4; digit++) {
    if (scatterByDigit(keys, digit, { from: order, to: spare })) [order, spare] = [spare, order];
  }
  return order;
}

/** Positions of the values in descending order, equal ones by position; NaN is not expected. */
export function descendingOrder(values: Float64Array | Float32Array): Uint32Array {
  return ascendingOrder(asDoubles(values).map(value => -value));
}

/** The bits of each number as four 16-bit digits, lowest first, changed so that they sort as the numbers do. */
function sortableBits(values: Float64Array | Float32Array): Uint16Array {
  const numbers = asDoubles(values).map(value => value + 0); // −0 becomes 0
  const words = new Uint32Array(numbers.buffer);
  for (let i = 0; i < words.length; i += 2) {
    const high = words[i + 1];
    const negative = high >>> 31 === 1 && !Number.isNaN(values[i >> 1]); // NaN may carry either sign
    words[i] = negative ? ~words[i] : words[i];
    words[i + 1] = negative ? ~high : high | 0x80000000;
  }
  return new Uint16Array(numbers.buffer);
}

/** One stable counting pass; false when all keys have the same digit, and nothing was moved. */
function scatterByDigit(keys: Uint16Array, digit: number, rows: { from: Uint32Array; to: Uint32Array }): boolean {
  const { from, to } = rows;
  const starts = new Uint32Array(65536);
  for (let at = digit; at < keys.length; at += 4) starts[keys[at]]++;
  if (from.length === 0 || starts[keys[digit]] === from.length) return false;
  let total = 0;
  for (let key = 0; key < starts.length; key++) {
    const count = starts[key];
    starts[key] = total;
    total += count;
  }
  for (let i = 0; i < from.length; i++) to[starts[keys[from[i] * 4 + digit]]++] = from[i];
  return true;
}
