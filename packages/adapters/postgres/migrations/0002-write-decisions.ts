import type { Migration } from './migration.ts';

/**
 * A function, since its plan is kept: planning this statement takes longer than running it for a few decisions. Nested
 * loops are off, because a kept plan does not know whether it will get one decision or five hundred; without compilation
 * (JIT), which the price put on the one loop that must be would start, a second for each call.
 */
export const writeDecisions: Migration = {
  number: 2,
  name: 'write-decisions',
  statements: [
    `create function write_decisions(given_use_case text, given_decisions json)
    returns table (event_id text, sequence bigint)
    language plpgsql
    set plan_cache_mode = force_generic_plan
    set enable_nestloop = off
    set jit = off
    as $function$
    #variable_conflict use_column
    declare
      head log_head;
    begin
      -- Another server that appends waits here and then continues behind.
      select * into head from log_head where use_case = given_use_case for update;
      return query
      with given as materialized (
        select *, head.last_sequence + position as sequence
        from rows from (
          json_to_recordset(given_decisions) as (
            id text, decided_at bigint, outcome text, expected_value double precision, document jsonb,
            record_type text, event_id text, event_time bigint, claimed_at bigint, field_values jsonb, hidden jsonb,
            entity text, peer_group text, case_id text, office text, day text
          )
        ) with ordinality as given (
          id, decided_at, outcome, expected_value, document,
          record_type, event_id, event_time, claimed_at, field_values, hidden,
          entity, peer_group, case_id, office, day, position
        )
      ),
      -- Decided events are skipped by the table itself; everything else follows from what was written.
      written as (
        insert into decision (
          use_case, id, event_id, sequence, event_time, decided_at, outcome, entity, case_id, document
        )
        select given_use_case, id, event_id, sequence, event_time, decided_at, outcome, entity, case_id, document
        from given order by sequence
        on conflict (use_case, event_id) do nothing
        returning sequence
      ),
      fresh as materialized (
        select given.*, greatest(head.decided_known_at, max(claimed_at) over (order by sequence)) as known_at
        from given join written using (sequence)
      ),
      entries as (
        insert into log_entry (
          use_case, sequence, kind, record_type, event_id, event_time, known_at, field_values, hidden, entity,
          peer_group
        )
        select given_use_case, sequence, 'record', record_type, event_id, event_time, known_at, field_values, hidden,
          entity, peer_group
        from fresh
      ),
      cases as (
        insert into case_file (use_case, id, decision_id, event_id, entity, day, office, outcome, expected_value)
        select given_use_case, case_id, id, event_id, entity, day, office, outcome, expected_value
        from fresh where case_id is not null
      ),
      outcomes as (
        insert into outcome_count as counted (use_case, outcome, decisions)
        select given_use_case, outcome, count(*) from fresh group by outcome
        on conflict (use_case, outcome) do update set decisions = counted.decisions + excluded.decisions
      ),
      queues as (
        insert into queue_count as counted (use_case, day, office, outcome, cases, expected_value)
        select given_use_case, day, office, outcome, count(*), sum(expected_value::text::numeric)
        from fresh where case_id is not null group by day, office, outcome
        on conflict (use_case, day, office, outcome) do update set
          cases = counted.cases + excluded.cases,
          expected_value = counted.expected_value + excluded.expected_value
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
        where use_case = given_use_case and total.events > 0
      )
      select event_id, sequence from fresh;
    end
    $function$`,
  ],
};
