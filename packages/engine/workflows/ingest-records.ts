import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type LoadPosition, type LoadReport, RikuyError } from '@rikuy/contracts';
import type { Progress } from '@rikuy/learn';
import { canonicalJson } from '../ports/canonical-json.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog, LogEntry } from '../ports/event-log.ts';
import type { RecordSource } from '../ports/record-source.ts';
import type { Stores } from '../ports/stores.ts';
import type { ColumnMapping } from '../stages/ingestion/bind-columns.ts';
import { readSource, type SourceAccount } from '../stages/ingestion/read-source.ts';
import { withDiskNamed } from '../stages/ingestion/full-disk.ts';
import { type RecordPlan, recordPlan } from '../stages/ingestion/record-plan.ts';
import { RepeatedRows } from '../stages/ingestion/repeated-rows.ts';
import { SortedEntries } from '../stages/ingestion/sorted-entries.ts';
import type { UseCase } from '../use-case/use-case.ts';

export interface IngestOptions {
  readonly recordType: string;
  /** Where the file of rejected values goes; made when it does not exist. */
  readonly rejectFolder: string;
  readonly clock: Clock;
  /** Which column holds which field, where names and aliases do not tell. */
  readonly mapping?: ColumnMapping;
  /** Entries for one transaction. */
  readonly batch?: number;
  /** Entries sorted, and events told apart, in memory; a source with more is loaded by way of the disk. */
  readonly inMemory?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Loads a source into the log of a use case, records and the labels that stand in their rows.
 *
 * Bad values never stop a load: their rows go to the reject file, one line per value. The whole source is read first;
 * then its entries enter in the order in which they became known, a record at its event time, a label when it was
 * found out. Each transaction keeps how far the load has come, so that a load that was killed goes on where it was, and
 * one that has finished is not made again but answered with its report. A row whose record the log has is a duplicate;
 * a label that it brings is new all the same.
 *
 * @throws RikuyError `unreadable-file` when the source cannot be read or lacks a column that every record needs; the
 * reject file then names it
 */
export async function ingestRecords(
  useCase: UseCase,
  source: RecordSource,
  { eventLog }: Pick<Stores, 'eventLog'>,
  options: IngestOptions,
): Promise<LoadReport> {
  const plan = recordPlan(useCase, options.recordType);
  const loadId = loadIdOf(plan, await source.fingerprint(), options.mapping);
  const earlier = await eventLog.load(loadId);
  if (earlier?.finished) return earlier;
  const begun = earlier ?? emptyReport(plan, source, { loadId, startedAt: options.clock.now() });
  const entries = new SortedEntries({ inMemory: options.inMemory });
  const repeatedRows = new RepeatedRows({ inMemory: options.inMemory });
  try {
    const to = { entries, repeatedRows };
    const account = await readSource(plan, source, to, { ...options, rejectPath: rejectPath(begun, options) });
    return await new Load(eventLog, begun, account).append(entries, options);
  } catch (error) {
    throw withDiskNamed(error);
  } finally {
    await entries.dispose();
    await repeatedRows.dispose();
  }
}

/** The same content read by the same declaration is the same load. */
function loadIdOf(
  { useCase, recordType, currencies }: RecordPlan,
  fingerprint: string,
  mapping?: ColumnMapping,
): string {
  const { records, label, id } = useCase;
  const known = { useCase: id, recordType, fingerprint, mapping: mapping ?? null, currencies: [...currencies].sort() };
  const declared = JSON.stringify({ record: records[recordType], label });
  return createHash('sha256').update(canonicalJson(known)).update(declared).digest('hex').slice(0, 32);
}

function emptyReport(
  { useCase, recordType }: RecordPlan,
  { name }: RecordSource,
  { loadId, startedAt }: { readonly loadId: string; readonly startedAt: number },
): LoadReport {
  const counts = { read: 0, accepted: 0, rejected: 0, duplicates: 0, converted: 0 };
  const progress = { rejectFile: null, finished: false, startedAt };
  return { loadId, useCase: useCase.id, recordType, source: name, ...counts, ...progress };
}

function rejectPath({ source, loadId }: LoadReport, { rejectFolder }: IngestOptions): string {
  return join(rejectFolder, `${source}-${loadId.slice(0, 8)}.rejects.csv`);
}

const entriesAtOnce = 2000;

/** One load on its way into the log. */
class Load {
  private readonly eventLog: EventLog;
  private readonly begun: LoadReport;
  private readonly account: SourceAccount;
  private position = 0;
  /** Rows whose record this load has brought into the log. */
  private accepted: number;
  /** Rows whose record the log had without it. */
  private known: number;

