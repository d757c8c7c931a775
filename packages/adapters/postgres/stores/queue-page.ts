import type { Reason } from '@rikuy/contracts';
import { type QueueFilter, type RankedCase, readQueueCursor, writeQueueCursor } from '@rikuy/engine';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DecisionDocument, Schema } from '../schema.ts';
import { prefixEnd } from './prefix.ts';

interface DayMatches {
  readonly day: string;
  readonly matches: number;
}

interface QueueRow {
  readonly id: string;
  readonly decision_id: string;
  readonly event_id: string;
  readonly entity: string | null;
  readonly day: string;
  readonly office: string;
  readonly outcome: string;
  readonly expected_value: number;
  readonly status: RankedCase['status'];
  readonly assignee: string | null;
  readonly revision: number;
  readonly label: RankedCase['label'];
  readonly rank: number;
  readonly document: DecisionDocument;
}

/**
 * One page of the queue. Ranks need all cases of a day, office and outcome, so the page looks first at how many cases
 * match on which day (the counts are kept), and then ranks only the days that the page shows.
 */
export async function readQueuePage(database: Kysely<Schema>, filter: QueueFilter) {
  const after = filter.after === undefined ? null : readQueueCursor(filter.after);
  const days = await matchesByDay(database, filter);
  const rows = await readRows(database, filter, daysOfPage(days, filter.limit, after?.day), after);
  const items = rows.slice(0, filter.limit).map(toRankedCase);
  const last = items.at(-1);
  return {
    items,
    total: days.reduce((sum, { matches }) => sum + matches, 0),
    next: last && rows.length > items.length ? writeQueueCursor(positionOf(last)) : null,
  };
}

function positionOf({ day, rank, expectedValue, caseId }: RankedCase) {
  return { day, rank, expectedValue: expectedValue.amount, caseId };
}

/** Newest first. */
async function matchesByDay(database: Kysely<Schema>, filter: QueueFilter): Promise<readonly DayMatches[]> {
  const { rows } = await sql<DayMatches>`
    ${filter.text === undefined ? countKept(filter) : countMatches(filter)}
    group by day having ${filter.text === undefined ? sql`sum(${keptCount(filter)}) > 0` : sql`true`}
    order by day desc
  `.execute(database);
  return rows;
}

function countKept(filter: QueueFilter): RawBuilder<unknown> {
  return sql`select day, sum(${keptCount(filter)})::bigint as matches from queue_count where ${groupIsWanted(filter)}`;
}

function keptCount({ status }: QueueFilter): RawBuilder<unknown> {
  switch (status) {
    case undefined:
      return sql`cases`;
    case 'open':
      return sql`cases - claimed - closed`;
    case 'claimed':
    case 'closed':
      return sql.ref(status);
  }
}

function countMatches(filter: QueueFilter): RawBuilder<unknown> {
  return sql`
    select day, count(*) as matches from case_file
    where ${groupIsWanted(filter)} and ${caseIsWanted(filter)}`;
}

/** The days, from the cursor's on, until the page is surely full; of the cursor's day some cases were shown. */
function daysOfPage(days: readonly DayMatches[], limit: number, from = '\u{10ffff}'): readonly string[] {
  const open = days.filter(({ day }) => day <= from);
  let found = 0;
  const enough = open.findIndex(({ day, matches }) => {
    found += day === from ? 0 : matches;
    return found > limit;
  });
  return open.slice(0, enough === -1 ? open.length : enough + 1).map(({ day }) => day);
}

async function readRows(
  database: Kysely<Schema>,
  filter: QueueFilter,
  days: readonly string[],
  after: ReturnType<typeof readQueueCursor> | null,
): Promise<readonly QueueRow[]> {
  const isBehind = after
    ? sql`(day < ${after.day} or day = ${after.day} and (rank, -expected_value, id) >
        (${after.rank}::bigint, -(${after.expectedValue}::double precision), ${after.caseId}))`
    : sql`true`;
  const { rows } = await sql<QueueRow>`
    with ranked as (
      select *, row_number() over (
        partition by day, office, outcome order by expected_value desc, id
      ) as rank
      from case_file
      where ${groupIsWanted(filter)} and day = any(${days}::text[])
    ),
    page as (
      select * from ranked
      where ${caseIsWanted(filter)} and ${isBehind}
      order by day desc, rank, expected_value desc, id
      limit ${filter.limit + 1}
    )
    select page.*, decision.document from page
    join decision on decision.use_case = page.use_case and decision.id = page.decision_id
    order by page.day desc, page.rank, page.expected_value desc, page.id
  `.execute(database);
  return rows;
}

/** Conditions on what ranks are counted within; they leave ranks as they are. */
function groupIsWanted({ useCase, day, office, outcome }: QueueFilter): RawBuilder<unknown> {
  return allOf([
    sql`use_case = ${useCase}`,
    day === undefined ? null : sql`day = ${day}`,
    office === undefined ? null : sql`office = ${office}`,
    outcome === undefined ? null : sql`outcome = ${outcome}`,
  ]);
}

function caseIsWanted({ status, text }: QueueFilter): RawBuilder<unknown> {
  return allOf([
    status === undefined ? null : sql`status = ${status}`,
    text === undefined
      ? null
      : sql`(event_id >= ${text} and event_id < ${prefixEnd(text)} or entity >= ${text} and entity < ${prefixEnd(text)})`,
  ]);
}

function allOf(conditions: readonly (RawBuilder<unknown> | null)[]): RawBuilder<unknown> {
  const given = conditions.filter(condition => condition !== null);
  return given.length > 0 ? sql.join(given, sql` and `) : sql`true`;
}

function toRankedCase(row: QueueRow): RankedCase {
  const { lane, score, expectedValue, eventTime, reasons } = row.document;
  return {
    caseId: row.id,
    decisionId: row.decision_id,
    eventId: row.event_id,
    rank: row.rank,
    outcome: row.outcome,
    lane,
    score,
    expectedValue,
    entity: row.entity ?? '',
    office: row.office,
    day: row.day,
    eventTime,
    status: row.status,
    assignee: row.assignee,
    revision: row.revision,
    label: row.label,
    reasons: reasons satisfies readonly Reason[],
  };
}
