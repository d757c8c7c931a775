import type { Progress } from '@rikuy/learn';
import type { EventLog, LogRange, StoredEntry } from '../../ports/event-log.ts';
import type { FeatureEngine } from './feature-engine.ts';
import type { CompactVector } from './feature-vector.ts';
import { HistoryHash } from './history-hash.ts';

export interface ReplayOptions {
  /** Only these entries of the log; absent means all. */
  readonly range?: Omit<LogRange, 'useCase'>;
  /** Called with every entry, in the log's order, after the engine has taken it; the vector of records that are decided. */
  readonly onEntry?: (entry: StoredEntry, vector: CompactVector | null) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** What was replayed: the exact data, as a manifest states it. */
export interface ReplayedRange {
  /** Sequences of the first and last entry read; 0 when there was none. */
  readonly fromSequence: number;
  readonly toSequence: number;
  readonly events: number;
  readonly labels: number;
  /** SHA-256 of the entries read, in order: equal for equal content. */
  readonly sha256: string;
}

/**
 * Lets an engine take entries of the log in the log's order: what live serving did, done again. Where the engine has
 * seen nothing before, its state and the vectors are those of live serving, bit for bit.
 */
export async function replay(
  engine: FeatureEngine,
  eventLog: Pick<EventLog, 'read' | 'extent'>,
  { range = {}, onEntry, onProgress }: ReplayOptions = {},
): Promise<ReplayedRange> {
  const total = onProgress ? await entriesIn(eventLog, engine.useCase) : 0;
  const account = new RangeAccount();
  for await (const batch of eventLog.read({ ...range, useCase: engine.useCase })) {
    for (const entry of batch) {
      const vector = engine.take(entry);
      account.add(entry);
      onEntry?.(entry, vector);
    }
    onProgress?.({ step: 'replay', done: account.entries, total: Math.max(total, account.entries) });
  }
  return account.close();
}

async function entriesIn(eventLog: Pick<EventLog, 'extent'>, useCase: string): Promise<number> {
  const { events, labels } = await eventLog.extent(useCase);
  return events + labels;
}

/** Counts and hashes the entries read. */
class RangeAccount {
  private events = 0;
  private labels = 0;
  private fromSequence = Infinity;
  private toSequence = 0;
  private readonly hash = new HistoryHash();

  get entries(): number {
    return this.events + this.labels;
  }

  add(entry: StoredEntry): void {
    if (entry.kind === 'record') this.events++;
    else this.labels++;
    this.fromSequence = Math.min(this.fromSequence, entry.sequence);
    this.toSequence = Math.max(this.toSequence, entry.sequence);
    this.hash.add(entry);
  }

  close(): ReplayedRange {
    const { events, labels, toSequence } = this;
    const fromSequence = this.entries === 0 ? 0 : this.fromSequence;
    return { fromSequence, toSequence, events, labels, sha256: this.hash.digest() };
  }
}
