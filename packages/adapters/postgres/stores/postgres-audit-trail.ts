import { type AuditEntry, type AuditTrail, type ChainedEntry, chainEntry, storableJson } from '@rikuy/engine';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { isNotOutage } from '../connection/database-failure.ts';
import type { AuditEntryTable, Schema } from '../schema.ts';
import { GroupCommit } from './group-commit.ts';

const pageSize = 2_000;

/** Held while entries are appended, so that the chain has one end. */
const auditLock = 7_245_102;

export class PostgresAuditTrail implements AuditTrail {
  private readonly database: Kysely<Schema>;
  private readonly commits: GroupCommit<AuditEntry, void>;

  constructor(database: Kysely<Schema>) {
    this.database = database;
    this.commits = new GroupCommit(batch => this.appendTogether(batch), { isAtFault: isNotOutage });
  }

  append(entry: AuditEntry): Promise<void> {
    return this.commits.add(entry);
  }

  async *read(): AsyncIterable<readonly ChainedEntry[]> {
    let rows: Selectable<AuditEntryTable>[];
    let after = 0;
    do {
      rows = await this.database
        .selectFrom('audit_entry')
        .selectAll()
        .where('position', '>', after)
        .orderBy('position')
        .limit(pageSize)
        .execute();
      if (rows.length > 0) yield rows.map(toChainedEntry);
      after = rows.at(-1)?.position ?? after;
    } while (rows.length === pageSize);
  }

  private appendTogether(entries: readonly AuditEntry[]): Promise<readonly void[]> {
    return this.database.transaction().execute(async transaction => {
      await sql`select pg_advisory_xact_lock(${auditLock}::bigint)`.execute(transaction);
      let end = await readEnd(transaction);
      const rows = entries.map(entry => toRow((end = chainEntry(entry, end))));
      await transaction.insertInto('audit_entry').values(rows).execute();
      return entries.map(() => undefined);
    });
  }
}

async function readEnd(transaction: Transaction<Schema>): Promise<ChainedEntry | undefined> {
  const row = await transaction
    .selectFrom('audit_entry')
    .selectAll()
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toChainedEntry(row);
}

function toRow({ useCase, detail, ...entry }: ChainedEntry) {
  return { ...entry, use_case: useCase, detail: storableJson(detail) };
}

function toChainedEntry({ use_case: useCase, detail, ...entry }: Selectable<AuditEntryTable>): ChainedEntry {
  return { ...entry, useCase, detail: detail as ChainedEntry['detail'] };
}
