import type { Decision, DecisionContext, HistoryEntry } from '@rikuy/contracts';
import type { EventLog, RelatedRecord, StoredEntry } from '../ports/event-log.ts';
import { plainProgram } from '../expressions/plain-program.ts';
import { readsOfPeers } from '../expressions/use-case-scope.ts';
import type { UseCase } from '../use-case/use-case.ts';

const mostHistory = 100;
const mostPeers = 400;

/** The entity's past and the peers' figures as known when the decision was made. */
export async function decisionContext(
  useCase: UseCase,
  eventLog: Pick<EventLog, 'related'>,
  entry: StoredEntry,
  decision: Pick<Decision, 'decidedAt'>,
): Promise<DecisionContext> {
  const before = decision.decidedAt;
  const ask = (by: 'entity' | 'peerGroup', value: string | null, limit: number): Promise<readonly RelatedRecord[]> =>
    value === null ? Promise.resolve([]) : eventLog.related({ useCase: useCase.id, by, value, before, limit });
  const [past, peers] = await Promise.all([
    ask('entity', entry.entity, mostHistory),
    ask('peerGroup', entry.peerGroup, mostPeers),
  ]);
  const figureOf = peerFigure(useCase);
  const figures = peers.map(({ entry: peer }) => figureOf(peer)).filter(figure => figure !== null);
  return {
    entity: {
      field: useCase.entityField,
      value: entry.entity ?? '',
      events: past.length,
      verified: past.filter(({ label }) => label !== null).length,
      confirmed: past.filter(({ label }) => label === 1).length,
    },
    history: past.map(related => historyEntry(useCase, related, figureOf(related.entry))),
    peers: {
      title: useCase.peers.title,
      unit: useCase.peers.unit,
      value: figureOf(entry),
      values: figures.toReversed(),
      median: median(figures),
    },
  };
}

function historyEntry(
  useCase: UseCase,
  { entry, label, decisionId, outcome }: RelatedRecord,
  unitValue: number | null,
): HistoryEntry {
  const value = entry.values[useCase.valueField];
  return {
    eventId: entry.eventId,
    decisionId,
    eventTime: entry.eventTime,
    value: typeof value === 'number' ? value : null,
    unitValue,
    outcome,
    label,
  };
}

/** The figure by which a record is compared with its peers; null where it has none. */
function peerFigure(useCase: UseCase): (entry: StoredEntry) => number | null {
  const evaluate = plainProgram(useCase, [useCase.peers.value], {
    subject: 'the comparison with peers',
    reads: readsOfPeers,
  });
  return ({ values, eventTime }) => {
    const [figure] = evaluate({ record: values, eventTime, vector: {} });
    return typeof figure === 'number' && Number.isFinite(figure) ? figure : null;
  };
}

function median(figures: readonly number[]): number | null {
  if (figures.length === 0) return null;
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
