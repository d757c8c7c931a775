import type { SourceClaim, SourceLedger, SourceLoad, SourcePosition } from '@rikuy/engine';
import { refusals, storableJson } from '@rikuy/engine';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Schema, SourceStateTable } from '../schema.ts';

type ClaimRequest = Parameters<SourceLedger['claim']>[0];

export class PostgresSourceLedger implements SourceLedger {
  private readonly database: Kysely<Schema>;

  constructor(database: Kysely<Schema>) {
    this.database = database;
  }

  async claim(request: ClaimRequest): Promise<SourceClaim> {
    return this.database.transaction().execute(async transaction => {
      const state = await lockState(transaction, request.source);
      if (isHeld(state, request)) return busyClaim(state);
      await hold(transaction, request);
      const unfinished = await newestRunning(transaction, request.source);
      return { kind: 'granted', position: { cursor: state.cursor, portions: state.portions }, unfinished };
    });
  }

  async extend(source: string, token: string, until: number): Promise<void> {
    const { numUpdatedRows } = await this.database
      .updateTable('source_state')
      .set({ held_until: until })
      .where('source', '=', source)
      .where('holder_token', '=', token)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw refusals.sourceTaken(source);
  }

  async save(token: string, load: SourceLoad, position: SourcePosition): Promise<void> {
    await this.database.transaction().execute(async transaction => {
      await movePosition(transaction, { source: load.source, token, position });
      await sql`
        insert into source_load (load_id, source, state, document)
        values (${load.loadId}, ${load.source}, ${load.state}, ${storableJson(load)}::json)
        on conflict (load_id) do update set state = excluded.state, document = excluded.document
      `.execute(transaction);
    });
  }

  async release(source: string, token: string): Promise<void> {
    await this.database
      .updateTable('source_state')
      .set({ holder_token: null, holder_host: null, holder_pid: null, held_since: null, held_until: null })
      .where('source', '=', source)
      .where('holder_token', '=', token)
      .execute();
  }

  async loads({ source, limit }: Parameters<SourceLedger['loads']>[0]): Promise<readonly SourceLoad[]> {
    const rows = await this.database
      .selectFrom('source_load')
      .select('document')
      .$if(source !== undefined, query => query.where('source', '=', source!))
      .orderBy('position', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ document }) => document as SourceLoad);
  }
}

async function lockState(transaction: Transaction<Schema>, source: string): Promise<Selectable<SourceStateTable>> {
  await sql`insert into source_state (source) values (${source}) on conflict do nothing`.execute(transaction);
  return transaction
    .selectFrom('source_state')
    .selectAll()
    .where('source', '=', source)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

function isHeld({ holder_token, held_until }: Selectable<SourceStateTable>, { now, over }: ClaimRequest): boolean {
  return holder_token !== null && holder_token !== over && Number(held_until) > now;
}

function busyClaim(state: Selectable<SourceStateTable>): SourceClaim {
  const holder = { token: state.holder_token!, host: state.holder_host!, pid: state.holder_pid! };
  return { kind: 'busy', holder, since: state.held_since! };
}

async function hold(transaction: Transaction<Schema>, { source, holder, now, until }: ClaimRequest): Promise<void> {
  const { token, host, pid } = holder;
  await transaction
    .updateTable('source_state')
    .set({ holder_token: token, holder_host: host, holder_pid: pid, held_since: now, held_until: until })
    .where('source', '=', source)
    .execute();
}

async function newestRunning(transaction: Transaction<Schema>, source: string): Promise<SourceLoad | null> {
  const newest = await transaction
    .selectFrom('source_load')
    .select(['state', 'document'])
    .where('source', '=', source)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.state === 'running' ? (newest.document as SourceLoad) : null;
}

async function movePosition(
  transaction: Transaction<Schema>,
  { source, token, position }: { readonly source: string; readonly token: string; readonly position: SourcePosition },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update source_state set cursor = ${storableJson(position.cursor)}::json, portions = ${position.portions}
    where source = ${source} and holder_token = ${token}
  `.execute(transaction);
  if (numAffectedRows === 0n) throw refusals.sourceTaken(source);
}
