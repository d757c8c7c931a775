/** Something that somebody did. */
export interface AuditEntry {
  readonly at: number;
  readonly actor: string;
  /** `verdict.given`, `model.promoted`… */
  readonly action: string;
  readonly useCase: string | null;
  /** The id of what it was done to. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ChainedEntry extends AuditEntry {
  readonly position: number;
  /** SHA-256 of the entry's canonical JSON and the hash of the one before. */
  readonly hash: string;
}

/** Append-only; each entry's hash covers the one before, so that a changed, missing or moved entry shows. */
export interface AuditTrail {
  append(entry: AuditEntry): Promise<void>;
  read(): AsyncIterable<readonly ChainedEntry[]>;
}
