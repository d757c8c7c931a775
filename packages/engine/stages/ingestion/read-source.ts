import { type ColumnReading, type Rejection, RikuyError } from '@rikuy/contracts';
import type { Progress } from '@rikuy/learn';
import type { RawBatch, RecordSource } from '../../ports/record-source.ts';
import { labelEntry, recordEntry } from '../../use-case/log-entries.ts';
import { bindColumns, type ColumnMapping } from './bind-columns.ts';
import { brokenLineRejection } from './broken-lines.ts';
import { columnBinder } from './column-binder.ts';
import { columnHints, type ColumnHints } from './column-hints.ts';
import { missingColumns } from './missing-columns.ts';
import { type AcceptedRecord, type ParsedRecord, readRecord } from './read-record.ts';
import type { RecordPlan } from './record-plan.ts';
import { RejectFile } from './reject-file.ts';
import type { RepeatedRows, RowSet } from './repeated-rows.ts';
import type { EntryOfRow, SortedEntries } from './sorted-entries.ts';

/** What became of the rows of a source. */
export interface SourceAccount {
  readonly read: number;
  readonly rejected: number;
  /** Rows whose record stands in the source before. */
  readonly repeated: RowSet;
  readonly converted: number;
  /** Entries for the log, without the records of repeated rows. */
  readonly entries: number;
  /** Null when nothing was rejected. */
  readonly rejectFile: string | null;
  readonly columns: readonly ColumnReading[];
}

/** Where what is accepted goes. */
export interface AcceptedEntries {
  readonly entries: SortedEntries;
  readonly repeatedRows: RepeatedRows;
}

export interface ReadSourceOptions {
  readonly rejectPath: string;
  readonly mapping?: ColumnMapping;
  readonly onProgress?: (progress: Progress) => void;
}

const rowsForHints = 2000;
const rowsAtOnce = 2000;

/**
 * Reads a source from end to end: what is accepted goes to `to`, what is not to the reject file. The same source gives
 * the same entries, the same file and the same account each time.
 *
 * @throws RikuyError `unreadable-file`
 */
export async function readSource(
  plan: RecordPlan,
  source: RecordSource,
  to: AcceptedEntries,
  { rejectPath, mapping = {}, onProgress }: ReadSourceOptions,
): Promise<SourceAccount> {
  const rejects = new RejectFile(rejectPath);
  try {
    await requireColumns(plan, source, { rejects, mapping });
    const hints = await hintsOf(plan, source, mapping);
    const reader = new SourceReader(plan, hints, mapping);
    const total = await source.estimateRows();
    for await (const batch of source.rows({ skip: 0, batch: rowsAtOnce })) {
      const { accepted, rejections } = reader.read(batch);
      await rejects.write(rejections);
      await to.repeatedRows.add(eventsOf(accepted));
      await to.entries.add(accepted);
      onProgress?.({ step: 'rows', done: reader.rows, total: Math.max(reader.rows, total ?? 0) });
    }
    const repeated = await to.repeatedRows.found();
    return { ...reader.account(repeated), rejectFile: await rejects.complete(), columns: hints.readings };
  } catch (error) {
    await rejects.abandon();
    throw error;
  }
}

async function requireColumns(
  plan: RecordPlan,
  source: RecordSource,
  { rejects, mapping }: { readonly rejects: RejectFile; readonly mapping: ColumnMapping },
): Promise<void> {
  const missing = missingColumns(plan, bindColumns(plan, await source.columns(), mapping));
  if (missing.length === 0) return;
  await rejects.write(missing);
  await rejects.complete();
  const fields = missing.map(({ field, message, repair }) => ({ field, message: `${message.es} ${repair.es}` }));
  throw new RikuyError(
    'unreadable-file',
    `${source.name}: ${missing.map(({ message, repair }) => `${message.en} ${repair.en}`).join(' ')}`,
    { fields },
  );
}

async function hintsOf(plan: RecordPlan, source: RecordSource, mapping: ColumnMapping): Promise<ColumnHints> {
  for await (const { rows } of source.rows({ skip: 0, batch: rowsForHints })) {
    const first = rows.map(({ values }) => values);
    return columnHints(plan, bindColumns(plan, await source.columns(), mapping), first);
  }
  return { hints: new Map(), readings: [] };
}

function eventsOf(accepted: readonly EntryOfRow[]) {
  return accepted
    .filter(({ entry }) => entry.kind === 'record')
    .map(({ row, entry }) => ({ row, eventId: entry.eventId }));
}

interface ReadBatch {
  readonly accepted: readonly EntryOfRow[];
  readonly rejections: readonly Rejection[];
}

/** Reads batches and keeps the account. */
class SourceReader {
  rows = 0;
  private rejected = 0;
  private converted = 0;
  private entries = 0;
  private readonly plan: RecordPlan;
  private readonly readRow: (row: RawBatch['rows'][number]) => ParsedRecord;

  constructor(plan: RecordPlan, { hints }: ColumnHints, mapping: ColumnMapping) {
    const bind = columnBinder(plan, mapping);
    this.plan = plan;
    this.readRow = ({ line, values }) => readRecord(plan, values, { line, binding: bind(values), hints });
  }

  read({ rows, broken }: RawBatch): ReadBatch {
    const accepted: EntryOfRow[] = [];
    const rejections = broken.map(line => brokenLineRejection(this.plan, line));
    rows.forEach((row, position) => {
      const parsed = this.readRow(row);
      if (parsed.kind === 'accepted') this.accept(parsed, this.rows + position, accepted);
      else rejections.push(...parsed.rejections);
      if (parsed.kind === 'rejected') this.rejected++;
    });
    this.rows += rows.length + broken.length;
    this.rejected += broken.length;
    this.entries += accepted.length;
    return { accepted, rejections: rejections.sort((a, b) => a.line - b.line) };
  }

  account(repeated: RowSet): Omit<SourceAccount, 'rejectFile' | 'columns'> {
    const { rows: read, rejected, converted } = this;
    return { read, rejected, repeated, converted, entries: this.entries - repeated.size };
  }

  private accept({ values, hidden, label, converted }: AcceptedRecord, row: number, to: EntryOfRow[]): void {
    const { useCase, recordType, timeField } = this.plan;
    const entry = recordEntry(useCase, values, { recordType, knownAt: Number(values[timeField]) });
    this.converted += converted;
    to.push({ row, entry: { ...entry, hidden } });
    // A repeated row may bring a finding that the first did not; the log leaves out what it knows.
    if (label) to.push({ row, entry: labelEntry(entry, { label: label.label, amount: label.amount }, label.knownAt) });
  }
}
