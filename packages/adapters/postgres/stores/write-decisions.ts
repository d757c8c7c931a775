import { type NewDecision, storableJson } from '@rikuy/engine';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Sequences of the decisions that were written, by event id; the others had been decided before. */
export type WrittenSequences = ReadonlyMap<string, number>;

/**
 * Writes decisions of one use case, with their events and cases, in a single statement: one round trip and one wait on
 * the disk, however many there are. Event ids must differ.
 *
 * The head's row is locked first, so another server waits and then continues behind it. Decisions that exist already
 * are skipped by the table itself, and everything else follows from those that were written.
 */
export async function writeDecisions(
  database: Kysely<Schema>,
  useCase: string,
  decisions: readonly NewDecision[],
): Promise<WrittenSequences> {
  const { rows } = await sql<{ event_id: string; sequence: number }>`
    with head as materialized (
      select last_sequence, decided_known_at from log_head where use_case = ${useCase} for update
    ),
    given as materialized (
      select given.*, head.last_sequence + given.position as sequence, head.decided_known_at
      from head, ${givenRows(decisions)}
    ),
    written as (
      insert into decision (
        use_case, id, event_id, sequence, event_time, decided_at, outcome, entity, case_id, document
      )
      select ${useCase}, id, event_id, sequence, event_time, decided_at, outcome, entity, case_id, document
      from given
      on conflict (use_case, event_id) do nothing
      returning sequence
    ),
    fresh as materialized (
      select given.*, greatest(decided_known_at, max(claimed_at) over (order by sequence)) as known_at
      from given join written using (sequence)
    ),
    entries as (
      insert into log_entry (
        use_case, sequence, kind, record_type, event_id, event_time, known_at, field_values, hidden, entity, peer_group
      )
      select ${useCase}, sequence, 'record', record_type, event_id, event_time, known_at, field_values, hidden, entity,
        peer_group
      from fresh
    ),
    cases as (
      insert into case_file (use_case, id, decision_id, event_id, entity, day, office, outcome, expected_value)
      select ${useCase}, case_id, id, event_id, entity, day, office, outcome, expected_value
      from fresh where case_id is not null
    ),
    outcomes as (
      insert into outcome_count as counted (use_case, outcome, decisions)
      select ${useCase}, outcome, count(*) from fresh group by outcome
      on conflict (use_case, outcome) do update set decisions = counted.decisions + excluded.decisions
    ),
    queues as (
      insert into queue_count as counted (use_case, day, office, outcome, cases, expected_value)
      select ${useCase}, day, office, outcome, count(*), sum(expected_value::text::numeric)
      from fresh where case_id is not null group by day, office, outcome
      on conflict (use_case, day, office, outcome) do update
        set cases = counted.cases + excluded.cases, expected_value = counted.expected_value + excluded.expected_value
    ),
    moved as (
      update log_head set
        last_sequence = total.last_sequence,
        decided_known_at = total.known_at,
        events = log_head.events + total.events,
        last_event_time = greatest(log_head.last_event_time, total.last_event_time)
      from (
        select max(sequence) as last_sequence, max(known_at) as known_at, count(*) as events,
          max(event_time) as last_event_time
        from fresh
      ) as total
      where use_case = ${useCase} and total.events > 0
    )
    select event_id, sequence from fresh
  `.execute(database);
  return new Map(rows.map(({ event_id, sequence }) => [event_id, sequence]));
}

function givenRows(decisions: readonly NewDecision[]) {
  const entries = decisions.map(({ entry }) => entry);
  const documents = decisions.map(({ decision }) => decision);
  const cases = decisions.map(({ caseFile }) => caseFile);
  return sql`unnest(
    ${documents.map(({ id }) => id)}::text[],
    ${documents.map(({ decidedAt }) => decidedAt)}::bigint[],
    ${documents.map(({ outcome }) => outcome)}::text[],
    ${documents.map(({ expectedValue }) => expectedValue.amount)}::double precision[],
    ${documents.map(storableJson)}::jsonb[],
    ${entries.map(({ recordType }) => recordType)}::text[],
    ${entries.map(({ eventId }) => eventId)}::text[],
    ${entries.map(({ eventTime }) => eventTime)}::bigint[],
    ${entries.map(({ knownAt }) => knownAt)}::bigint[],
    ${entries.map(({ values }) => storableJson(values))}::jsonb[],
    ${entries.map(({ hidden }) => (hidden ? storableJson(hidden) : null))}::jsonb[],
    ${entries.map(({ entity }) => entity)}::text[],
    ${entries.map(({ peerGroup }) => peerGroup)}::text[],
    ${cases.map(file => file?.id ?? null)}::text[],
    ${cases.map(file => file?.office ?? null)}::text[],
    ${cases.map(file => file?.day ?? null)}::text[]
  ) with ordinality as given(
    id, decided_at, outcome, expected_value, document, record_type, event_id, event_time, claimed_at, field_values,
    hidden, entity, peer_group, case_id, office, day, position
  )`;
}
