import type {
  EventLog,
  LoadCheckpoint,
  LogEntry,
  LogExtent,
  LogRange,
  RelatedRecord,
  StoredEntry,
} from '@rikuy/engine';
import { storableJson } from '@rikuy/engine';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { LogEntryTable, Schema } from '../schema.ts';
import { InTurn } from './in-turn.ts';
import { appendToLog, toStoredEntry } from './log-entries.ts';

/** A page holds up the embedded database for some milliseconds; decisions wait behind it. */
const pageSize = 2_000;

type RelatedQuery = Parameters<EventLog['related']>[0];
type LabelQuery = Parameters<EventLog['labels']>[0];

interface RelatedRow extends Selectable<LogEntryTable> {
  readonly label: RelatedRecord['label'];
  readonly decision_id: string | null;
  readonly outcome: string | null;
}

export class PostgresEventLog implements EventLog {
  private readonly database: Kysely<Schema>;
  /** Appends of this process take their sequences in the order of the calls. */
  private readonly appends = new InTurn();

  constructor(database: Kysely<Schema>) {
    this.database = database;
  }

  append(entries: readonly LogEntry[], load?: LoadCheckpoint) {
    return this.appends.run(() => this.appendTogether(entries, load));
  }

  /** Asks for the next page before it hands out the present one, so that reader and database work side by side. */
  async *read(range: LogRange): AsyncIterable<readonly StoredEntry[]> {
    let next: Promise<Selectable<LogEntryTable>[]> | null = this.page(range, {
      known_at: Number.MIN_SAFE_INTEGER,
      sequence: 0,
    });
    while (next) {
      const rows: Selectable<LogEntryTable>[] = await next;
      next = rows.length === pageSize ? this.page(range, rows[pageSize - 1]) : null;
      // Whoever stops reading early never sees the page under way, nor its failure.
      next?.catch(() => undefined);
      if (rows.length > 0) yield rows.map(toStoredEntry);
    }
  }

  private page(
    { useCase, fromSequence = 0, toSequence = Number.MAX_SAFE_INTEGER }: LogRange,
    after: { readonly known_at: number; readonly sequence: number },
  ): Promise<Selectable<LogEntryTable>[]> {
    return this.database
      .selectFrom('log_entry')
      .selectAll()
      .where('use_case', '=', useCase)
      .where(sql<boolean>`(known_at, sequence) > (${after.known_at}, ${after.sequence})`)
      .where('sequence', '>=', fromSequence)
      .where('sequence', '<=', toSequence)
      .orderBy('known_at')
      .orderBy('sequence')
      .limit(pageSize)
      .execute();
  }

  async find(useCase: string, eventId: string): Promise<StoredEntry | null> {
    const row = await this.database
      .selectFrom('log_entry')
      .selectAll()
      .where('use_case', '=', useCase)
      .where('event_id', '=', eventId)
      .where('kind', '=', 'record')
      .executeTakeFirst();
    return row ? toStoredEntry(row) : null;
  }

  async related({ useCase, by, value, before, limit }: RelatedQuery): Promise<readonly RelatedRecord[]> {
    const { rows } = await sql<RelatedRow>`
      select entry.*, decision.id as decision_id, decision.outcome, (
        select (known.field_values ->> 'label')::integer from log_entry as known
        where known.use_case = entry.use_case and known.event_id = entry.event_id and known.kind = 'label'
          and known.known_at < ${before}
        order by known.known_at desc, known.sequence desc
        limit 1
      ) as label
      from log_entry as entry
      left join decision on decision.use_case = entry.use_case and decision.event_id = entry.event_id
      where entry.use_case = ${useCase} and entry.kind = 'record' and entry.known_at < ${before}
        and ${sql.ref(by === 'entity' ? 'entry.entity' : 'entry.peer_group')} = ${value}
      order by entry.known_at desc, entry.sequence desc
      limit ${limit}
    `.execute(this.database);
    return rows.map(row => ({
      entry: toStoredEntry(row),
      label: row.label,
      decisionId: row.decision_id,
      outcome: row.outcome,
    }));
  }

  async labels({ useCase, eventId, limit }: LabelQuery): Promise<readonly StoredEntry[]> {
    let query = this.database
      .selectFrom('log_entry')
      .selectAll()
      .where('use_case', '=', useCase)
      .where('kind', '=', 'label');
    if (eventId !== undefined) query = query.where('event_id', '=', eventId);
    const rows = await query.orderBy('known_at', 'desc').orderBy('sequence', 'desc').limit(limit).execute();
    return rows.map(toStoredEntry);
  }

  async extent(useCase: string): Promise<LogExtent> {
    const head = await this.database
      .selectFrom('log_head')
      .selectAll()
      .where('use_case', '=', useCase)
      .executeTakeFirst();
    return {
      events: head?.events ?? 0,
      labels: head?.labels ?? 0,
      lastSequence: head?.last_sequence ?? 0,
      lastEventTime: head?.last_event_time ?? null,
    };
  }

  async loads(useCase: string): Promise<readonly LoadCheckpoint[]> {
    const rows = await this.database
      .selectFrom('load')
      .select('report')
      .where('use_case', '=', useCase)
      .orderBy('position', 'desc')
      .execute();
    return rows.map(({ report }) => report as LoadCheckpoint);
  }

  async load(loadId: string): Promise<LoadCheckpoint | null> {
    const row = await this.database
      .selectFrom('load')
      .select('report')
      .where('load_id', '=', loadId)
      .executeTakeFirst();
    return row ? (row.report as LoadCheckpoint) : null;
  }

  private async appendTogether(entries: readonly LogEntry[], load?: LoadCheckpoint) {
    const duplicates = await this.database.transaction().execute(async transaction => {
      const left = await appendByUseCase(transaction, entries);
      if (load) await saveLoad(transaction, load);
      return left;
    });
    return { appended: entries.length - duplicates.length, duplicates };
  }
}

/** Heads are locked in the order of their names, so that two calls never wait for each other. */
async function appendByUseCase(
  transaction: Transaction<Schema>,
  entries: readonly LogEntry[],
): Promise<readonly string[]> {
  const byUseCase = [...Map.groupBy(entries, ({ useCase }) => useCase)].sort(([a], [b]) => (a < b ? -1 : 1));
  const duplicates: string[] = [];
  for (const [useCase, group] of byUseCase) duplicates.push(...(await appendToLog(transaction, useCase, group)));
  return duplicates;
}

async function saveLoad(transaction: Transaction<Schema>, load: LoadCheckpoint): Promise<void> {
  const report = storableJson(load);
  await sql`
    insert into load (load_id, use_case, report) values (${load.loadId}, ${load.useCase}, ${report}::jsonb)
    on conflict (load_id) do update set report = excluded.report
  `.execute(transaction);
}
