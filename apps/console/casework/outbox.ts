/** How long a verdict by keyboard waits for an undo, milliseconds. */
export const undoWindow = 6000;

/** A verdict that was pressed and not yet sent, or could not be sent. */
export interface OutboxEntry {
  readonly useCase: string;
  readonly caseId: string;
  readonly decisionId: string;
  readonly eventId: string;
  /** The case as the person saw it. */
  readonly revision: number;
  readonly label: 0 | 1;
  /** Epoch milliseconds. */
  readonly sendAt: number;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** Only where it failed. */
  readonly error?: unknown;
}

export type Pressed = Omit<OutboxEntry, 'sendAt' | 'state' | 'error'>;
type Entries = readonly OutboxEntry[];

/** Puts a verdict in; a second one on the same case replaces the first, unless that is on its way already. */
export function pressed(entries: Entries, verdict: Pressed, now: number): Entries {
  if (entries.some(({ caseId, state }) => caseId === verdict.caseId && state === 'sending')) return entries;
  return [...without(entries, verdict.caseId), { ...verdict, sendAt: now + undoWindow, state: 'waiting' }];
}

/** Takes the newest verdict that still waits out again. */
export function undone(entries: Entries): Entries {
  const last = entries.findLast(({ state }) => state === 'waiting');
  return last ? without(entries, last.caseId) : entries;
}

/** Those whose time has come. */
export function due(entries: Entries, now: number): Entries {
  return entries.filter(({ state, sendAt }) => state === 'waiting' && sendAt <= now);
}

export function without(entries: Entries, caseId: string): Entries {
  return entries.filter(entry => entry.caseId !== caseId);
}

/** The same entries with one of them changed. */
export function changed(entries: Entries, caseId: string, change: Partial<OutboxEntry>): Entries {
  return entries.map(entry => (entry.caseId === caseId ? { ...entry, ...change } : entry));
}
