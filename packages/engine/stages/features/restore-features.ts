import { RikuyError } from '@rikuy/contracts';
import type { EventLog, StoredEntry } from '../../ports/event-log.ts';
import type { FeatureSnapshots } from '../../ports/feature-snapshots.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import { createFeatureEngine, type FeatureEngine } from './feature-engine.ts';
import { type FeatureSnapshot, type LogPosition, readSnapshot, writeSnapshot } from './snapshot.ts';

export interface RestoreOptions {
  readonly snapshots?: FeatureSnapshots;
  /** A snapshot is saved when so many entries had to be read; absent means 20,000. */
  readonly saveAfter?: number;
  /** Called with every entry that is read. */
  readonly onEntry?: (entry: StoredEntry) => void;
}

export interface RestoredFeatures {
  readonly engine: FeatureEngine;
  readonly position: LogPosition;
  /** Entries read from the log. */
  readonly read: number;
  /** Why a snapshot that was there did not serve. */
  readonly refused: RikuyError | null;
}

const usualSaveAfter = 20_000;

/**
 * An engine in the state of the log's end, as if it had served all along: from the newest snapshot and the entries
 * after it, or from the whole log where no snapshot serves.
 */
export async function restoreFeatures(
  useCase: UseCase,
  eventLog: Pick<EventLog, 'read'>,
  { snapshots, saveAfter = usualSaveAfter, onEntry }: RestoreOptions = {},
): Promise<RestoredFeatures> {
  const found = await loadSnapshot(useCase, snapshots);
  const restored =
    (found.snapshot && (await followLog(useCase, eventLog, { from: found.snapshot, onEntry }))) ??
    (await followLog(useCase, eventLog, { from: null, onEntry }))!;
  if (snapshots && restored.read >= saveAfter) await saveFeatures(useCase, restored, snapshots);
  return { ...restored, refused: found.refused };
}

/** Saves the state of an engine, which must be that of this position of the log. */
export async function saveFeatures(
  useCase: UseCase,
  { engine, position }: Pick<RestoredFeatures, 'engine' | 'position'>,
  snapshots: FeatureSnapshots,
): Promise<void> {
  await snapshots.save(useCase.id, writeSnapshot(useCase, { position, columns: engine.save() }));
}

async function loadSnapshot(
  useCase: UseCase,
  snapshots: FeatureSnapshots | undefined,
): Promise<{ readonly snapshot: FeatureSnapshot | null; readonly refused: RikuyError | null }> {
  const bytes = (await snapshots?.load(useCase.id)) ?? null;
  if (bytes === null) return { snapshot: null, refused: null };
  try {
    return { snapshot: readSnapshot(useCase, bytes), refused: null };
  } catch (error) {
    if (error instanceof RikuyError && error.code === 'snapshot-refused') return { snapshot: null, refused: error };
    throw error;
  }
}

/**
 * Takes the entries after a snapshot, or all. null when the log has meanwhile got an entry that was known before the
 * snapshot's last one, as a load of older history brings: its place is inside the snapshot.
 */
async function followLog(
  useCase: UseCase,
  eventLog: Pick<EventLog, 'read'>,
  { from, onEntry }: { readonly from: FeatureSnapshot | null; readonly onEntry?: (entry: StoredEntry) => void },
): Promise<Omit<RestoredFeatures, 'refused'> | null> {
  const engine = createFeatureEngine(useCase, from?.columns);
  let { knownAt, sequence } = from?.position ?? { knownAt: -Infinity, sequence: 0 };
  let read = 0;
  const range = from === null ? {} : { fromSequence: sequence + 1 };
  for await (const batch of eventLog.read({ useCase: useCase.id, ...range })) {
    for (const entry of batch) {
      if (entry.knownAt < knownAt) return null;
      engine.take(entry);
      knownAt = entry.knownAt;
      sequence = Math.max(sequence, entry.sequence);
      read++;
      onEntry?.(entry);
    }
  }
  return { engine, position: { knownAt, sequence }, read };
}
