import type { LogEntry } from './event-log.ts';

/** An entry and its place in the order that all servers share. */
export interface OrderedEntry {
  /** Increasing by 1 from 1. */
  readonly place: number;
  readonly entry: LogEntry;
}

/** The state that the features of a use case had when all entries up to a place had been taken. */
export interface SharedSnapshot {
  readonly place: number;
  readonly bytes: Uint8Array;
}

/**
 * Where several servers of a use case agree on the order of its entries. Each holds the whole state and takes the same
 * entries in the same order, so all have the same state: what is shared is the order, and a snapshot from which a new
 * server starts. Of the entries that a snapshot holds only the newest are kept, for servers that are a little behind.
 */
export interface SharedOrder {
  /**
   * Puts entries behind all others, all or none. Answers, in one round trip, everything behind `after` in order; those
   * just put are the last of it. Times known are raised so that they increase strictly along the order: then the log,
   * which goes by time known, has the same order.
   * @throws RikuyError `storage-unavailable`; `not-ready` when entries after `after` are no longer kept, or the order has
   * been lost: begin again from the snapshot, or from the log
   */
  append(entries: readonly LogEntry[], after: number): Promise<readonly OrderedEntry[]>;
  /** The newest snapshot; null where there is none. */
  snapshot(): Promise<SharedSnapshot | null>;
  /**
   * Keeps a snapshot, and gives up entries that it holds but the newest. An older one than that which is kept changes
   * nothing.
   */
  keep(snapshot: SharedSnapshot): Promise<void>;
}
