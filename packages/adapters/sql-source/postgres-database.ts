import { SourceFailure } from '@rikuy/engine';
import { Client, types } from 'pg';
import type { Batches, QueryDatabase, QueryDialect, QueryRow, Statement } from './query-database.ts';

const dialect: QueryDialect = {
  quoted: name => `"${name.replaceAll('"', '""')}"`,
  asText: column => `${column}::text`,
  place: position => `$${position}`,
};

export function postgresDatabase(source: string, url: string): QueryDatabase {
  return { dialect, stream: (statement, options) => stream({ source, url }, statement, options) };
}

/** A parameter takes the type of the column that it is compared with. */
const none: ReadonlySet<string> = new Set();

interface Place {
  readonly source: string;
  readonly url: string;
}

/** Reads by a cursor of the server in one snapshot, so that neither side holds more than a batch. */
async function* stream(
  { source, url }: Place,
  { sql, parameters }: Statement,
  { fetchRows, signal }: { readonly fetchRows: number; readonly signal: AbortSignal },
): Batches {
  const client = clientOf(source, url);
  const stop = (): void => void client.end().catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    await client.connect();
    await client.query(`set datestyle = 'ISO, YMD'`);
    await client.query(`set timezone = 'UTC'`);
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      `declare rikuy_rows_cursor no scroll cursor for ${sql}`,
      parameters.map(({ text }) => text),
    );
    for (;;) {
      const { rows } = await client.query(`fetch ${fetchRows} from rikuy_rows_cursor`);
      if (rows.length > 0) yield { rows: rows as QueryRow[], numberColumns: none };
      if (rows.length < fetchRows) break;
    }
    await client.query('commit');
  } catch (error) {
    throw failureOf(source, error);
  } finally {
    signal.removeEventListener('abort', stop);
    await client.end().catch(() => undefined);
  }
}

function clientOf(source: string, url: string): Client {
  try {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      types: { getTypeParser: readerOf as typeof types.getTypeParser },
    });
    // A connection that breaks fails the query under way; without a listener it would end the process too.
    client.on('error', () => undefined);
    return client;
  } catch {
    throw new SourceFailure(
      'source-refused',
      `Expected the URL of ${source} as postgres://user:password@host/database.`,
    );
  }
}

const [bool, int2, int4, float4, float8, timestamptz] = [16, 21, 23, 700, 701, 1184];

/** Whatever JavaScript would round or shift to another zone stays text. */
function readerOf(type: number): (text: string) => unknown {
  if (type === bool) return text => text === 't';
  if ([int2, int4].includes(type)) return Number;
  if ([float4, float8].includes(type)) return text => (Number.isFinite(Number(text)) ? Number(text) : null);
  if (type === timestamptz) return text => text.replace(/\+00$/, 'Z');
  return text => text;
}

function failureOf(source: string, cause: unknown): unknown {
  if (cause instanceof SourceFailure) return cause;
  const { code = 'connection lost', message = '' } = cause as { readonly code?: string; readonly message?: string };
  if (/^(?:22|28|3D|3F|42|0A|54)/.test(code)) {
    // Class 42 is about the statement and the tables; the words of the others may quote values.
    const words = code.startsWith('42') ? `: ${message}` : '';
    return new SourceFailure(
      'source-refused',
      `PostgreSQL refused the query of ${source} (${code}${words}); correct the query, the URL or the rights.`,
    );
  }
  return new SourceFailure(
    'source-unavailable',
    `The PostgreSQL of ${source} does not answer (${code}); check that it runs and can be reached.`,
  );
}
