import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteAdapter,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { withoutValues } from './database-failure.ts';
import type { SqlConnection, SqlServer } from './sql-server.ts';

/** Kysely over a PostgreSQL of either kind. No error that leaves it holds values of rows. */
export function sqlDialect(server: SqlServer): Dialect {
  return {
    createDriver: () => new SqlDriver(server),
    // Kysely lets one query or transaction at a time through where there is a single connection.
    createAdapter: () => (server.concurrent ? new PostgresAdapter() : new PGliteAdapter()),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: database => new PostgresIntrospector(database),
  };
}

class SqlDriver implements Driver {
  private readonly server: SqlServer;

  constructor(server: SqlServer) {
    this.server = server;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ReservedConnection> {
    return new ReservedConnection(await withoutValues(this.server.connect()));
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as ReservedConnection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const reserved = connection as ReservedConnection;
    await reserved.executeQuery(CompiledQuery.raw('rollback')).catch(() => {
      // The server undoes what a lost connection began; the error that led here says why.
      reserved.broken = true;
    });
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as ReservedConnection).release();
  }

  async destroy(): Promise<void> {
    await this.server.close();
  }
}

class ReservedConnection implements DatabaseConnection {
  private readonly connection: SqlConnection;
  broken = false;

  constructor(connection: SqlConnection) {
    this.connection = connection;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await withoutValues(this.connection.query(sql, parameters));
    return { rows: rows as R[], numAffectedRows: BigInt(affected) };
  }

  /** PostgreSQL answers the commit of a failed transaction with a rollback, not with an error. */
  async commit(): Promise<void> {
    const { command } = await withoutValues(this.connection.query('commit', []));
    if (command === 'ROLLBACK') throw new Error('A failed transaction was committed; the error was caught too early.');
  }

  // oxlint-disable-next-line require-yield -- Kysely's interface asks for it; the stores read in pages
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('The stores read in pages; streaming is not supported.');
  }

  release(): void {
    this.connection.release(this.broken);
  }
}
