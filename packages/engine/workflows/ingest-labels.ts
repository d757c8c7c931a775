import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type LoadReport, RikuyError } from '@rikuy/contracts';
import type { Progress } from '@rikuy/learn';
import type { Clock } from '../ports/clock.ts';
import type { LogEntry } from '../ports/event-log.ts';
import type { RecordSource } from '../ports/record-source.ts';
import type { Stores } from '../ports/stores.ts';
import type { ColumnMapping } from '../stages/ingestion/bind-columns.ts';
import { readLabels } from '../stages/ingestion/read-labels.ts';
import { RejectFile } from '../stages/ingestion/reject-file.ts';
import type { UseCase } from '../use-case/use-case.ts';

export interface IngestLabelsOptions {
  /** Where the file of rejected values goes; made when it does not exist. */
  readonly rejectFolder: string;
  readonly clock: Clock;
  readonly mapping?: ColumnMapping;
  readonly onProgress?: (progress: Progress) => void;
}

const entriesAtOnce = 2000;

/**
 * Loads a file of labels alone: the identity of records that the log has, what was found, and when that became known.
 * They enter in the order in which they became known. A label equal to the newest of its record is a duplicate, so that
 * a load that was killed can simply be made again.
 * @throws RikuyError `unreadable-file` when a column is missing; the reject file then names it
 */
export async function ingestLabels(
  useCase: UseCase,
  source: RecordSource,
  { eventLog }: Pick<Stores, 'eventLog'>,
  options: IngestLabelsOptions,
): Promise<LoadReport> {
  const loadId = loadIdOf(useCase, await source.fingerprint(), options.mapping);
  const earlier = await eventLog.load(loadId);
  if (earlier?.finished) return earlier;
  const rejects = new RejectFile(join(options.rejectFolder, `${source.name}-${loadId.slice(0, 8)}.rejects.csv`));
  const found = await readAll(useCase, source, { eventLog }, { rejects, ...options });
  const labels = found.entries.sort((a, b) => a.knownAt - b.knownAt);
  const duplicates = await appendAll(eventLog, labels);
  const report: LoadReport = {
    loadId,
    useCase: useCase.id,
    recordType: useCase.decides,
    source: source.name,
    read: found.rows,
    accepted: labels.length - duplicates,
    rejected: found.refused,
    duplicates,
    converted: 0,
    rejectFile: await rejects.complete(),
    finished: true,
    startedAt: options.clock.now(),
  };
  await eventLog.append([], report);
  return report;
}

interface Found {
  readonly rows: number;
  readonly refused: number;
  readonly entries: LogEntry[];
}

async function readAll(
  useCase: UseCase,
  source: RecordSource,
  { eventLog }: Pick<Stores, 'eventLog'>,
  { rejects, mapping, onProgress }: IngestLabelsOptions & { readonly rejects: RejectFile },
): Promise<Found> {
  let [rows, refused] = [0, 0];
  const entries: LogEntry[] = [];
  const find = (eventId: string) => eventLog.find(useCase.id, eventId);
  const total = (await source.estimateRows()) ?? 0;
  for await (const read of readLabels(useCase, source, { find, mapping })) {
    await rejects.write(read.rejections);
    if (read.rows === 0 && read.rejections.length > 0) throw await missingColumns(source, rejects, read.rejections);
    rows += read.rows;
    refused += read.refused;
    entries.push(...read.entries);
    onProgress?.({ step: 'rows', done: rows, total: Math.max(rows, total) });
  }
  return { rows, refused, entries };
}

async function missingColumns(
  { name }: RecordSource,
  rejects: RejectFile,
  missing: readonly { readonly field: string; readonly message: { readonly en: string; readonly es: string } }[],
): Promise<RikuyError> {
  await rejects.complete();
  const fields = missing.map(({ field, message }) => ({ field, message: message.es }));
  return new RikuyError('unreadable-file', `${name}: ${missing.map(({ message }) => message.en).join(' ')}`, {
    fields,
  });
}

/** How many labels the log knew. */
async function appendAll(eventLog: Stores['eventLog'], labels: readonly LogEntry[]): Promise<number> {
  let appended = 0;
  for (let from = 0; from < labels.length; from += entriesAtOnce)
    appended += (await eventLog.append(labels.slice(from, from + entriesAtOnce))).appended;
  return labels.length - appended;
}

function loadIdOf({ id, records, decides, label }: UseCase, fingerprint: string, mapping?: ColumnMapping): string {
  const known = JSON.stringify({ id, labels: fingerprint, mapping: mapping ?? null, record: records[decides], label });
  return createHash('sha256').update(known).digest('hex').slice(0, 32);
}
