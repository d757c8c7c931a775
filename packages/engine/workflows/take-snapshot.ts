import type { DatasetSource, DatasetVersion } from '@rikuy/contracts';
import type { Progress } from '@rikuy/learn';
import type { Clock } from '../ports/clock.ts';
import type { DatasetStore, DatasetValue, SnapshotWriter } from '../ports/dataset-store.ts';
import type { EventLog, StoredEntry } from '../ports/event-log.ts';
import { datasetTables, rowReaders, schemaHash, tableOf } from '../stages/datasets/dataset-tables.ts';
import { HistoryHash } from '../stages/features/history-hash.ts';
import type { UseCase } from '../use-case/use-case.ts';

export interface SnapshotOptions {
  readonly clock: Clock;
  readonly by: string;
  /** Only the log up to this entry; absent means all. */
  readonly toSequence?: number;
  /** Where the log's entries are from, when they are those of one file. */
  readonly file?: Extract<DatasetSource, { kind: 'file' }>;
  readonly onProgress?: (progress: Progress) => void;
}

type SnapshotStores = { readonly eventLog: EventLog; readonly datasets: DatasetStore };

/**
 * Keeps what the log of a use case holds as a dataset version. Content that a version holds already makes no second one.
 */
export async function takeSnapshot(
  useCase: UseCase,
  stores: SnapshotStores,
  options: SnapshotOptions,
): Promise<DatasetVersion> {
  const { lastSequence } = await stores.eventLog.extent(useCase.id);
  const toSequence = Math.min(options.toSequence ?? Infinity, lastSequence);
  const earlier = await stores.datasets.list(useCase.id);
  const schemaSha256 = schemaHash(useCase);
  const same = earlier.find(
    one => one.schemaSha256 === schemaSha256 && one.source.kind === 'log' && one.source.toSequence === toSequence,
  );
  if (same && !options.file) return same;
  const writer = await stores.datasets.begin(useCase.id, datasetTables(useCase));
  try {
    const account = await copyLog(useCase, stores, writer, { ...options, toSequence });
    const version = await describe(useCase, stores, { account, earlier, schemaSha256, options });
    const twin = earlier.find(one => isTwin(one, version));
    if (twin) return twin;
    const complete = { ...version, tables: [...(await writer.finish())] };
    await writer.publish(complete);
    return complete;
  } finally {
    await writer.abandon();
  }
}

async function copyLog(
  useCase: UseCase,
  { eventLog, datasets }: SnapshotStores,
  writer: SnapshotWriter,
  { toSequence, onProgress }: { readonly toSequence: number; readonly onProgress?: (progress: Progress) => void },
): Promise<SnapshotAccount> {
  const readers = rowReaders(useCase, datasets);
  const account = new SnapshotAccount(useCase);
  const { events, labels } = await eventLog.extent(useCase.id);
  for await (const batch of eventLog.read({ useCase: useCase.id, toSequence })) {
    for (const entry of batch) account.add(entry);
    for (const [table, entries] of Map.groupBy(batch, tableOf)) {
      const rows: (readonly DatasetValue[])[] = entries.map(readers.get(table)!);
      await writer.append(table, rows);
    }
    onProgress?.({ step: 'snapshot', done: account.entries, total: Math.max(events + labels, account.entries) });
  }
  return account;
}

interface Description {
  readonly account: SnapshotAccount;
  readonly earlier: readonly DatasetVersion[];
  readonly schemaSha256: string;
  readonly options: SnapshotOptions;
}

async function describe(
  useCase: UseCase,
  { eventLog }: SnapshotStores,
  { account, earlier, schemaSha256, options: { clock, by, file } }: Description,
): Promise<DatasetVersion> {
  const createdAt = new Date(clock.now()).toISOString();
  const counts = account.close();
  const loads = (await eventLog.loads(useCase.id)).filter(({ finished }) => finished);
  const source: DatasetSource = file ?? {
    kind: 'log',
    fromSequence: account.fromSequence,
    toSequence: account.toSequence,
    loads: loads.map(({ loadId, source: name, accepted }) => ({ loadId, source: name, accepted })),
  };
  return {
    protocol: 1,
    useCase: useCase.id,
    version: versionOf(createdAt, counts.sha256),
    createdAt,
    createdBy: by,
    source,
    schemaSha256,
    ...counts,
    parent: earlier[0]?.version ?? null,
    mainTable: useCase.decides,
    tables: [],
  };
}

type Counts = Pick<DatasetVersion, 'sha256' | 'events' | 'labels' | 'positives' | 'firstEventTime' | 'lastEventTime'>;

/** Counts and hashes the entries, as replay does: a model trained on them names the same hash. */
class SnapshotAccount {
  fromSequence = 0;
  toSequence = 0;
  entries = 0;
  private readonly decides: string;
  private readonly hash = new HistoryHash();
  private events = 0;
  private first = Infinity;
  private last = -Infinity;
  private readonly newestLabels = new Map<string, boolean>();

  constructor({ decides }: UseCase) {
    this.decides = decides;
  }

  add(entry: StoredEntry): void {
    const { sequence, kind, recordType, eventId, eventTime } = entry;
    this.hash.add(entry);
    this.fromSequence = this.entries === 0 ? sequence : Math.min(this.fromSequence, sequence);
    this.toSequence = Math.max(this.toSequence, sequence);
    this.entries++;
    if (kind === 'label') {
      if (recordType === this.decides) this.newestLabels.set(eventId, entry.values['label'] === 1);
      return;
    }
    this.events++;
    this.first = Math.min(this.first, eventTime);
    this.last = Math.max(this.last, eventTime);
  }

  close(): Counts {
    return {
      sha256: this.hash.digest(),
      events: this.events,
      labels: this.entries - this.events,
      positives: [...this.newestLabels.values()].filter(Boolean).length,
      firstEventTime: this.events > 0 ? this.first : null,
      lastEventTime: this.events > 0 ? this.last : null,
    };
  }
}

function isTwin(one: DatasetVersion, other: DatasetVersion): boolean {
  const isSameContent = one.sha256 === other.sha256 && one.schemaSha256 === other.schemaSha256;
  return isSameContent && one.source.kind === other.source.kind;
}

/** Sorts by time, and tells two versions of one second apart by what they hold. */
function versionOf(createdAt: string, sha256: string): string {
  return `${createdAt.slice(0, 19).replaceAll(/[-:T]/g, '')}-${sha256.slice(0, 8)}`;
}
