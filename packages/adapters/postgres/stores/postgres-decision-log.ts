import type { Decision } from '@rikuy/contracts';
import {
  type DecisionFilter,
  type DecisionHit,
  type DecisionLog,
  type DecisionOutcome,
  type NewDecision,
  refusals,
} from '@rikuy/engine';
import { type Kysely, sql } from 'kysely';
import { isNotOutage, isUniqueViolation } from '../connection/database-failure.ts';
import type { DecisionDocument, Schema } from '../schema.ts';
import { GroupCommit } from './group-commit.ts';
import { ensureHead } from './log-entries.ts';
import { prefixEnd } from './prefix.ts';
import { writeDecisions } from './write-decisions.ts';

const pageSize = 2_000;
/** Milliseconds that an answer waits for company at most. */
const spacingMs = 2;

export class PostgresDecisionLog implements DecisionLog {
  private readonly database: Kysely<Schema>;
  private readonly commits = new Map<string, GroupCommit<NewDecision, DecisionOutcome>>();
  /** Use cases whose log surely has its head. */
  private readonly heads = new Set<string>();

  constructor(database: Kysely<Schema>) {
    this.database = database;
  }

  append(decision: NewDecision): Promise<DecisionOutcome> {
    return this.commitOf(decision.entry.useCase).add(decision);
  }

  async find(useCase: string, id: string): Promise<Decision | null> {
    const row = await this.stored(useCase).where('id', '=', id).executeTakeFirst();
    return row ? toDecision(row) : null;
  }

  async findByEvent(useCase: string, eventId: string): Promise<Decision | null> {
    const row = await this.stored(useCase).where('event_id', '=', eventId).executeTakeFirst();
    return row ? toDecision(row) : null;
  }

  async *read({ useCase, fromDecidedAt, outcome }: DecisionFilter): AsyncIterable<readonly Decision[]> {
    let rows: readonly StoredDecision[];
    let after = 0;
    do {
      rows = await this.stored(useCase)
        .where('sequence', '>', after)
        .$if(fromDecidedAt !== undefined, query => query.where('decided_at', '>=', fromDecidedAt!))
        .$if(outcome !== undefined, query => query.where('outcome', '=', outcome!))
        .orderBy('sequence')
        .limit(pageSize)
        .execute();
      if (rows.length > 0) yield rows.map(toDecision);
      after = rows.at(-1)?.sequence ?? after;
    } while (rows.length === pageSize);
  }

  /** Each kind of name has its index; the newest hits of each are enough to know the newest of all. */
  async search(useCase: string, text: string, limit: number): Promise<readonly DecisionHit[]> {
    const newestOf = (name: 'id' | 'event_id' | 'case_id' | 'entity') => sql`(
      select sequence, id, case_id, event_id, entity, outcome, event_time from decision
      where use_case = ${useCase} and ${sql.ref(name)} >= ${text} and ${sql.ref(name)} < ${prefixEnd(text)}
      order by sequence desc limit ${limit}
    )`;
    const { rows } = await sql<HitRow>`
      select * from (
        ${newestOf('id')} union ${newestOf('event_id')} union ${newestOf('case_id')} union ${newestOf('entity')}
      ) as hit
      order by sequence desc limit ${limit}
    `.execute(this.database);
    return rows.map(toHit);
  }

  async counts(useCase: string): Promise<Readonly<Record<string, number>>> {
    const rows = await this.database
      .selectFrom('outcome_count')
      .select(['outcome', 'decisions'])
      .where('use_case', '=', useCase)
      .execute();
    return Object.fromEntries(rows.map(({ outcome, decisions }) => [outcome, decisions]));
  }

  private stored(useCase: string) {
    return this.database
      .selectFrom('decision')
      .select(['event_id', 'sequence', 'document'])
      .where('use_case', '=', useCase);
  }

  private commitOf(useCase: string): GroupCommit<NewDecision, DecisionOutcome> {
    const found = this.commits.get(useCase);
    if (found) return found;
    const writeBatch = (batch: readonly NewDecision[]) => this.commitBatch(useCase, batch);
    const commit = new GroupCommit(writeBatch, { isAtFault: isNotOutage, spacingMs });
    this.commits.set(useCase, commit);
    return commit;
  }

  private async commitBatch(useCase: string, batch: readonly NewDecision[]): Promise<readonly DecisionOutcome[]> {
    await this.ensureHeadOnce(useCase);
    const firsts = [...new Map(batch.toReversed().map(given => [given.entry.eventId, given])).values()].toReversed();
    const sequences = await writeDecisions(this.database, useCase, firsts).catch(explainRefusal);
    const earlier = await this.findEarlier(useCase, firsts, sequences);
    const isFirst = new Set(firsts);
    return batch.map(given => {
      const sequence = sequences.get(given.entry.eventId);
      if (sequence === undefined) return { kind: 'repeated', decision: earlier.get(given.entry.eventId)! };
      if (isFirst.has(given)) return { kind: 'written', decision: { ...given.decision, sequence } };
      const first = firsts.find(({ entry }) => entry.eventId === given.entry.eventId)!;
      return { kind: 'repeated', decision: { ...first.decision, sequence } };
    });
  }

  private async ensureHeadOnce(useCase: string): Promise<void> {
    if (this.heads.has(useCase)) return;
    await ensureHead(this.database, useCase);
    this.heads.add(useCase);
  }

  private async findEarlier(
    useCase: string,
    given: readonly NewDecision[],
    written: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, Decision>> {
    const repeated = given.map(({ entry }) => entry.eventId).filter(eventId => !written.has(eventId));
    if (repeated.length === 0) return new Map();
    const rows = await this.stored(useCase).where('event_id', 'in', repeated).execute();
    return new Map(rows.map(row => [row.event_id, toDecision(row)]));
  }
}

interface StoredDecision {
  readonly event_id: string;
  readonly sequence: number;
  readonly document: object;
}

interface HitRow {
  readonly id: string;
  readonly case_id: string | null;
  readonly event_id: string;
  readonly entity: string | null;
  readonly outcome: string;
  readonly event_time: number;
}

function toDecision({ sequence, document }: StoredDecision): Decision {
  return { ...(document as DecisionDocument), sequence };
}

function toHit({ id, case_id, event_id, entity, outcome, event_time }: HitRow): DecisionHit {
  return {
    decisionId: id,
    caseId: case_id,
    eventId: event_id,
    entity: entity ?? '',
    outcome,
    eventTime: event_time,
  };
}

function explainRefusal(error: unknown): never {
  if (isUniqueViolation(error, 'log_entry_record')) throw refusals.recordWithoutDecision(error);
  throw error;
}
