import { type NewDecision, storableJson } from '@rikuy/engine';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Sequences of the decisions that were written, by event id; the others had been decided before. */
export type WrittenSequences = ReadonlyMap<string, number>;

/**
 * Writes decisions of one use case, with their events and cases, in a single statement: one round trip and one wait on
 * the disk, however many there are. Event ids must differ, and the log must have its head.
 */
export async function writeDecisions(
  database: Kysely<Schema>,
  useCase: string,
  decisions: readonly NewDecision[],
): Promise<WrittenSequences> {
  const given = storableJson(decisions.map(toGiven));
  const { rows } = await sql<{ event_id: string; sequence: number }>`
    select event_id, sequence from write_decisions(${useCase}, ${given}::json)
  `.execute(database);
  return new Map(rows.map(({ event_id, sequence }) => [event_id, sequence]));
}

/** A row as the function of the database takes it. */
function toGiven({ entry, decision, caseFile }: NewDecision) {
  return {
    id: decision.id,
    decided_at: decision.decidedAt,
    outcome: decision.outcome,
    expected_value: decision.expectedValue.amount,
    document: decision,
    record_type: entry.recordType,
    event_id: entry.eventId,
    event_time: entry.eventTime,
    claimed_at: entry.knownAt,
    field_values: entry.values,
    hidden: entry.hidden,
    entity: entry.entity,
    peer_group: entry.peerGroup,
    case_id: caseFile?.id,
    office: caseFile?.office,
    day: caseFile?.day,
  };
}