  constructor(eventLog: EventLog, begun: LoadReport, account: SourceAccount) {
    this.eventLog = eventLog;
    this.begun = begun;
    this.account = account;
    this.accepted = begun.accepted;
    // A checkpoint counts all rows that are repeated in the source, whether reached or not.
    this.known = begun.resume ? begun.duplicates - account.repeated.size : 0;
  }

  async append(entries: SortedEntries, { batch = entriesAtOnce, onProgress }: IngestOptions): Promise<LoadReport> {
    let waiting = new EntryBatch();
    const write = async () => {
      await this.write(waiting);
      waiting = new EntryBatch();
      onProgress?.({ step: 'entries', done: this.position, total: this.account.entries });
    };
    for await (const entry of entries.sorted(this.account.repeated)) {
      if (await this.isWritten(entry)) continue;
      if (waiting.entries.length >= batch || !waiting.takes(entry)) await write();
      waiting.add(entry);
    }
    if (waiting.entries.length > 0) await write();
    return this.finish();
  }

  /** Whether an earlier run wrote the entry; one that it did not come to count is counted here. */
  private async isWritten(entry: LogEntry): Promise<boolean> {
    const { position, uncounted, sequence } = this.begun.resume ?? notBegun;
    if (this.position >= position) return false;
    const isCounted = this.position++ < position - uncounted;
    if (isCounted || entry.kind === 'label') return true;
    const stored = await this.eventLog.find(entry.useCase, entry.eventId);
    if (stored !== null && stored.sequence > sequence) this.accepted++;
    else this.known++;
    return true;
  }

  private async write({ entries, records }: EntryBatch): Promise<void> {
    const { lastSequence } = await this.eventLog.extent(this.begun.useCase);
    this.position += entries.length;
    const resume = { position: this.position, uncounted: entries.length, sequence: lastSequence };
    const { duplicates } = await this.eventLog.append(entries, { ...this.report(), resume });
    const known = new Set(duplicates.filter(eventId => records.has(eventId))).size;
    this.known += known;
    this.accepted += records.size - known;
  }

  private async finish(): Promise<LoadReport> {
    const report = { ...this.report(), finished: true };
    if (report.read !== this.account.read) throw countsDoNotAddUp(report, this.account);
    await this.eventLog.append([], report);
    return report;
  }

  /** What is counted so far: `read` are the rows of which it is known what became of them. */
  private report(): LoadReport {
    const { resume: _, ...begun } = this.begun;
    const { rejected, repeated, converted, rejectFile, columns } = this.account;
    const duplicates = repeated.size + this.known;
    const read = this.accepted + rejected + duplicates;
    const counts = { read, accepted: this.accepted, rejected, duplicates, converted };
    return { ...begun, ...counts, rejectFile, columns: [...columns] };
  }
}

const notBegun: LoadPosition = { position: 0, uncounted: 0, sequence: 0 };

/**
 * Entries for one transaction. The log names what it left out by event only, so no event has its record and two labels
 * here: with one label, the event is named if and only if its record was known.
 */
class EntryBatch {
  readonly entries: LogEntry[] = [];
  /** Events whose record is here, and how many labels. */
  readonly records = new Map<string, number>();

  takes({ kind, eventId }: LogEntry): boolean {
    return kind === 'record' || (this.records.get(eventId) ?? 0) === 0;
  }

  add(entry: LogEntry): void {
    const labels = this.records.get(entry.eventId);
    if (entry.kind === 'record') this.records.set(entry.eventId, 0);
    else if (labels !== undefined) this.records.set(entry.eventId, labels + 1);
    this.entries.push(entry);
  }
}

function countsDoNotAddUp(report: LoadReport, { read }: SourceAccount): RikuyError {
  const { accepted, rejected, duplicates } = report;
  return new RikuyError(
    'internal',
    `The ${read} rows read must be accepted, rejected or duplicates; got ${accepted} + ${rejected} + ${duplicates}.`,
  );
}
