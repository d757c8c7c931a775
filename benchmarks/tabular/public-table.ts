import { readFileSync } from 'node:fs';
import { categories, type Column, numbers, table, type Table } from '@rikuy/learn';

/** Rows of one or several files of the same columns, one file after the other. */
export interface PublicTable {
  readonly paths: readonly string[];
  readonly label: string;
  /** Columns that are no inputs, such as a row's number. */
  readonly without: readonly string[];
  readonly X: Table;
  readonly y: Float64Array;
  /** Rows of each file. */
  readonly rowCounts: readonly number[];
}

/**
 * Reads files without quoted fields, so that a comma always parts two. Columns of numbers alone are numbers, `?` and
 * nothing are gaps, all others are categories.
 */
export function readPublicTable(paths: readonly string[], label: string, without: readonly string[] = []): PublicTable {
  const files = paths.map(readLines);
  const header = files[0][0];
  const rows = files.flatMap(([, ...lines]) => lines);
  const inputs = header.flatMap((name, place) => {
    const isInput = name !== label && !without.includes(name);
    return isInput ? [[name, columnOf(rows.map(cells => cells[place]))] as const] : [];
  });
  const y = Float64Array.from(rows, cells => Number(cells[header.indexOf(label)]));
  return { paths, label, without, X: table(new Map(inputs)), y, rowCounts: files.map(({ length }) => length - 1) };
}

function readLines(path: string): string[][] {
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  return lines.map(line => line.split(','));
}

function columnOf(cells: readonly string[]): Column {
  const values = cells.map(cell => (isGap(cell) ? NaN : Number(cell)));
  const isNumeric = cells.every((cell, i) => isGap(cell) || !Number.isNaN(values[i]));
  return isNumeric ? numbers(values) : categories(cells);
}

function isGap(cell: string): boolean {
  return cell === '' || cell === '?';
}
