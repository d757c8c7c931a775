import type { Column } from '../table/column.ts';
import type { Table } from '../table/table.ts';

/** For each row, its nearest other rows: `rows[row * each + k]` is the k-th nearest. */
export interface Neighbours {
  readonly rowCount: number;
  readonly each: number;
  readonly rows: Uint32Array;
}

/**
 * The nearest other rows of each row by Euclidean distance, a differing category counting as `levelDistance`; equal
 * distances by position. There must be more rows than `each`. Every pair is compared.
 */
export function nearestRows(X: Table, each: number, levelDistance: number): Neighbours {
  const columns = [...X.columns.values()].filter(({ kind }) => kind !== 'time');
  const rows = new Uint32Array(X.rowCount * each);
  for (let row = 0; row < X.rowCount; row++) {
    const distances = squaredDistances(columns, row, { rowCount: X.rowCount, levelDistance });
    rows.set(smallest(distances, row, each), row * each);
  }
  return { rowCount: X.rowCount, each, rows };
}

function squaredDistances(
  columns: readonly Column[],
  row: number,
  { rowCount, levelDistance }: { rowCount: number; levelDistance: number },
): Float64Array {
  const distances = new Float64Array(rowCount);
  for (const one of columns) {
    if (one.kind === 'category') {
      for (let i = 0; i < rowCount; i++) if (one.codes[i] !== one.codes[row]) distances[i] += levelDistance ** 2;
    } else {
      const { values } = one;
      for (let i = 0; i < rowCount; i++) distances[i] += (values[i] - values[row]) ** 2;
    }
  }
  return distances;
}

/** Positions of the `count` smallest but for `except`, by insertion: `count` is small beside the rows. */
function smallest(distances: Float64Array, except: number, count: number): Uint32Array {
  const found = new Uint32Array(count);
  let size = 0;
  for (let i = 0; i < distances.length; i++) {
    if (i === except || (size === count && distances[i] >= distances[found[size - 1]])) continue;
    let at = size < count ? size++ : size - 1;
    for (; at > 0 && distances[found[at - 1]] > distances[i]; at--) found[at] = found[at - 1];
    found[at] = i;
  }
  return found;
}
