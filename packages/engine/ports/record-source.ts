import type { Bilingual } from '@rikuy/contracts';

/** Where raw rows come from: a file now, a query or a topic later. */
export interface RecordSource {
  /** Names it in reports, without secrets. */
  readonly name: string;
  /** Identifies the content, so that the same load can be resumed and is not made twice: a SHA-256. */
  fingerprint(): Promise<string>;
  /** Column names as the source spells them. @throws RikuyError `unreadable-file` */
  columns(): Promise<readonly string[]>;
  /** Rows if that can be told cheaply, for progress. */
  estimateRows(): Promise<number | null>;
  /** Batches of raw rows from row `skip` on, in the source's order, and lines that could not be split into columns. */
  rows(options: { readonly skip: number; readonly batch: number }): AsyncIterable<RawBatch>;
}

export interface RawBatch {
  readonly rows: readonly RawRow[];
  readonly broken: readonly BrokenLine[];
}

export interface RawRow {
  /** Line in the file, header = 1; row position + 1 where there are no lines. */
  readonly line: number;
  /** By column name as the source spells it. Text files give strings; absent is null. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

export interface BrokenLine {
  readonly line: number;
  readonly text: string;
  readonly kind: 'broken-line' | 'wrong-encoding';
  /** What is wrong with it and how to repair it, as the second half of a sentence; without personal data. */
  readonly detail: Bilingual;
}
