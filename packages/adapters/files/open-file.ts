import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { RawBatch, RecordSource } from '@rikuy/engine';
import { countParquetRows, parquetColumns, parquetRows } from './duckdb/parquet-rows.ts';
import { inspectFile } from './inspect-file.ts';
import { csvHeader, csvRows } from './text/csv-rows.ts';
import type { TextEncodingName, TextFile } from './text/line-blocks.ts';
import { ndjsonColumns, ndjsonRows } from './text/ndjson-rows.ts';

export type FileFormat = 'csv' | 'ndjson' | 'parquet';

export interface OpenFileOptions {
  /** Absent means: by the ending of the name, CSV where that does not tell. */
  readonly format?: FileFormat;
  /** Of text files. Stated, never guessed: the wrong one reads without an error and spoils names. */
  readonly encoding?: TextEncodingName;
}

/**
 * A file as a source of records: CSV (parted by commas, semicolons, tabs or bars, as its header tells), NDJSON, either
 * of them also gzipped, or Parquet. Nothing is read until asked for, and a batch at a time then. Its first record is
 * line 2; blank lines count as lines and are no rows.
 *
 * ```ts
 * for await (const { rows, broken } of openFile('today.csv').rows({ skip: 0, batch: 5000 })) …
 * ```
 */
export function openFile(path: string, options: OpenFileOptions = {}): RecordSource {
  const { format = formatOf(path), encoding = 'utf-8' } = options;
  switch (format) {
    case 'csv':
      return csvSource({ path, encoding });
    case 'ndjson':
      return ndjsonSource({ path, encoding });
    case 'parquet':
      return parquetSource(path);
  }
}

function formatOf(path: string): FileFormat {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  if (name.endsWith('.parquet')) return 'parquet';
  return /\.(?:ndjson|jsonl|json)$/.test(name) ? 'ndjson' : 'csv';
}

function csvSource(file: TextFile): RecordSource {
  const header = once(() => csvHeader(file));
  return {
    ...identityOf(file.path, { headerLines: 1, encoding: file.encoding }),
    columns: async () => (await header()).columns,
    rows: async function* ({ skip, batch }) {
      yield* from(skip, csvRows(file, await header(), batch));
    },
  };
}

function ndjsonSource(file: TextFile): RecordSource {
  return {
    ...identityOf(file.path, { headerLines: 0, encoding: file.encoding }),
    columns: once(() => ndjsonColumns(file)),
    rows: ({ skip, batch }) => from(skip, ndjsonRows(file, batch)),
  };
}

function parquetSource(path: string): RecordSource {
  return {
    ...identityOf(path, { headerLines: 0, encoding: 'utf-8' }),
    columns: once(() => parquetColumns(path)),
    estimateRows: once(() => countParquetRows(path)),
    rows: ({ skip, batch }) => parquetRows(path, skip, batch),
  };
}

interface Identity {
  readonly headerLines: number;
  readonly encoding: TextEncodingName;
}

function identityOf(
  path: string,
  { headerLines, encoding }: Identity,
): Pick<RecordSource, 'name' | 'fingerprint' | 'estimateRows'> {
  const inspection = once(() => inspectFile(path));
  return {
    name: basename(path),
    fingerprint: async () => contentId((await inspection()).sha256, encoding),
    // Packed line feeds are not lines.
    estimateRows: async () => (path.endsWith('.gz') ? null : Math.max(0, (await inspection()).lineFeeds - headerLines)),
  };
}

/** The same bytes read in another encoding are other content. */
function contentId(sha256: string, encoding: TextEncodingName): string {
  return encoding === 'utf-8' ? sha256 : createHash('sha256').update(`${encoding}:${sha256}`).digest('hex');
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

/** Batches without the first `skip` rows and the broken lines among them. */
async function* from(skip: number, batches: AsyncIterable<RawBatch>): AsyncIterable<RawBatch> {
  let left = skip;
  for await (const { rows, broken } of batches) {
    if (left === 0) yield { rows, broken };
    else if (rows.length > left) {
      const firstLine = rows[left].line;
      yield { rows: rows.slice(left), broken: broken.filter(({ line }) => line > firstLine) };
    }
    left = Math.max(0, left - rows.length);
  }
}
