import type { Decision } from '@rikuy/contracts';
import type { LogEntry } from './event-log.ts';

/** A decision about to be written: what it decides becomes part of the event log in the same transaction. */
export interface NewDecision {
  readonly entry: LogEntry;
  /** The log gives the sequence. */
  readonly decision: Omit<Decision, 'sequence'>;
  /** The case that people will work on, if they will. */
  readonly caseFile: NewCase | null;
}

export interface NewCase {
  readonly id: string;
  readonly office: string;
  /** `2026-12-31` in the use case's zone. */
  readonly day: string;
}

export type DecisionOutcome =
  | { readonly kind: 'written'; readonly decision: Decision }
  /** The event had been decided before; nothing was written. */
  | { readonly kind: 'repeated'; readonly decision: Decision };

export interface DecisionFilter {
  readonly useCase: string;
  readonly fromDecidedAt?: number;
  readonly outcome?: string;
}

export interface DecisionLog {
  /**
   * Writes entry, decision and case in one transaction and resolves when they are durable. Calls made in the same turn
   * share a commit. Event ids are unique: a second decision of one event is never written.
   * @throws RikuyError `event-conflict` when the log has the event as a loaded record without a decision;
   * `invalid-record` when a text cannot be stored; neither disturbs calls of the same turn
   */
  append(decision: NewDecision): Promise<DecisionOutcome>;
  find(useCase: string, id: string): Promise<Decision | null>;
  findByEvent(useCase: string, eventId: string): Promise<Decision | null>;
  /** In the order of the log. */
  read(filter: DecisionFilter): AsyncIterable<readonly Decision[]>;
  /** Newest first; matches event id, decision id, case id or the entry's entity by prefix. */
  search(useCase: string, text: string, limit: number): Promise<readonly DecisionHit[]>;
  /** Decisions by outcome. */
  counts(useCase: string): Promise<Readonly<Record<string, number>>>;
}

export interface DecisionHit {
  readonly decisionId: string;
  readonly caseId: string | null;
  readonly eventId: string;
  readonly entity: string;
  readonly outcome: string;
  readonly eventTime: number;
}
