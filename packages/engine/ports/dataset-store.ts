import type { DatasetColumn, DatasetTableSummary, DatasetVersion, Profile, QualityReport } from '@rikuy/contracts';
import type { RecordSource } from './record-source.ts';

/** A value of a snapshot: times are epoch milliseconds, what is absent is null. */
export type DatasetValue = string | number | boolean | null;

/** A table that a snapshot will hold. */
export interface TableDeclaration {
  readonly name: string;
  readonly columns: readonly DatasetColumn[];
  /** Label columns added from another table: of its rows with the same value of `by`, the one appended last. */
  readonly newestLabelFrom?: { readonly table: string; readonly by: string };
}

/**
 * Snapshots of data: immutable, each with its tables, found by use case and version. A version is there as a whole or
 * not at all, whenever the process ends.
 */
export interface DatasetStore {
  /** Begins a snapshot that nobody sees until it is published. */
  begin(useCase: string, tables: readonly TableDeclaration[]): Promise<SnapshotWriter>;
  /** Newest first. */
  list(useCase: string): Promise<readonly DatasetVersion[]>;
  find(useCase: string, version: string): Promise<DatasetVersion | null>;
  /** A table of a version; closed with `close`. @throws RikuyError `not-found` */
  open(version: DatasetVersion, table: string): Promise<DatasetTable>;
  /** Whether every file has the hash that the version states; the names of those that do not. */
  verify(version: DatasetVersion): Promise<readonly string[]>;
  remove(useCase: string, version: string): Promise<void>;
  /** What was found out about a version, written beside it; replaced as a whole. */
  saveQuality(report: QualityReport): Promise<void>;
  quality(useCase: string, version: string): Promise<QualityReport | null>;
  saveProfile(useCase: string, version: string, profile: Profile): Promise<void>;
  profile(useCase: string, version: string): Promise<Profile | null>;
  /** The file of what a load rejected. */
  rejects(path: string): RecordSource;
  /** The value that stands for a personal one: equal for equal values, not to be undone without the store's key. */
  pseudonym(value: string): string;
}

/** A snapshot on its way. */
export interface SnapshotWriter {
  /** Rows as arrays of values in the order of the table's columns, those added from labels left out. */
  append(table: string, rows: readonly (readonly DatasetValue[])[]): Promise<void>;
  /** Writes the files durably. */
  finish(): Promise<readonly DatasetTableSummary[]>;
  /** Lets the version appear. Where it is there already, that one stays. */
  publish(version: DatasetVersion): Promise<void>;
  /** Leaves nothing behind; after `publish` it does nothing. */
  abandon(): Promise<void>;
}

/** What rows are parted by in an account of a column. */
export interface LabelledRows {
  readonly rows: number;
  readonly labelled: number;
  readonly positives: number;
}

/** The figures of a column of numbers. */
export interface NumberFigures {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly std: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  readonly zeros: number;
  readonly negatives: number;
  /** Interpolated, at the shares asked for. */
  readonly quantiles: readonly number[];
}

export interface ColumnCounts {
  readonly present: number;
  readonly distinct: number;
  readonly numbers: NumberFigures | null;
}

export interface CountedValue extends LabelledRows {
  readonly value: string;
}

export interface CountedBar extends LabelledRows {
  /** Position of the bar from 0; −1 is below the range, `bars` above it. */
  readonly bar: number;
}

/** A table read from end to end, and nothing else. */
export type ScannedTable = Pick<DatasetTable, 'rows' | 'columns' | 'scan'>;

/** A Parquet table, read where it lies. */
export interface DatasetTable {
  readonly rows: number;
  readonly columns: readonly DatasetColumn[];
  /** Batches of values, one array per column asked for, in the order of the rows. */
  scan(columns: readonly string[]): AsyncIterable<readonly (readonly DatasetValue[])[]>;
  /** A random sample of at most `rows` rows, the same for the same seed, one array per column asked for. */
  sample(
    columns: readonly string[],
    options: { readonly rows: number; readonly seed: number },
  ): Promise<readonly (readonly DatasetValue[])[]>;
  /** Per column asked for. */
  figures(columns: readonly string[], quantiles: readonly number[]): Promise<readonly ColumnCounts[]>;
  /** The commonest values of a column of categories or booleans; on a tie the lesser value. */
  commonest(
    column: string,
    options: { readonly limit: number; readonly label?: string },
  ): Promise<readonly CountedValue[]>;
  /** Rows per bar of equal width over a range of a column of numbers or times; empty bars are left out. */
  histogram(
    column: string,
    options: { readonly from: number; readonly to: number; readonly bars: number; readonly label?: string },
  ): Promise<readonly CountedBar[]>;
  /** Pearson's correlation of every pair, rows without either left out: a matrix; NaN where it is not defined. */
  correlations(columns: readonly string[]): Promise<readonly (readonly number[])[]>;
  /** Distinct combinations of values of these columns. */
  distinctRows(columns: readonly string[]): Promise<number>;
  /** How the rows differ from those of an older table, matched by a column that identifies them. */
  compareWith(older: DatasetTable, options: CompareOptions): Promise<RowComparison>;
  close(): Promise<void>;
}

export interface CompareOptions {
  readonly by: string;
  /** Columns of both tables. */
  readonly columns: readonly string[];
}

export interface RowComparison {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of both tables in which each column differs, in the order asked for. */
  readonly changedIn: readonly number[];
}
