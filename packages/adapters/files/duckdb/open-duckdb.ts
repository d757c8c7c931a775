import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export interface DuckDb {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

export interface DuckDbOptions {
  /** Where it may put what does not fit into its memory; absent means nowhere. */
  readonly overflowFolder?: string;
  readonly memoryMegabytes?: number;
}

/** An in-memory DuckDB that fetches nothing from the network. */
export async function openDuckDb({ overflowFolder, memoryMegabytes = 1000 }: DuckDbOptions = {}): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: `${memoryMegabytes}MB`,
    ...(overflowFolder !== undefined && { temp_directory: overflowFolder }),
  });
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Works with an in-memory DuckDB that fetches nothing from the network, and closes it. */
export async function* withDuckDb<T>(work: (connection: DuckDBConnection) => AsyncIterable<T>): AsyncIterable<T> {
  const { connection, close } = await openDuckDb();
  try {
    yield* work(connection);
  } finally {
    close();
  }
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
