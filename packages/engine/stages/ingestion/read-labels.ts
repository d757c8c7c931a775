import type { Rejection } from '@rikuy/contracts';
import type { LogEntry, StoredEntry } from '../../ports/event-log.ts';
import type { RawBatch, RecordSource } from '../../ports/record-source.ts';
import { eventIdOf, labelEntry } from '../../use-case/log-entries.ts';
import { bindColumns, type ColumnMapping } from './bind-columns.ts';
import { brokenLineRejection } from './broken-lines.ts';
import { columnBinder } from './column-binder.ts';
import { columnHints } from './column-hints.ts';
import { missingColumns } from './missing-columns.ts';
import { type ParsedLabel, readRecord } from './read-record.ts';
import { labelPlan, type RecordPlan } from './record-plan.ts';
import type { UseCase } from '../../use-case/use-case.ts';

/** The labels of some rows, each with its record; the rows that were refused, a line of the reject file for each value. */
export interface ReadLabels {
  readonly rows: number;
  readonly entries: readonly LogEntry[];
  readonly refused: number;
  readonly rejections: readonly Rejection[];
}

/** The record of the log with this id. */
export type FindRecord = (eventId: string) => Promise<StoredEntry | null>;

const dayMs = 86_400_000;
const rowsAtOnce = 500;

/** Reads a file of labels, batch by batch; each label is given to the record that the log has. */
export async function* readLabels(
  useCase: UseCase,
  source: RecordSource,
  { find, mapping = {} }: { readonly find: FindRecord; readonly mapping?: ColumnMapping },
): AsyncIterable<ReadLabels> {
  const plan = labelPlan(useCase);
  const columns = bindColumns(plan, await source.columns(), mapping);
  const missing = missingColumns(plan, columns);
  if (missing.length > 0) return yield { rows: 0, entries: [], refused: 0, rejections: missing };
  for await (const batch of source.rows({ skip: 0, batch: rowsAtOnce }))
    yield await readBatch(plan, batch, { find, mapping });
}

async function readBatch(
  plan: RecordPlan,
  { rows, broken }: RawBatch,
  { find, mapping }: { readonly find: FindRecord; readonly mapping: ColumnMapping },
): Promise<ReadLabels> {
  const bind = columnBinder(plan, mapping);
  const raws = rows.map(({ values }) => values);
  const { hints } = columnHints(plan, bind(raws[0] ?? {}), raws);
  const read = await Promise.all(
    rows.map(async ({ line, values }) => {
      const parsed = readRecord(plan, values, { line, binding: bind(values), hints });
      if (parsed.kind === 'rejected') return parsed.rejections;
      const eventId = eventIdOf(plan.useCase, plan.recordType, parsed.values);
      return labelOf(plan, { line, label: parsed.label!, entry: await find(eventId) });
    }),
  );
  const entries = read.filter((one): one is LogEntry => 'eventId' in one);
  const rejections = [
    ...broken.map(line => brokenLineRejection(plan, line)),
    ...read.flatMap(one => ('eventId' in one ? [] : one)),
  ];
  const total = rows.length + broken.length;
  return {
    rows: total,
    entries,
    refused: total - entries.length,
    rejections: rejections.sort((a, b) => a.line - b.line),
  };
}

interface FoundLabel {
  readonly line: number;
  readonly label: ParsedLabel;
  readonly entry: StoredEntry | null;
}

function labelOf(plan: RecordPlan, { line, label, entry }: FoundLabel): LogEntry | readonly Rejection[] {
  const { useCase, recordType } = plan;
  if (entry?.recordType !== recordType) return [unknownRecord(plan, line)];
  const delay = useCase.label.assumedDelayDays ?? 0;
  const knownAt = Number.isNaN(label.knownAt) ? entry.eventTime + delay * dayMs : label.knownAt;
  if (knownAt < entry.eventTime) return [knownBeforeEvent(plan, line)];
  return labelEntry(entry, { label: label.label, amount: label.amount }, knownAt);
}

function unknownRecord({ useCase, recordType }: RecordPlan, line: number): Rejection {
  return {
    line,
    field: useCase.records[recordType].identity.join('/'),
    value: '',
    reason: 'unknown-value',
    message: {
      es: 'Se esperaba el identificador de un registro ya cargado; no hay ninguno con este.',
      en: 'Expected the identity of a record that has been loaded; there is none with this one.',
    },
    repair: { es: 'Cargue primero los registros.', en: 'Load the records first.' },
  };
}

function knownBeforeEvent({ useCase }: RecordPlan, line: number): Rejection {
  const { knownAt, label } = useCase.label.columns;
  return {
    line,
    field: knownAt ?? label,
    value: '',
    reason: 'out-of-range',
    message: {
      es: 'Se esperaba una etiqueta conocida después del hecho; llegó una de antes.',
      en: 'Expected a label known after the event; got one from before it.',
    },
    repair: { es: 'Revise ambas fechas.', en: 'Check both dates.' },
  };
}
