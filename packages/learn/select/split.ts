/** Row positions to train on and to validate on; no row is in both. */
export interface Split {
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
}

/** The rows for which it holds, ascending. */
export function rowsWhere(rowCount: number, holds: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (holds(row)) rows[count++] = row;
  return rows.slice(0, count);
}
