import type { BrokenLine, RawBatch, RawRow } from '@rikuy/engine';

/**
 * What a block of lines gave, in batches of at most `batch` rows and broken lines in the order of their lines. Blocks
 * are not joined: the last batch of each may be smaller.
 */
export function* inBatches(rows: readonly RawRow[], broken: readonly BrokenLine[], batch: number): Iterable<RawBatch> {
  let [row, fault] = [0, 0];
  while (row < rows.length || fault < broken.length) {
    const [firstRow, firstFault] = [row, fault];
    while (row - firstRow + fault - firstFault < batch && (row < rows.length || fault < broken.length)) {
      const isFaultNext = fault < broken.length && !(rows[row]?.line < broken[fault].line);
      if (isFaultNext) fault++;
      else row++;
    }
    yield { rows: rows.slice(firstRow, row), broken: broken.slice(firstFault, fault) };
  }
}
