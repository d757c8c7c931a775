/** Spearman's rank correlation over the rows that have both; ties share their mean rank. NaN where undefined. */
export function spearman(a: Float64Array, b: Float64Array): number {
  const both = Int32Array.from(a.keys()).filter(row => !Number.isNaN(a[row]) && !Number.isNaN(b[row]));
  return pearsonOf(ranks(pick(a, both)), ranks(pick(b, both)));
}

/**
 * Cramér's V of two columns of codes (−1 is missing), corrected for the bias of small samples and many values
 * (Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", 2013). 0 independent, 1 one gives the other.
 */
export function cramersV(a: Int32Array, b: Int32Array): number {
  const { cells, rowTotals, columnTotals, rows } = contingency(a, b);
  const [r, k] = [rowTotals.size, columnTotals.size];
  if (rows < 2 || r < 2 || k < 2) return NaN;
  let phi = -1;
  for (const [cell, count] of cells) {
    const [i, j] = [Math.floor(cell / stride), cell % stride];
    phi += (count * count) / (rowTotals.get(i)! * columnTotals.get(j)!);
  }
  const corrected = Math.max(0, phi - ((r - 1) * (k - 1)) / (rows - 1));
  const shrunk = (levels: number): number => levels - (levels - 1) ** 2 / (rows - 1);
  return Math.min(1, Math.sqrt(corrected / (Math.min(shrunk(r), shrunk(k)) - 1)));
}

/** η of numbers by groups: the root of the share of their variance that lies between groups. NaN where undefined. */
export function correlationRatio(groups: Int32Array, values: Float64Array): number {
  const both = Int32Array.from(groups.keys()).filter(row => groups[row] >= 0 && !Number.isNaN(values[row]));
  const mean = meanOf(pick(values, both));
  const sums = new Map<number, { sum: number; rows: number }>();
  let total = 0;
  for (const row of both) {
    const deviation = values[row] - mean;
    const group = sums.get(groups[row]) ?? { sum: 0, rows: 0 };
    sums.set(groups[row], { sum: group.sum + deviation, rows: group.rows + 1 });
    total += deviation * deviation;
  }
  if (!(total > 0)) return NaN;
  let between = 0;
  for (const { sum, rows } of sums.values()) between += (sum * sum) / rows;
  return Math.sqrt(Math.min(1, between / total));
}

/** More than there are values in a column of a sample. */
const stride = 65_536;

function contingency(a: Int32Array, b: Int32Array) {
  const cells = new Map<number, number>();
  const rowTotals = new Map<number, number>();
  const columnTotals = new Map<number, number>();
  let rows = 0;
  const add = (to: Map<number, number>, key: number) => to.set(key, (to.get(key) ?? 0) + 1);
  for (let i = 0; i < a.length; i++) {
    if (a[i] < 0 || b[i] < 0) continue;
    add(cells, a[i] * stride + b[i]);
    add(rowTotals, a[i]);
    add(columnTotals, b[i]);
    rows++;
  }
  return { cells, rowTotals, columnTotals, rows };
}

/** Ranks from 1; equal values share the mean of theirs. */
function ranks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const rankOf = new Map<number, number>();
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    rankOf.set(sorted[from], (from + 1 + to) / 2);
    from = to;
  }
  return values.map(value => rankOf.get(value)!);
}

function pearsonOf(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [a[i] - meanA, b[i] - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / Math.sqrt(aa * bb);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function pick(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, row => values[row]);
}
