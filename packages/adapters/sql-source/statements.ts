import type { SourceOfKind } from '@rikuy/engine';
import type { Parameter, QueryBatch, QueryDialect, QueryRow, Statement } from './query-database.ts';

type QueryForm = Pick<SourceOfKind<'postgres'>, 'query' | 'cursor'>;

/** The values of the cursor columns of the last row read, as the database writes them. */
export interface QueryPosition {
  readonly value: Parameter;
  /** Of the key column; absent where none is declared. */
  readonly key?: Parameter;
}

const cursorName = 'rikuy_cursor';
const keyName = 'rikuy_key';

/** The query itself, or its rows from a position on in the order of the cursor. */
export function statementFor(
  { query, cursor }: QueryForm,
  after: QueryPosition | null,
  dialect: QueryDialect,
): Statement {
  const rows = `(${query}) as rikuy_rows`;
  if (!cursor) return { sql: `select * from ${rows}`, parameters: [] };
  const column = dialect.quoted(cursor.column);
  const key = cursor.key === undefined ? null : dialect.quoted(cursor.key);
  const texts = [
    `${dialect.asText(column)} as ${cursorName}`,
    ...(key ? [`${dialect.asText(key)} as ${keyName}`] : []),
  ];
  const { condition, parameters } = conditionFor({ column, key }, after, cursor.start, dialect);
  const order = key ? `${column}, ${key}` : column;
  const sql = `select rikuy_rows.*, ${texts.join(', ')} from ${rows} where ${column} is not null${condition} order by ${order}`;
  return { sql, parameters };
}

function conditionFor(
  { column, key }: { readonly column: string; readonly key: string | null },
  after: QueryPosition | null,
  start: string | number | undefined,
  dialect: QueryDialect,
): { readonly condition: string; readonly parameters: readonly Parameter[] } {
  const [first, second] = [dialect.place(1), dialect.place(2)];
  if (after && key && after.key !== undefined) {
    return { condition: ` and (${column}, ${key}) > (${first}, ${second})`, parameters: [after.value, after.key] };
  }
  // Rows of the same value may have come since; those that were read already are duplicates.
  if (after) return { condition: ` and ${column} >= ${first}`, parameters: [after.value] };
  if (start !== undefined)
    return {
      condition: ` and ${column} > ${first}`,
      parameters: [{ text: String(start), isNumber: typeof start === 'number' }],
    };
  return { condition: '', parameters: [] };
}

/** A row as the query gave it. */
export function withoutPosition(row: QueryRow): QueryRow {
  const { [cursorName]: _, [keyName]: __, ...values } = row;
  return values;
}

/** Where the last row of a batch stands; null without a cursor. */
export function positionOf({ rows, numberColumns }: QueryBatch, cursor: QueryForm['cursor']): QueryPosition | null {
  const last = rows[rows.length - 1];
  if (!cursor || typeof last[cursorName] !== 'string') return null;
  const value = { text: last[cursorName], isNumber: numberColumns.has(cursor.column) };
  if (cursor.key === undefined || typeof last[keyName] !== 'string') return { value };
  return { value, key: { text: last[keyName], isNumber: numberColumns.has(cursor.key) } };
}
