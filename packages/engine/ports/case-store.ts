import type { CaseFile, Decision, QueueItem, Verdict } from '@rikuy/contracts';
import type { LogEntry } from './event-log.ts';

export interface QueueFilter {
  readonly useCase: string;
  readonly day?: string;
  readonly office?: string;
  readonly outcome?: string;
  readonly status?: CaseFile['status'];
  /** Matches event id or entity by prefix. */
  readonly text?: string;
  readonly limit: number;
  /** The cursor of the page before. */
  readonly after?: string;
}

/** A case as the queue needs it; rank is 1 for the highest expected value of its office, day and outcome. */
export type RankedCase = Omit<QueueItem, 'withinCapacity'>;

export interface DayCount {
  readonly day: string;
  readonly office: string;
  readonly outcome: Decision['outcome'];
  readonly cases: number;
  readonly closed: number;
  readonly confirmed: number;
  readonly recovered: number;
  readonly expectedValue: number;
}

/** What a person found, about to be written; it becomes a label of the log in the same transaction. */
export interface NewVerdict {
  readonly verdict: Verdict;
  /** The revision of the case that the person saw. */
  readonly revision: number;
  readonly label: LogEntry;
}

export interface CaseStore {
  /** By day (newest first), then rank; with how many there are in all and the cursor of the next page. */
  queue(
    filter: QueueFilter,
  ): Promise<{ readonly items: readonly RankedCase[]; readonly total: number; readonly next: string | null }>;
  find(useCase: string, id: string): Promise<CaseFile | null>;
  findByDecision(useCase: string, decisionId: string): Promise<CaseFile | null>;
  /** @throws RikuyError `case-conflict` when the revision is not the current one, `not-found` */
  assign(useCase: string, id: string, revision: number, assignee: string | null): Promise<CaseFile>;
  /**
   * Closes the case with this verdict, keeps earlier ones, and appends the label, in one transaction.
   * @throws RikuyError `case-conflict`, `not-found`
   */
  giveVerdict(useCase: string, verdict: NewVerdict): Promise<CaseFile>;
  /** Counts by day, office and outcome, newest day first, from `fromDay` on. */
  countsByDay(useCase: string, fromDay?: string): Promise<readonly DayCount[]>;
}
