import type { EventLog, StoredEntry } from '../../ports/event-log.ts';
import type { FeatureEngine } from './feature-engine.ts';

/** Brings an engine that has seen nothing to the state of the log's end, as if it had served all along. */
export async function restoreFeatures(
  engine: FeatureEngine,
  eventLog: Pick<EventLog, 'read'>,
  onEntry?: (entry: StoredEntry) => void,
): Promise<void> {
  for await (const batch of eventLog.read({ useCase: engine.useCase })) {
    for (const entry of batch) {
      engine.take(entry);
      onEntry?.(entry);
    }
  }
}
