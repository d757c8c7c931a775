import { type RecordValues, RikuyError } from '@rikuy/contracts';
import type { EventLog } from '../ports/event-log.ts';
import { recordEntry } from '../use-case/log-entries.ts';
import type { LiveUseCase } from './live-use-case.ts';

/**
 * Takes records that are not decided but looked back on: visits, indicators, actions. They count from now on; the state
 * learns them when they are durable, and no event is decided in between.
 * @param records validated, of one type, in the order in which they became known
 * @returns how many were new; one whose identity is known is left out
 * @throws RikuyError `invalid-request` for the type that is decided
 */
export async function recordEvents(
  live: LiveUseCase,
  { eventLog }: { readonly eventLog: EventLog },
  { recordType, records }: { readonly recordType: string; readonly records: readonly RecordValues[] },
): Promise<{ readonly appended: number; readonly duplicates: number }> {
  if (recordType === live.useCase.decides) {
    throw new RikuyError(
      'invalid-request',
      `Records of type ${recordType} are decided, not only kept: score them, or load history by \`rikuy ingest\`.`,
    );
  }
  if (records.length === 0) return { appended: 0, duplicates: 0 };
  return live.gate.alone(async () => {
    const features = live.features();
    // A time of their own, like a label's: another transaction writes the events around them.
    const knownAt = live.knownClock.forLabel();
    const entries = records.map(values => recordEntry(live.useCase, values, { recordType, knownAt }));
    try {
      const { appended, duplicates } = await eventLog.append(entries);
      for (const entry of entries) features.take(entry);
      return { appended, duplicates: duplicates.length };
    } catch (cause) {
      live.distrustState();
      throw cause;
    }
  });
}
