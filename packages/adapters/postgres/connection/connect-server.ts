import { Pool, type PoolClient, types } from 'pg';
import { int8, json, jsonb, readInt8 } from './sql-values.ts';
import type { SqlConnection, SqlServer } from './sql-server.ts';

const ownParsers = new Map<number, (text: string) => unknown>([
  [int8, readInt8],
  [json, JSON.parse],
  [jsonb, JSON.parse],
]);

/** A PostgreSQL ≥ 15 behind a URL. Connects with the first query. */
export function connectServer(url: string): SqlServer {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: (id: number, format?: 'text' | 'binary') => parserOf(id, format) },
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    concurrent: true,
    connect: async () => connectionOf(await pool.connect()),
    close: () => pool.end(),
  };
}

function parserOf(id: number, format?: 'text' | 'binary'): unknown {
  return ownParsers.get(id) ?? types.getTypeParser(id, format);
}

function connectionOf(client: PoolClient): SqlConnection {
  return {
    query: async (sql, parameters) => {
      const { rows, command, rowCount } = await client.query(sql, parameters.map(toParameter));
      return { rows, command, affected: rowCount ?? 0 };
    },
    release: broken => client.release(broken),
  };
}

function toParameter(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}
