import { canonicalJson, type LogEntry, storableJson, type StoredEntry } from '@rikuy/engine';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { LogEntryTable, LogHeadTable, Schema } from '../schema.ts';

const rowsAtOnce = 2_000;

/**
 * Appends what is new to the log of one use case. The row of its head is locked until the transaction ends, so that
 * sequences follow the order in which transactions commit.
 * @returns the event ids of duplicates
 */
export async function appendToLog(
  transaction: Transaction<Schema>,
  useCase: string,
  entries: readonly LogEntry[],
): Promise<readonly string[]> {
  const head = await lockHead(transaction, useCase);
  const duplicates: string[] = [];
  for (let from = 0; from < entries.length; from += rowsAtOnce) {
    const chunk = entries.slice(from, from + rowsAtOnce);
    const fresh = await withoutDuplicates(transaction, useCase, chunk);
    duplicates.push(...chunk.filter(entry => !fresh.has(entry)).map(({ eventId }) => eventId));
    await insertEntries(transaction, advance(head, [...fresh]));
  }
  await transaction.updateTable('log_head').set(head).where('use_case', '=', useCase).execute();
  return duplicates;
}

export function toStoredEntry(row: Selectable<LogEntryTable>): StoredEntry {
  return {
    useCase: row.use_case,
    kind: row.kind,
    recordType: row.record_type,
    eventId: row.event_id,
    eventTime: row.event_time,
    knownAt: row.known_at,
    values: row.field_values as StoredEntry['values'],
    hidden: row.hidden as StoredEntry['hidden'],
    entity: row.entity,
    peerGroup: row.peer_group,
    sequence: row.sequence,
  };
}

async function lockHead(transaction: Transaction<Schema>, useCase: string): Promise<LogHeadTable> {
  await ensureHead(transaction, useCase);
  return transaction
    .selectFrom('log_head')
    .selectAll()
    .where('use_case', '=', useCase)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function ensureHead(database: Pick<Transaction<Schema>, 'insertInto'>, useCase: string): Promise<void> {
  const head = { use_case: useCase, last_sequence: 0, events: 0, labels: 0 };
  await database
    .insertInto('log_head')
    .values(head)
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

async function withoutDuplicates(
  transaction: Transaction<Schema>,
  useCase: string,
  entries: readonly LogEntry[],
): Promise<ReadonlySet<LogEntry>> {
  const [records, labels] = [idsOf(entries, 'record'), idsOf(entries, 'label')];
  const known = new Set(records.length > 0 ? await findRecords(transaction, useCase, records) : []);
  const newest = new Map(labels.length > 0 ? await findNewestLabels(transaction, useCase, labels) : []);
  return new Set(entries.filter(entry => (entry.kind === 'record' ? isNew(entry, known) : isChanged(entry, newest))));
}

function idsOf(entries: readonly LogEntry[], kind: LogEntry['kind']): readonly string[] {
  return [...new Set(entries.filter(entry => entry.kind === kind).map(({ eventId }) => eventId))];
}

/** Remembers the record, so that its like in the same call is a duplicate. */
function isNew({ eventId }: LogEntry, known: Set<string>): boolean {
  if (known.has(eventId)) return false;
  known.add(eventId);
  return true;
}

interface NewestLabel {
  readonly knownAt: number;
  readonly says: string;
}

function isChanged({ eventId, knownAt, values }: LogEntry, newest: Map<string, NewestLabel>): boolean {
  const before = newest.get(eventId);
  const says = canonicalJson(values);
  if (before?.says === says) return false;
  if (!before || knownAt >= before.knownAt) newest.set(eventId, { knownAt, says });
  return true;
}

async function findRecords(
  transaction: Transaction<Schema>,
  useCase: string,
  eventIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ event_id: string }>`
    select event_id from log_entry
    where use_case = ${useCase} and kind = 'record' and event_id = any(${eventIds}::text[])
  `.execute(transaction);
  return rows.map(({ event_id }) => event_id);
}

async function findNewestLabels(
  transaction: Transaction<Schema>,
  useCase: string,
  eventIds: readonly string[],
): Promise<readonly (readonly [string, NewestLabel])[]> {
  const { rows } = await sql<{ event_id: string; known_at: number; field_values: object }>`
    select distinct on (event_id) event_id, known_at, field_values from log_entry
    where use_case = ${useCase} and kind = 'label' and event_id = any(${eventIds}::text[])
    order by event_id, known_at desc, sequence desc
  `.execute(transaction);
  return rows.map(row => [row.event_id, { knownAt: row.known_at, says: canonicalJson(row.field_values) }]);
}

/** Gives the entries their places and moves the head behind them. */
function advance(head: LogHeadTable, entries: readonly LogEntry[]): readonly StoredEntry[] {
  return entries.map(entry => {
    head.last_sequence++;
    if (entry.kind === 'label') head.labels++;
    else {
      head.events++;
      head.last_event_time = Math.max(head.last_event_time ?? -Infinity, entry.eventTime);
    }
    const knownAt = Math.max(entry.knownAt, head.decided_known_at ?? -Infinity);
    return { ...entry, knownAt, sequence: head.last_sequence };
  });
}

async function insertEntries(transaction: Transaction<Schema>, entries: readonly StoredEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into log_entry (
      use_case, sequence, kind, record_type, event_id, event_time, known_at, field_values, hidden, entity, peer_group
    )
    select * from json_to_recordset(${storableJson(entries.map(toRow))}::json) as given(
      use_case text, sequence bigint, kind text, record_type text, event_id text, event_time bigint, known_at bigint,
      field_values jsonb, hidden jsonb, entity text, peer_group text
    )
  `.execute(transaction);
}

function toRow(entry: StoredEntry) {
  return {
    use_case: entry.useCase,
    sequence: entry.sequence,
    kind: entry.kind,
    record_type: entry.recordType,
    event_id: entry.eventId,
    event_time: entry.eventTime,
    known_at: entry.knownAt,
    field_values: entry.values,
    hidden: entry.hidden,
    entity: entry.entity,
    peer_group: entry.peerGroup,
  };
}
