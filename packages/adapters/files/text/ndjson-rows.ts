import type { BrokenLine, RawBatch, RawRow } from '@rikuy/engine';
import { faults, wrongEncoding } from './faults.ts';
import { inBatches } from './in-batches.ts';
import { type LineBlock, lineBlocks, type TextFile } from './line-blocks.ts';

/** Names are gathered from this many lines: objects may leave out what they do not have. */
const linesForNames = 1000;

/** The names that the first objects of the file use, in the order in which they are met. */
export async function ndjsonColumns(file: TextFile): Promise<readonly string[]> {
  const names = new Set<string>();
  let lines = 0;
  for await (const { rows } of ndjsonRows(file, linesForNames)) {
    for (const { values } of rows) for (const name of Object.keys(values)) names.add(name);
    lines += rows.length;
    if (lines >= linesForNames) break;
  }
  return [...names];
}

/** The objects of a file with one JSON object per line, in batches; lines that are none come along. */
export async function* ndjsonRows(file: TextFile, batch: number): AsyncIterable<RawBatch> {
  for await (const block of lineBlocks(file)) {
    const read = block.lines.map((_, position) => readLine(block, position)).filter(found => found !== null);
    const rows = read.filter(found => 'values' in found);
    const broken = read.filter(found => 'kind' in found);
    yield* inBatches(rows, broken, batch);
  }
}

/** Null for a blank line. */
function readLine({ firstLine, lines, damaged }: LineBlock, position: number): RawRow | BrokenLine | null {
  const line = firstLine + position;
  const text = lines[position];
  if (damaged.has(position)) return wrongEncoding({ line, text });
  if (text.trim() === '') return null;
  const object = parsed(text);
  return object === null ? { ...faults['not-an-object'], line, text } : { line, values: scalars(object) };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Objects and lists inside are kept as their JSON: no field reads them, but a reader may. */
function scalars(object: Record<string, unknown>): RawRow['values'] {
  const values: Record<string, string | number | boolean | null> = {};
  for (const name of Object.keys(object)) {
    const value = object[name];
    values[name] = typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string | null);
  }
  return values;
}
