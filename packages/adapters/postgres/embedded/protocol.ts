/** What the thread with the embedded database is asked, and what it answers. */

/** What the thread needs to start. */
export interface EmbeddedOptions {
  /** Folder of the database's files. */
  readonly directory: string;
  /** Folder with a fresh database to copy, made with the first one. */
  readonly template: string;
}

export type EmbeddedRequest =
  | { readonly kind: 'query'; readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'count-syncs'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number };

export type EmbeddedAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly id: number; readonly result: RawResult }
  | { readonly kind: 'syncs'; readonly id: number; readonly count: number }
  | { readonly kind: 'closed'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: RawFailure }
  | { readonly kind: 'not-started'; readonly failure: RawFailure };

/** Rows as the database wrote them; only bytea is read already. */
export interface RawResult {
  readonly fields: readonly { readonly name: string; readonly type: number }[];
  readonly rows: readonly (readonly unknown[])[];
  readonly command: string;
  readonly affected: number;
}

export interface RawFailure {
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly routine?: string;
}
