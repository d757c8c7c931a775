import { type RowPage, type Source, type SourceCursor, SourceFailure, type SourceOfKind } from '@rikuy/engine';
import { z } from 'zod';
import { mysqlDatabase } from './mysql-database.ts';
import { postgresDatabase } from './postgres-database.ts';
import type { QueryDatabase } from './query-database.ts';
import { positionOf, type QueryPosition, statementFor, withoutPosition } from './statements.ts';

type QueryDeclaration = SourceOfKind<'postgres'> | SourceOfKind<'mysql'>;

/** The rows of a query on a PostgreSQL, incremental where a cursor column is declared. @param url of the database */
export function openPostgresSource(declaration: SourceOfKind<'postgres'>, url: string): Source {
  return querySource(declaration, postgresDatabase(declaration.name, url));
}

/** The rows of a query on a MySQL or MariaDB. @param url of the database */
export function openMysqlSource(declaration: SourceOfKind<'mysql'>, url: string): Source {
  return querySource(declaration, mysqlDatabase(declaration.name, url));
}

function querySource(declaration: QueryDeclaration, database: QueryDatabase): Source {
  const { name, fetchRows } = declaration;
  return {
    name,
    hasFixedColumns: true,
    check: async signal => {
      const { sql, parameters } = statementFor(declaration, null, database.dialect);
      await Array.fromAsync(database.stream({ sql: `${sql} limit 0`, parameters }, { fetchRows, signal }));
    },
    read: (after, signal) => readQuery(declaration, database, { after: readPosition(name, after), signal }),
    close: async () => undefined,
  };
}

async function* readQuery(
  declaration: QueryDeclaration,
  { dialect, stream }: QueryDatabase,
  { after, signal }: { readonly after: QueryPosition | null; readonly signal: AbortSignal },
): AsyncIterable<RowPage> {
  const statement = statementFor(declaration, after, dialect);
  let position: QueryPosition | null;
  for await (const batch of stream(statement, { fetchRows: declaration.fetchRows, signal })) {
    position = positionOf(batch, declaration.cursor);
    yield { kind: 'rows', rows: batch.rows.map(withoutPosition), cursor: position && asCursor(position) };
  }
}

const parameter = z.strictObject({ text: z.string(), isNumber: z.boolean() });
const positionSchema = z.strictObject({ value: parameter, key: parameter.optional() });

function asCursor({ value, key }: QueryPosition): SourceCursor {
  return key ? { value: { ...value }, key: { ...key } } : { value: { ...value } };
}

function readPosition(name: string, cursor: SourceCursor | null): QueryPosition | null {
  if (cursor === null) return null;
  const parsed = positionSchema.safeParse(cursor);
  if (parsed.success) return parsed.data;
  throw new SourceFailure(
    'source-refused',
    `The position kept for ${name} is not one of a query; the source was another one before. Load with \`--restart\`, or give it another name.`,
  );
}
