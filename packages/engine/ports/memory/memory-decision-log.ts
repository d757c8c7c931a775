import type { Decision } from '@rikuy/contracts';
import type { DecisionFilter, DecisionHit, DecisionLog, DecisionOutcome, NewDecision } from '../decision-log.ts';
import { inBatches, storedCopy } from './copy.ts';
import type { StoredDecision, UseCaseLedger } from './use-case-ledger.ts';

export class MemoryDecisionLog implements DecisionLog {
  private readonly ledgerOf: (useCase: string) => UseCaseLedger;

  constructor(ledgerOf: (useCase: string) => UseCaseLedger) {
    this.ledgerOf = ledgerOf;
  }

  async append(given: NewDecision): Promise<DecisionOutcome> {
    const ledger = this.ledgerOf(given.entry.useCase);
    const earlier = ledger.decisionsByEvent.get(given.entry.eventId);
    if (earlier) return { kind: 'repeated', decision: storedCopy(earlier.decision) };
    return { kind: 'written', decision: storedCopy(ledger.appendDecision(given)) };
  }

  async find(useCase: string, id: string): Promise<Decision | null> {
    const found = this.ledgerOf(useCase).decisions.find(({ decision }) => decision.id === id);
    return found ? storedCopy(found.decision) : null;
  }

  async findByEvent(useCase: string, eventId: string): Promise<Decision | null> {
    const found = this.ledgerOf(useCase).decisionsByEvent.get(eventId);
    return found ? storedCopy(found.decision) : null;
  }

  read({ useCase, fromDecidedAt = -Infinity, outcome }: DecisionFilter): AsyncIterable<readonly Decision[]> {
    const decisions = this.ledgerOf(useCase)
      .decisions.map(({ decision }) => decision)
      .filter(decision => decision.decidedAt >= fromDecidedAt && (outcome ?? decision.outcome) === decision.outcome);
    return inBatches(decisions);
  }

  async search(useCase: string, text: string, limit: number): Promise<readonly DecisionHit[]> {
    return this.ledgerOf(useCase)
      .decisions.filter(stored => matches(stored, text))
      .toReversed()
      .slice(0, limit)
      .map(toHit);
  }

  async counts(useCase: string): Promise<Readonly<Record<string, number>>> {
    const byOutcome = Object.groupBy(this.ledgerOf(useCase).decisions, ({ decision }) => decision.outcome);
    return Object.fromEntries(Object.entries(byOutcome).map(([outcome, found]) => [outcome, found?.length ?? 0]));
  }
}

function matches({ decision, caseId, entity }: StoredDecision, text: string): boolean {
  return [decision.eventId, decision.id, caseId, entity].some(name => name?.startsWith(text));
}

function toHit({ decision, caseId, entity }: StoredDecision): DecisionHit {
  const { id: decisionId, eventId, outcome, eventTime } = decision;
  return { decisionId, caseId, eventId, entity, outcome, eventTime };
}
