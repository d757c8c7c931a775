import type { CaseFile, Verdict } from '@rikuy/contracts';
import {
  type CaseStore,
  type DayCount,
  type NewVerdict,
  type QueueFilter,
  refusals,
  storableJson,
} from '@rikuy/engine';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { CaseFileTable, Schema } from '../schema.ts';
import { appendToLog } from './log-entries.ts';
import { readQueuePage } from './queue-page.ts';

type CaseRow = Selectable<CaseFileTable>;

/** What a change of one case changes in the counts of its day, office and outcome. */
interface CountChange {
  readonly claimed?: number;
  readonly closed?: number;
  readonly confirmed?: number;
  readonly recovered?: number;
}

export class PostgresCaseStore implements CaseStore {
  private readonly database: Kysely<Schema>;

  constructor(database: Kysely<Schema>) {
    this.database = database;
  }

  queue(filter: QueueFilter) {
    return readQueuePage(this.database, filter);
  }

  find(useCase: string, id: string): Promise<CaseFile | null> {
    return readCase(this.database, useCase, { column: 'id', value: id });
  }

  findByDecision(useCase: string, decisionId: string): Promise<CaseFile | null> {
    return readCase(this.database, useCase, { column: 'decision_id', value: decisionId });
  }

  assign(useCase: string, id: string, revision: number, assignee: string | null): Promise<CaseFile> {
    return this.database.transaction().execute(async transaction => {
      const before = await lockSeenCase(transaction, useCase, { id, revision });
      const status = before.status === 'closed' ? 'closed' : assignee === null ? 'open' : 'claimed';
      await change(transaction, before, { status, assignee });
      await count(transaction, before, { claimed: Number(status === 'claimed') - Number(before.status === 'claimed') });
      return readChanged(transaction, before);
    });
  }

  giveVerdict(useCase: string, { verdict, revision, label }: NewVerdict): Promise<CaseFile> {
    return this.database.transaction().execute(async transaction => {
      const before = await lockSeenCase(transaction, useCase, { id: verdict.caseId, revision });
      const earlier = (await readChanged(transaction, before)).verdicts;
      await insertVerdict(transaction, useCase, verdict, earlier.length + 1);
      await change(transaction, before, { status: 'closed', label: verdict.label });
      // The log's head before the counts, as decisions lock them: nobody waits in a circle.
      await appendToLog(transaction, useCase, [label]);
      await count(transaction, before, changeBy(verdict, earlier.at(-1), before));
      return readChanged(transaction, before);
    });
  }

  async countsByDay(useCase: string, fromDay = ''): Promise<readonly DayCount[]> {
    const { rows } = await sql<Omit<DayCount, 'expectedValue'> & { expected_value: number }>`
      select day, office, outcome, cases, closed, confirmed,
        recovered::double precision as recovered, expected_value::double precision as expected_value
      from queue_count
      where use_case = ${useCase} and day >= ${fromDay}
      order by day desc, office, outcome
    `.execute(this.database);
    return rows.map(({ expected_value: expectedValue, ...counted }) => ({ ...counted, expectedValue }));
  }
}

async function readCase(
  database: Kysely<Schema>,
  useCase: string,
  { column, value }: { readonly column: 'id' | 'decision_id'; readonly value: string },
): Promise<CaseFile | null> {
  const row = await database
    .selectFrom('case_file')
    .selectAll()
    .where('use_case', '=', useCase)
    .where(column, '=', value)
    .executeTakeFirst();
  return row ? toCaseFile(row, await readVerdicts(database, row)) : null;
}

async function readVerdicts(database: Kysely<Schema>, { use_case, id }: CaseRow): Promise<Verdict[]> {
  const rows = await database
    .selectFrom('verdict')
    .select('document')
    .where('use_case', '=', use_case)
    .where('case_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ document }) => document as Verdict);
}

function toCaseFile(row: CaseRow, verdicts: Verdict[]): CaseFile {
  return {
    id: row.id,
    useCase: row.use_case,
    decisionId: row.decision_id,
    eventId: row.event_id,
    day: row.day,
    office: row.office,
    status: row.status,
    assignee: row.assignee,
    revision: row.revision,
    verdicts,
  };
}

async function lockSeenCase(
  transaction: Transaction<Schema>,
  useCase: string,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<CaseRow> {
  const row = await transaction
    .selectFrom('case_file')
    .selectAll()
    .where('use_case', '=', useCase)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refusals.caseNotFound(useCase, id);
  if (row.revision !== revision) throw refusals.caseChanged(id, revision, row.revision);
  return row;
}

async function change(
  transaction: Transaction<Schema>,
  { use_case, id, revision }: CaseRow,
  changed: Partial<Pick<CaseRow, 'status' | 'assignee' | 'label'>>,
): Promise<void> {
  await transaction
    .updateTable('case_file')
    .set({ ...changed, revision: revision + 1 })
    .where('use_case', '=', use_case)
    .where('id', '=', id)
    .execute();
}

async function insertVerdict(
  transaction: Transaction<Schema>,
  useCase: string,
  verdict: Verdict,
  position: number,
): Promise<void> {
  const row = { use_case: useCase, case_id: verdict.caseId, position, document: storableJson(verdict) };
  await transaction.insertInto('verdict').values(row).execute();
}

function changeBy(verdict: Verdict, corrected: Verdict | undefined, before: CaseRow): CountChange {
  return {
    claimed: before.status === 'claimed' ? -1 : 0,
    closed: before.status === 'closed' ? 0 : 1,
    confirmed: verdict.label - (corrected?.label ?? 0),
    recovered: (verdict.recovered?.amount ?? 0) - (corrected?.recovered?.amount ?? 0),
  };
}

async function count(
  transaction: Transaction<Schema>,
  { use_case, day, office, outcome }: CaseRow,
  { claimed = 0, closed = 0, confirmed = 0, recovered = 0 }: CountChange,
): Promise<void> {
  await sql`
    update queue_count set
      claimed = claimed + ${claimed}, closed = closed + ${closed}, confirmed = confirmed + ${confirmed},
      recovered = recovered + ${recovered}::numeric
    where use_case = ${use_case} and day = ${day} and office = ${office} and outcome = ${outcome}
  `.execute(transaction);
}

async function readChanged(transaction: Transaction<Schema>, { use_case, id }: CaseRow): Promise<CaseFile> {
  const caseFile = await readCase(transaction, use_case, { column: 'id', value: id });
  if (!caseFile) throw refusals.caseNotFound(use_case, id);
  return caseFile;
}
