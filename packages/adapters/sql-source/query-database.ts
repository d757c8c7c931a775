/** A database that a query is read from, as `querySource` needs it. Its errors are `SourceFailure`s. */
export interface QueryDatabase {
  readonly dialect: QueryDialect;
  /** The rows of one statement, in its order, in batches; as of one moment. */
  readonly stream: (
    statement: Statement,
    options: { readonly fetchRows: number; readonly signal: AbortSignal },
  ) => Batches;
}

export type Batches = AsyncIterable<QueryBatch>;

export interface QueryBatch {
  readonly rows: readonly QueryRow[];
  /** Columns that the database keeps as numbers, where that matters to `place`. */
  readonly numberColumns: ReadonlySet<string>;
}

/** Dates and exact numbers are text, instants of a zone have their offset. */
export type QueryRow = Readonly<Record<string, unknown>>;

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** A value as the database writes it. */
export interface Parameter {
  readonly text: string;
  readonly isNumber: boolean;
}

/** How databases differ in what is wrapped around a query. */
export interface QueryDialect {
  quoted(name: string): string;
  asText(column: string): string;
  /** The place of a parameter from 1, to be compared with a column of any type. */
  place(position: number): string;
}
