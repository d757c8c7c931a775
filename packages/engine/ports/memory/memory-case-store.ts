import type { CaseFile } from '@rikuy/contracts';
import type { CaseStore, DayCount, NewVerdict, QueueFilter, RankedCase } from '../case-store.ts';
import { type QueuePosition, readQueueCursor, writeQueueCursor } from '../queue-cursor.ts';
import { caseChanged, caseNotFound } from '../refusals.ts';
import { storedCopy } from './copy.ts';
import type { StoredCase, UseCaseLedger } from './use-case-ledger.ts';

export class MemoryCaseStore implements CaseStore {
  private readonly ledgerOf: (useCase: string) => UseCaseLedger;

  constructor(ledgerOf: (useCase: string) => UseCaseLedger) {
    this.ledgerOf = ledgerOf;
  }

  async queue(filter: QueueFilter) {
    const matching = rankCases([...this.ledgerOf(filter.useCase).cases.values()])
      .filter(row => isWanted(row, filter))
      .sort((a, b) => compare(positionOf(a), positionOf(b)));
    const after = filter.after === undefined ? null : readQueueCursor(filter.after);
    const rest = after ? matching.filter(row => compare(positionOf(row), after) > 0) : matching;
    const items = rest.slice(0, filter.limit);
    const last = items.at(-1);
    const next = last && rest.length > items.length ? writeQueueCursor(positionOf(last)) : null;
    return { items: items.map(storedCopy), total: matching.length, next };
  }

  async find(useCase: string, id: string): Promise<CaseFile | null> {
    const found = this.ledgerOf(useCase).cases.get(id);
    return found ? storedCopy(found.file) : null;
  }

  async findByDecision(useCase: string, decisionId: string): Promise<CaseFile | null> {
    const found = [...this.ledgerOf(useCase).cases.values()].find(({ file }) => file.decisionId === decisionId);
    return found ? storedCopy(found.file) : null;
  }

  async assign(useCase: string, id: string, revision: number, assignee: string | null): Promise<CaseFile> {
    const found = this.seenCase(useCase, id, revision);
    const { file } = found;
    const status = file.status === 'closed' ? 'closed' : assignee === null ? 'open' : 'claimed';
    found.file = { ...file, assignee, status, revision: revision + 1 };
    return storedCopy(found.file);
  }

  async giveVerdict(useCase: string, { verdict, revision, label }: NewVerdict): Promise<CaseFile> {
    const found = this.seenCase(useCase, verdict.caseId, revision);
    return storedCopy(this.ledgerOf(useCase).closeCase(found, verdict, label));
  }

  async countsByDay(useCase: string, fromDay = ''): Promise<readonly DayCount[]> {
    const cases = [...this.ledgerOf(useCase).cases.values()].filter(({ file }) => file.day >= fromDay);
    const groups = Map.groupBy(cases, groupOf);
    return [...groups.values()].map(countCases).sort(compareCounts);
  }

  private seenCase(useCase: string, id: string, revision: number): StoredCase {
    const found = this.ledgerOf(useCase).cases.get(id);
    if (!found) throw caseNotFound(useCase, id);
    if (found.file.revision !== revision) throw caseChanged(id, revision, found.file.revision);
    return found;
  }
}

function groupOf({ file, decision }: StoredCase): string {
  return JSON.stringify([file.day, file.office, decision.outcome]);
}

function rankCases(cases: readonly StoredCase[]): readonly RankedCase[] {
  return [...Map.groupBy(cases, groupOf).values()].flatMap(group =>
    group
      .sort((a, b) => expectedValueOf(b) - expectedValueOf(a) || (a.file.id < b.file.id ? -1 : 1))
      .map((found, above) => toRankedCase(found, above + 1)),
  );
}

function expectedValueOf({ decision }: StoredCase): number {
  return decision.expectedValue.amount;
}

function toRankedCase({ file, entity, decision }: StoredCase, rank: number): RankedCase {
  const { id: caseId, decisionId, eventId, office, day, status, assignee, revision } = file;
  const { outcome, lane, score, expectedValue, eventTime, reasons } = decision;
  const identity = { caseId, decisionId, eventId, rank, entity, office, day, status, assignee, revision };
  const label = file.verdicts.at(-1)?.label ?? null;
  return { ...identity, outcome, lane, score, expectedValue, eventTime, label, reasons };
}

function isWanted(row: RankedCase, { day, office, outcome, status, text }: QueueFilter): boolean {
  return (
    (day ?? row.day) === row.day &&
    (office ?? row.office) === row.office &&
    (outcome ?? row.outcome) === row.outcome &&
    (status ?? row.status) === row.status &&
    (text === undefined || row.eventId.startsWith(text) || row.entity.startsWith(text))
  );
}

function positionOf({ day, rank, expectedValue, caseId }: RankedCase): QueuePosition {
  return { day, rank, expectedValue: expectedValue.amount, caseId };
}

function compare(a: QueuePosition, b: QueuePosition): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.expectedValue !== b.expectedValue) return b.expectedValue - a.expectedValue;
  return a.caseId === b.caseId ? 0 : a.caseId < b.caseId ? -1 : 1;
}

function countCases(group: readonly StoredCase[]): DayCount {
  const [{ file, decision }] = group as readonly [StoredCase];
  const verdicts = group.flatMap(found => found.file.verdicts.slice(-1));
  return {
    day: file.day,
    office: file.office,
    outcome: decision.outcome,
    cases: group.length,
    closed: group.filter(found => found.file.status === 'closed').length,
    confirmed: verdicts.filter(({ label }) => label === 1).length,
    recovered: verdicts.reduce((sum, { recovered }) => sum + (recovered?.amount ?? 0), 0),
    expectedValue: group.reduce((sum, found) => sum + expectedValueOf(found), 0),
  };
}

function compareCounts(a: DayCount, b: DayCount): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  if (a.office !== b.office) return a.office < b.office ? -1 : 1;
  return a.outcome < b.outcome ? -1 : 1;
}
