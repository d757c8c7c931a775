/** A running PostgreSQL, embedded or not, as the dialect needs it. */
export interface SqlServer {
  /** Whether it serves several connections at once. */
  readonly concurrent: boolean;
  connect(): Promise<SqlConnection>;
  close(): Promise<void>;
}

export interface SqlConnection {
  /** Runs one statement. int8 comes back as a number, json as what it says, bytea as bytes. */
  query(sql: string, parameters: readonly unknown[]): Promise<SqlResult>;
  /** Gives the connection back; a broken one is closed. */
  release(broken: boolean): void;
}

export interface SqlResult {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** `INSERT`, `COMMIT`… */
  readonly command: string;
  readonly affected: number;
}
