import type { CaseFile, Decision, Verdict } from '@rikuy/contracts';
import { canonicalJson } from '../canonical-json.ts';
import type { NewCase, NewDecision } from '../decision-log.ts';
import type { LogEntry, StoredEntry } from '../event-log.ts';
import { recordWithoutDecision } from '../refusals.ts';
import { storedCopy } from './copy.ts';

export interface StoredDecision {
  readonly decision: Decision;
  readonly caseId: string | null;
  readonly entity: string;
}

export interface StoredCase {
  file: CaseFile;
  readonly entity: string;
  readonly decision: Decision;
}

/** Everything that one use case has written: the log, and what hangs on it. */
export class UseCaseLedger {
  readonly entries: StoredEntry[] = [];
  readonly records = new Map<string, StoredEntry>();
  /** By event, in the order of the log. */
  readonly labels = new Map<string, StoredEntry[]>();
  readonly decisions: StoredDecision[] = [];
  readonly decisionsByEvent = new Map<string, StoredDecision>();
  readonly cases = new Map<string, StoredCase>();
  /** Nothing that arrives now may count as known before this: the latest decision's moment. */
  private decidedAt = -Infinity;

  /** Appends what is new; null for a duplicate. */
  append(entry: LogEntry): StoredEntry | null {
    if (this.isDuplicate(entry)) return null;
    const stored: StoredEntry = {
      ...storedCopy(entry),
      knownAt: Math.max(entry.knownAt, this.decidedAt),
      sequence: this.entries.length + 1,
    };
    this.entries.push(stored);
    if (stored.kind === 'record') this.records.set(stored.eventId, stored);
    else this.keepLabel(stored);
    return stored;
  }

  appendDecision(given: NewDecision): Decision {
    const { decision, caseFile } = storedCopy(given);
    const entry = this.append(given.entry);
    if (!entry) throw recordWithoutDecision();
    this.decidedAt = entry.knownAt;
    const written = { ...decision, sequence: entry.sequence };
    const stored = { decision: written, caseId: caseFile?.id ?? null, entity: entry.entity ?? '' };
    this.decisions.push(stored);
    this.decisionsByEvent.set(written.eventId, stored);
    if (caseFile) this.openCase(caseFile, stored);
    return written;
  }

  closeCase(found: StoredCase, verdict: Verdict, label: LogEntry): CaseFile {
    const verdicts = [...found.file.verdicts, storedCopy(verdict)];
    this.append(label);
    found.file = { ...found.file, status: 'closed', revision: found.file.revision + 1, verdicts };
    return found.file;
  }

  private isDuplicate({ kind, eventId, values }: LogEntry): boolean {
    if (kind === 'record') return this.records.has(eventId);
    const newest = this.labels.get(eventId)?.at(-1);
    return newest !== undefined && canonicalJson(newest.values) === canonicalJson(values);
  }

  private keepLabel(label: StoredEntry): void {
    const labels = [...(this.labels.get(label.eventId) ?? []), label];
    this.labels.set(label.eventId, labels.sort(compareInLog));
  }

  private openCase({ id, office, day }: NewCase, { decision, entity }: StoredDecision): void {
    const { useCase, id: decisionId, eventId } = decision;
    const identity = { id, useCase, decisionId, eventId, day, office };
    const file: CaseFile = { ...identity, status: 'open', assignee: null, revision: 1, verdicts: [] };
    this.cases.set(id, { file, entity, decision });
  }
}

/** The order of the log. */
export function compareInLog(a: StoredEntry, b: StoredEntry): number {
  return a.knownAt - b.knownAt || a.sequence - b.sequence;
}
