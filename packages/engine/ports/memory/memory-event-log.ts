import type {
  EventLog,
  LoadCheckpoint,
  LogEntry,
  LogExtent,
  LogRange,
  RelatedRecord,
  StoredEntry,
} from '../event-log.ts';
import { inBatches, storedCopy } from './copy.ts';
import { compareInLog, type UseCaseLedger } from './use-case-ledger.ts';

type RelatedQuery = Parameters<EventLog['related']>[0];
type LabelQuery = Parameters<EventLog['labels']>[0];

export class MemoryEventLog implements EventLog {
  private readonly ledgerOf: (useCase: string) => UseCaseLedger;
  private readonly checkpoints = new Map<string, LoadCheckpoint>();

  constructor(ledgerOf: (useCase: string) => UseCaseLedger) {
    this.ledgerOf = ledgerOf;
  }

  async append(entries: readonly LogEntry[], load?: LoadCheckpoint) {
    // Copied before anything is written: an entry that cannot be stored leaves no trace.
    const storable = entries.map(storedCopy);
    const duplicates = storable
      .filter(entry => this.ledgerOf(entry.useCase).append(entry) === null)
      .map(entry => entry.eventId);
    if (load) this.checkpoints.set(load.loadId, storedCopy(load));
    return { appended: entries.length - duplicates.length, duplicates };
  }

  read({ useCase, fromSequence = 0, toSequence = Infinity }: LogRange): AsyncIterable<readonly StoredEntry[]> {
    const entries = this.ledgerOf(useCase)
      .entries.filter(({ sequence }) => fromSequence <= sequence && sequence <= toSequence)
      .sort(compareInLog);
    return inBatches(entries);
  }

  async find(useCase: string, eventId: string): Promise<StoredEntry | null> {
    const found = this.ledgerOf(useCase).records.get(eventId);
    return found ? storedCopy(found) : null;
  }

  async related({ useCase, by, value, before, limit }: RelatedQuery): Promise<readonly RelatedRecord[]> {
    const ledger = this.ledgerOf(useCase);
    return [...ledger.records.values()]
      .filter(record => record[by] === value && record.knownAt < before)
      .sort((a, b) => compareInLog(b, a))
      .slice(0, limit)
      .map(record => storedCopy(withWhatIsKnown(ledger, record, before)));
  }

  async labels({ useCase, eventId, limit }: LabelQuery): Promise<readonly StoredEntry[]> {
    const { labels } = this.ledgerOf(useCase);
    const found = eventId === undefined ? [...labels.values()].flat() : (labels.get(eventId) ?? []);
    return found
      .toSorted((a, b) => compareInLog(b, a))
      .slice(0, limit)
      .map(storedCopy);
  }

  async extent(useCase: string): Promise<LogExtent> {
    const { entries, records } = this.ledgerOf(useCase);
    const newest = [...records.values()].reduce((latest, { eventTime }) => Math.max(latest, eventTime), -Infinity);
    return {
      events: records.size,
      labels: entries.length - records.size,
      lastSequence: entries.length,
      lastEventTime: records.size > 0 ? newest : null,
    };
  }

  async loads(useCase: string): Promise<readonly LoadCheckpoint[]> {
    return [...this.checkpoints.values()]
      .filter(load => load.useCase === useCase)
      .toReversed()
      .map(storedCopy);
  }

  async load(loadId: string): Promise<LoadCheckpoint | null> {
    const found = this.checkpoints.get(loadId);
    return found ? storedCopy(found) : null;
  }
}

function withWhatIsKnown(ledger: UseCaseLedger, entry: StoredEntry, before: number): RelatedRecord {
  const decision = ledger.decisionsByEvent.get(entry.eventId)?.decision;
  const label = ledger.labels.get(entry.eventId)?.findLast(({ knownAt }) => knownAt < before);
  return {
    entry,
    label: (label?.values['label'] ?? null) as RelatedRecord['label'],
    decisionId: decision?.id ?? null,
    outcome: decision?.outcome ?? null,
  };
}
