import type { Random } from '@rikuy/learn';
import { dayMs } from '../expressions/duration.ts';
import type { EngineEntry } from '../stages/features/feature-engine.ts';
import type { UseCase } from '../use-case/use-case.ts';

const rounds = 6;
const daysBetweenRounds = 9;

/**
 * A history made of a few records: they come again and again at later times, most of them get a label some days later,
 * some come late. In the order of the log.
 */
export function historyOf(
  useCase: UseCase,
  records: readonly EngineEntry[],
  { random }: { readonly random: Random },
): readonly EngineEntry[] {
  const events = Array.from({ length: rounds }, (_, round) =>
    records.map((one, i) => again(useCase, one, { round, i, random })),
  );
  const entries = events.flat().flatMap(event => [event, ...labelsOf(useCase, event, random)]);
  return entries.sort((a, b) => a.knownAt - b.knownAt);
}

interface Repetition {
  readonly round: number;
  readonly i: number;
  readonly random: Random;
}

/** The record as if it had happened again: another time, another identity, else the same. */
function again(useCase: UseCase, record: EngineEntry, { round, i, random }: Repetition): EngineEntry {
  const eventTime = record.eventTime + (round * daysBetweenRounds + random.next()) * dayMs;
  const lateness = random.next() < 0.2 ? random.next() * 20 * dayMs : 0;
  return {
    ...record,
    eventId: `${record.recordType}-${round}-${i}`,
    eventTime,
    knownAt: eventTime + lateness,
    values: { ...record.values, [useCase.records[record.recordType].timeField]: eventTime },
  };
}

function labelsOf(useCase: UseCase, event: EngineEntry, random: Random): readonly EngineEntry[] {
  if (event.recordType !== useCase.decides || random.next() < 0.3) return [];
  const label = random.next() < 0.5 ? 1 : 0;
  const knownAt = event.knownAt + random.next() * 12 * dayMs;
  return [{ ...event, kind: 'label', knownAt, values: { label, amount: label * 100 } }];
}
