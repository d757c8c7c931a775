import { SourceFailure } from '@rikuy/engine';
import mysql, { type Connection, type FieldPacket } from 'mysql2';
import type { Batches, QueryDatabase, QueryDialect, QueryRow, Statement, Parameter } from './query-database.ts';

const dialect: QueryDialect = {
  quoted: name => `\`${name.replaceAll('`', '``')}\``,
  asText: column => `cast(${column} as char)`,
  place: () => '?',
};

export function mysqlDatabase(source: string, url: string): QueryDatabase {
  return { dialect, stream: (statement, options) => stream({ source, url }, statement, options) };
}

interface Place {
  readonly source: string;
  readonly url: string;
}

/** Reads rows as the server sends them; it waits while a batch is worked on. */
async function* stream(
  { source, url }: Place,
  { sql, parameters }: Statement,
  { fetchRows, signal }: { readonly fetchRows: number; readonly signal: AbortSignal },
): Batches {
  const connection = connect(source, url);
  const stop = (): void => connection.destroy();
  signal.addEventListener('abort', stop);
  try {
    await run(connection, `set session time_zone = '+00:00', net_write_timeout = 3600`);
    await run(connection, 'set session transaction read only');
    const numberColumns = new Set<string>();
    const query = connection.query(sql, parameters.map(comparable));
    query.on('fields', (fields: FieldPacket[]) => namesOfNumbers(fields).forEach(name => numberColumns.add(name)));
    let rows: QueryRow[] = [];
    for await (const row of query.stream({ highWaterMark: fetchRows }) as AsyncIterable<QueryRow>) {
      if (rows.push(row) < fetchRows) continue;
      yield { rows, numberColumns };
      rows = [];
    }
    if (rows.length > 0) yield { rows, numberColumns };
  } catch (error) {
    throw failureOf(source, error);
  } finally {
    signal.removeEventListener('abort', stop);
    // Not `end`: it would wait for the rows of a query that nobody reads any more.
    connection.destroy();
  }
}

function connect(source: string, url: string): Connection {
  try {
    const { hostname, port, username, password, pathname, searchParams } = new URL(url);
    const socketPath = searchParams.get('socket') ?? undefined;
    const connection = mysql.createConnection({
      ...(socketPath ? { socketPath } : { host: hostname, port: Number(port || 3306) }),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: decodeURIComponent(pathname.slice(1)),
      ...(searchParams.get('ssl') === 'true' && { ssl: {} }),
      charset: 'utf8mb4',
      connectTimeout: 10_000,
      enableKeepAlive: true,
      dateStrings: true,
      supportBigNumbers: true,
      bigNumberStrings: true,
      typeCast: (field, next) => {
        const value = next();
        // The session's zone is UTC; a `datetime` has no zone and stays without.
        return field.type === 'TIMESTAMP' && typeof value === 'string' ? `${value}Z` : value;
      },
    });
    // A connection that breaks fails the query under way; without a listener it would end the process too.
    connection.on('error', () => undefined);
    return connection;
  } catch {
    throw new SourceFailure('source-refused', `Expected the URL of ${source} as mysql://user:password@host/database.`);
  }
}

function run(connection: Connection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

/** A number is compared as one: MySQL compares numbers with text as rounded doubles. */
function comparable({ text, isNumber }: Parameter): string | { toSqlString(): string } {
  return isNumber && /^-?\d+(?:\.\d+)?$/.test(text) ? { toSqlString: () => text } : text;
}

const numberTypes = new Set([
  mysql.Types.TINY,
  mysql.Types.SHORT,
  mysql.Types.INT24,
  mysql.Types.LONG,
  mysql.Types.LONGLONG,
  mysql.Types.DECIMAL,
  mysql.Types.NEWDECIMAL,
  mysql.Types.YEAR,
]);

function namesOfNumbers(fields: readonly FieldPacket[]): readonly string[] {
  return fields.filter(({ columnType }) => numberTypes.has(Number(columnType))).map(({ name }) => name);
}

function failureOf(source: string, cause: unknown): unknown {
  if (cause instanceof SourceFailure) return cause;
  const { code = 'connection lost', sqlState = '', sqlMessage = '' } = cause as Partial<Record<string, string>>;
  if (/^(?:22|28|42|3D)/.test(sqlState) || code === 'ER_DBACCESS_DENIED_ERROR') {
    const words = sqlState.startsWith('42') && !code.includes('DENIED') ? `: ${sqlMessage}` : '';
    return new SourceFailure(
      'source-refused',
      `The database refused the query of ${source} (${code}${words}); correct the query, the URL or the rights.`,
    );
  }
  return new SourceFailure(
    'source-unavailable',
    `The database of ${source} does not answer (${code}); check that it runs and can be reached.`,
  );
}
