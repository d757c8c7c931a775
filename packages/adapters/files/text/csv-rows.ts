import { RikuyError } from '@rikuy/contracts';
import type { RawBatch, RawRow } from '@rikuy/engine';
import { inBatches } from './in-batches.ts';
import { type LineBlock, lineBlocks, type TextFile } from './line-blocks.ts';
import { delimiterOf, splitLine } from './split-line.ts';
import { RecordSplitter, type SplitRecords } from './split-records.ts';

/** The header of delimited text. */
export interface CsvHeader {
  readonly columns: readonly string[];
  readonly delimiter: string;
  /** The line it stands on; records begin on the next. */
  readonly line: number;
}

/** @throws RikuyError `unreadable-file` when there is no header */
export async function csvHeader(file: TextFile): Promise<CsvHeader> {
  for await (const { firstLine, lines } of lineBlocks(file)) {
    const position = lines.findIndex(line => line.trim() !== '');
    if (position >= 0) return parseHeader(lines[position], firstLine + position, file.path);
  }
  throw new RikuyError('unreadable-file', `Expected a header line in ${file.path}; the file is empty.`);
}

function parseHeader(text: string, line: number, path: string): CsvHeader {
  const delimiter = delimiterOf(text);
  const names = splitLine(text, delimiter);
  if (typeof names === 'string') {
    throw new RikuyError(
      'unreadable-file',
      `Expected column names on line ${line} of ${path}; its quotes do not match.`,
    );
  }
  return { columns: distinct(names.map(name => name.trim())), delimiter, line };
}

/** Columns without a name are numbered, repeated names too, so that each can be told from the others. */
function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name, position) => {
    const base = name || `column_${position + 1}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base}_${times}`;
  });
}

/** The rows of delimited text in batches of about `batch`; lines that cannot be split come along. */
export async function* csvRows(file: TextFile, header: CsvHeader, batch: number): AsyncIterable<RawBatch> {
  const toRow = rowMaker(header.columns);
  const splitter = new RecordSplitter({ delimiter: header.delimiter, columnCount: header.columns.length });
  for await (const { records, broken } of splitBlocks(file, header, splitter)) {
    yield* inBatches(records.map(toRow), broken, batch);
  }
}

async function* splitBlocks(file: TextFile, header: CsvHeader, splitter: RecordSplitter): AsyncIterable<SplitRecords> {
  for await (const block of lineBlocks(file)) yield splitter.split(after(block, header.line));
  yield splitter.finish();
}

/** The block without the lines up to this one. */
function after(block: LineBlock, line: number): LineBlock {
  const dropped = line - block.firstLine + 1;
  if (dropped <= 0) return block;
  const damaged = new Set([...block.damaged].map(position => position - dropped));
  return { firstLine: line + 1, lines: block.lines.slice(dropped), damaged };
}

/** Copying a row that has all names is several times faster than adding them one by one. */
function rowMaker(columns: readonly string[]): (record: SplitRecords['records'][number]) => RawRow {
  const empty: Readonly<Record<string, string | null>> = Object.fromEntries(columns.map(name => [name, null]));
  return ({ line, fields }) => {
    const values = { ...empty };
    for (let i = 0; i < columns.length; i++) if (fields[i] !== '') values[columns[i]] = fields[i];
    return { line, values };
  };
}
