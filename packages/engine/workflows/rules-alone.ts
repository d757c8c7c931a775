import type { FeatureVector } from '@rikuy/contracts';
import type { Column, Table } from '@rikuy/learn';
import type { EventLog } from '../ports/event-log.ts';
import type { FiredRule } from '../stages/decisions/fired-rule.ts';
import { ruleBook } from '../stages/decisions/rule-book.ts';
import { demandOf } from '../stages/decisions/under-rules.ts';
import type { ReplayedDataset } from '../stages/features/replay-dataset.ts';
import type { UseCase } from '../use-case/use-case.ts';

/**
 * How severe an outcome the rules and lists alone demand of these rows, from 0 to 1; null unless the plan has a baseline
 * of them. Rules read the record, so the log is read once more.
 */
export async function rulesAlone(
  useCase: UseCase,
  eventLog: Pick<EventLog, 'read'>,
  data: ReplayedDataset,
  rows: Int32Array,
): Promise<Float64Array | null> {
  if (!useCase.training.baselines?.some(({ kind }) => kind === 'rules')) return null;
  const scores = new Float64Array(rows.length);
  await visitFired(useCase, { eventLog, data, rows }, (place, fired) => {
    scores[place] = demandOf(useCase.policy, fired);
  });
  return scores;
}

interface RowsOfLog {
  readonly eventLog: Pick<EventLog, 'read'>;
  readonly data: ReplayedDataset;
  readonly rows: Int32Array;
}

/** The rules and lists that apply to each of these rows, by its place among them. */
export async function visitFired(
  useCase: UseCase,
  { eventLog, data: { X, eventIds, extent }, rows }: RowsOfLog,
  visit: (place: number, fired: readonly FiredRule[]) => void,
): Promise<void> {
  const places = new Map(Array.from(rows, (row, place) => [eventIds[row], place]));
  const firedOf = ruleBook(useCase);
  for await (const entries of eventLog.read({ useCase: useCase.id })) {
    for (const { kind, recordType, eventId, sequence, values, eventTime } of entries) {
      if (sequence > extent.toSequence) return;
      const place = kind === 'record' && recordType === useCase.decides ? places.get(eventId) : undefined;
      if (place === undefined) continue;
      visit(place, firedOf({ record: values, eventTime, vector: vectorAt(X, rows[place]) }));
    }
  }
}

function vectorAt({ columns }: Table, row: number): FeatureVector {
  return Object.fromEntries([...columns].map(([name, column]) => [name, valueAt(column, row)]));
}

function valueAt(column: Column, row: number): number | string | null {
  if (column.kind === 'category') return column.codes[row] < 0 ? null : column.levels[column.codes[row]];
  const value = column.values[row];
  return Number.isNaN(value) ? null : value;
}
