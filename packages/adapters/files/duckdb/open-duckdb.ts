import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Works with an in-memory DuckDB that fetches nothing from the network, and closes it. */
export async function* withDuckDb<T>(work: (connection: DuckDBConnection) => AsyncIterable<T>): AsyncIterable<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: '1GB',
  });
  const connection = await instance.connect();
  try {
    yield* work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
