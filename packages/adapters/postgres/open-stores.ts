import { RikuyError } from '@rikuy/contracts';
import type { Stores } from '@rikuy/engine';
import { Kysely, sql } from 'kysely';
import { connectServer } from './connection/connect-server.ts';
import { sqlDialect } from './connection/sql-dialect.ts';
import type { SqlServer } from './connection/sql-server.ts';
import { startEmbedded } from './embedded/embedded-server.ts';
import { Upkeep } from './embedded/upkeep.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { migrate } from './migrations/migrate.ts';
import type { Schema } from './schema.ts';
import { PostgresAuditTrail } from './stores/postgres-audit-trail.ts';
import { PostgresCaseStore } from './stores/postgres-case-store.ts';
import { PostgresDecisionLog } from './stores/postgres-decision-log.ts';
import { PostgresEventLog } from './stores/postgres-event-log.ts';
import { PostgresModelStore } from './stores/postgres-model-store.ts';
import { PostgresPeople } from './stores/postgres-people.ts';
import { PostgresSourceLedger } from './stores/postgres-source-ledger.ts';

export interface StorageOptions {
  /** Of a PostgreSQL ≥ 15, `postgres://…`. */
  readonly url?: string;
  /** Of the embedded database, when there is no URL; made when it does not exist. */
  readonly directory?: string;
}

/**
 * Opens everything that is kept, in a PostgreSQL server or in the embedded one, and brings its schema up to date. What
 * a call resolves with is durable. Close it, or the embedded database keeps the process alive.
 *
 * ```ts
 * const stores = await openStores({ directory: 'data' });
 * await stores.eventLog.extent('tax');
 * await stores.close();
 * ```
 *
 * @throws RikuyError `storage-in-use` when another process has the directory; `storage-unavailable`;
 * `invalid-configuration` when neither is given or the database is newer than this program
 */
export async function openStores(options: StorageOptions): Promise<Stores> {
  return storesOn(await startServer(options));
}

/** The stores on a running server, which closes with them. */
export async function storesOn(server: SqlServer): Promise<Stores> {
  const database = new Kysely<Schema>({ dialect: sqlDialect(server) });
  try {
    await migrate(database, allMigrations);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const upkeep = new Upkeep(database);
  if (!server.concurrent) upkeep.start();
  return {
    eventLog: new PostgresEventLog(database),
    decisionLog: new PostgresDecisionLog(database),
    caseStore: new PostgresCaseStore(database),
    modelStore: new PostgresModelStore(database),
    people: new PostgresPeople(database),
    auditTrail: new PostgresAuditTrail(database),
    sourceLedger: new PostgresSourceLedger(database),
    ping: async () => void (await sql`select 1`.execute(database)),
    close: async () => {
      await upkeep.stop();
      await database.destroy();
    },
  };
}

async function startServer({ url, directory }: StorageOptions): Promise<SqlServer> {
  if (url) return connectServer(url);
  if (directory) return startEmbedded(directory);
  throw new RikuyError(
    'invalid-configuration',
    'Storage needs the `url` of a PostgreSQL or a `directory`; got neither.',
  );
}
