import type { LabelRecord } from '@rikuy/contracts';
import type { EventLog, StoredEntry } from '../ports/event-log.ts';

export interface LabelQuery {
  /** Only of this event: its whole history. */
  readonly eventId?: string;
  readonly limit: number;
}

/** Labels of a use case, those that became known last first, each with what it corrected. */
export async function labelHistory(
  useCase: { readonly id: string },
  eventLog: Pick<EventLog, 'labels'>,
  { eventId, limit }: LabelQuery,
): Promise<readonly LabelRecord[]> {
  const newest = await eventLog.labels({ useCase: useCase.id, eventId, limit });
  const events = [...new Set(newest.map(entry => entry.eventId))];
  const histories = await Promise.all(
    events.map(event => eventLog.labels({ useCase: useCase.id, eventId: event, limit: mostCorrections })),
  );
  const before = new Map(histories.flatMap(history => history.map((entry, i) => [entry.sequence, history[i + 1]])));
  return newest.map(entry => toRecord(entry, before.get(entry.sequence)));
}

/** Nobody corrects a label so often. */
const mostCorrections = 1000;

function toRecord(entry: StoredEntry, before: StoredEntry | undefined): LabelRecord {
  const { eventId, sequence, eventTime, knownAt, values } = entry;
  const { label, amount, verifiedBy } = values;
  return {
    eventId,
    sequence,
    eventTime,
    knownAt,
    label: labelOf(label),
    amount: typeof amount === 'number' ? amount : null,
    source: typeof verifiedBy === 'string' ? 'verdict' : 'load',
    verifiedBy: typeof verifiedBy === 'string' ? verifiedBy : null,
    corrects: before ? labelOf(before.values['label']) : null,
  };
}

function labelOf(value: unknown): 0 | 1 {
  return value === 1 ? 1 : 0;
}
