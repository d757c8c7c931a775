import { RikuyError } from '@rikuy/contracts';

/** Where reading goes on: JSON that only the source understands. */
export type SourceCursor =
  | string
  | number
  | boolean
  | readonly SourceCursor[]
  | { readonly [key: string]: SourceCursor | null };

/**
 * A place outside from which rows come: a query, an API, a topic, a folder. It is read forward from a cursor; what it
 * gives is loaded by `loadSource`, which also retries, so a source itself tries once.
 */
export interface Source {
  readonly name: string;
  /** Whether all rows have the same columns, as of a table; then one without a needed column is refused whole. */
  readonly hasFixedColumns: boolean;
  /**
   * Asks for as little as shows that rows can be read.
   * @throws SourceFailure
   */
  check(signal: AbortSignal): Promise<void>;
  /**
   * What comes after the cursor, from the beginning where there is none, to the end as it is now. The same cursor gives
   * the same rows, and perhaps more.
   * @throws SourceFailure
   */
  read(after: SourceCursor | null, signal: AbortSignal): AsyncIterable<SourceStep>;
  /** Ends its connections. */
  close(): Promise<void>;
}

export type SourceStep = RowPage | SourceFile;

export interface RowPage {
  readonly kind: 'rows';
  /** Objects by column name; whatever else came in the place of one is rejected as a broken line. */
  readonly rows: readonly unknown[];
  /** Behind these rows; null where the next reading begins at the beginning. */
  readonly cursor: SourceCursor | null;
}

export interface SourceFile {
  readonly kind: 'file';
  readonly name: string;
  /** Changes with the file; with the name it tells which file was loaded. */
  readonly version: string;
  readonly format?: 'csv' | 'ndjson' | 'parquet';
  readonly encoding?: 'utf-8' | 'windows-1252';
  readonly cursor: SourceCursor;
  /** The path at which it can be read; a file from elsewhere is brought into the folder. @throws SourceFailure */
  fetch(folder: string, signal: AbortSignal): Promise<string>;
}

/** Why a source gave no rows. Its message names no secret and no row. */
export class SourceFailure extends RikuyError {
  /** How long the source asks to be left alone, ms. */
  readonly retryAfterMs: number | null;

  /** @param code whether it can succeed when tried again (`source-unavailable`) or not before somebody repairs it */
  constructor(
    code: 'source-unavailable' | 'source-refused',
    message: string,
    options: ErrorOptions & { readonly retryAfterMs?: number } = {},
  ) {
    super(code, message, options);
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
