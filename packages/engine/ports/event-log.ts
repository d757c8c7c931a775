import type { LoadReport, RecordValues } from '@rikuy/contracts';

/**
 * One thing that became known: a record, or a label of an earlier record.
 *
 * The log of a use case is ordered by `(knownAt, sequence)`; replay and live serving both follow that order. So that
 * no past decision can come to depend on what arrived after it, an entry that claims to have been known before the
 * latest decision counts as known from that decision on: `append` raises its `knownAt` to it.
 */
export interface LogEntry {
  readonly useCase: string;
  readonly kind: 'record' | 'label';
  /** The record's type; of a label, the type of the record that it labels. */
  readonly recordType: string;
  /** The record's identity; a label names the record's. */
  readonly eventId: string;
  /** When it happened, epoch ms; of a label, when the labelled event happened. */
  readonly eventTime: number;
  /** When it became known, epoch ms: arrival of a record, verification of a label. */
  readonly knownAt: number;
  /** The validated record; or the label `{ label: 0 | 1, amount: number | null }` with what else the verdict holds. */
  readonly values: RecordValues;
  /** Truths that only a generator knows (planted pattern, true label); never seen by features or models. */
  readonly hidden: RecordValues | null;
  /** Of a record, who is behind it and whom its figure is compared with; both can be asked for by `related`. */
  readonly entity: string | null;
  readonly peerGroup: string | null;
}

export interface StoredEntry extends LogEntry {
  /** Position of arrival, unique and increasing in the use case. */
  readonly sequence: number;
}

export interface LogRange {
  readonly useCase: string;
  /** Only entries with `fromSequence ≤ sequence ≤ toSequence`. */
  readonly fromSequence?: number;
  readonly toSequence?: number;
}

export interface LogExtent {
  readonly events: number;
  readonly labels: number;
  /** 0 when the log is empty. */
  readonly lastSequence: number;
  /** Event time of the newest record, epoch ms. */
  readonly lastEventTime: number | null;
}

/** An earlier record of the same entity or peer group, with what was known of it. */
export interface RelatedRecord {
  readonly entry: StoredEntry;
  /** The newest label known before the moment asked for; null is unknown. */
  readonly label: 0 | 1 | null;
  readonly decisionId: string | null;
  readonly outcome: string | null;
}

/** How far a load has come; written in the transaction that appends what it counts. */
export type LoadCheckpoint = LoadReport;

export interface EventLog {
  /**
   * Appends durably, all or nothing, together with the load's checkpoint. A record whose event id the log has, and a
   * label equal to the newest of its record, are left out and named in the answer.
   */
  append(
    entries: readonly LogEntry[],
    load?: LoadCheckpoint,
  ): Promise<{ readonly appended: number; readonly duplicates: readonly string[] }>;
  /** Entries by `(knownAt, sequence)`, in batches. */
  read(range: LogRange): AsyncIterable<readonly StoredEntry[]>;
  find(useCase: string, eventId: string): Promise<StoredEntry | null>;
  /** The newest records of this entity or peer group that were known before this time, newest first. */
  related(query: {
    readonly useCase: string;
    readonly by: 'entity' | 'peerGroup';
    readonly value: string;
    /** Epoch ms; only what became known before it. */
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly RelatedRecord[]>;
  /** Labels of a use case, or of one event, corrections included; the one known last first. */
  labels(query: {
    readonly useCase: string;
    readonly eventId?: string;
    readonly limit: number;
  }): Promise<readonly StoredEntry[]>;
  extent(useCase: string): Promise<LogExtent>;
  /** The loads of a use case, newest first. */
  loads(useCase: string): Promise<readonly LoadCheckpoint[]>;
  load(loadId: string): Promise<LoadCheckpoint | null>;
}
