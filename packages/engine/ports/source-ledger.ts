import type { ErrorCode } from '@rikuy/contracts';
import type { SourceCursor } from './source.ts';

/** One load of a source: `read = accepted + rejected + duplicates`, always, of what it has loaded so far. */
export interface SourceLoad {
  readonly loadId: string;
  readonly source: string;
  readonly useCase: string;
  readonly recordType: string;
  /** `running` also where the process was killed; the next load of the source goes on with it. */
  readonly state: 'running' | 'done' | 'failed';
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly converted: number;
  /** Where it began and where it has come to. */
  readonly from: SourceCursor | null;
  readonly to: SourceCursor | null;
  readonly rejectFiles: readonly string[];
  /** Epoch ms. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Processes that ended without ending it. */
  readonly interruptions: number;
  readonly error: { readonly code: ErrorCode; readonly message: string } | null;
}

/** How far a source has been loaded. */
export interface SourcePosition {
  readonly cursor: SourceCursor | null;
  /** Portions of rows loaded ever; numbers the next. */
  readonly portions: number;
}

/** The process that loads a source. */
export interface SourceHolder {
  /** Unique to this loading. */
  readonly token: string;
  readonly host: string;
  readonly pid: number;
}

export type SourceClaim =
  | { readonly kind: 'granted'; readonly position: SourcePosition; readonly unfinished: SourceLoad | null }
  | { readonly kind: 'busy'; readonly holder: SourceHolder; readonly since: number };

/** Who loads which source, how far it has come, and what became of every load. */
export interface SourceLedger {
  /**
   * Gives the source to one loader until a time, unless another has it whose time is not over and who is not `over`, the
   * token of a holder known to be gone. Times are epoch ms.
   */
  claim(request: {
    readonly source: string;
    readonly holder: SourceHolder;
    readonly now: number;
    readonly until: number;
    readonly over?: string;
  }): Promise<SourceClaim>;
  /** @throws RikuyError `source-in-use` when the source was given to another meanwhile; `save` as well */
  extend(source: string, token: string, until: number): Promise<void>;
  /** Keeps a load and how far its source has come, together. */
  save(token: string, load: SourceLoad, position: SourcePosition): Promise<void>;
  /** Gives the source back; nothing where another has it. */
  release(source: string, token: string): Promise<void>;
  /** The loads of one source or of all, newest first. */
  loads(query: { readonly source?: string; readonly limit: number }): Promise<readonly SourceLoad[]>;
}
