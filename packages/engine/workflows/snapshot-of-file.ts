import type { DatasetVersion } from '@rikuy/contracts';
import type { DatasetStore } from '../ports/dataset-store.ts';
import { createMemoryStores } from '../ports/memory/memory-stores.ts';
import type { RecordSource } from '../ports/record-source.ts';
import type { UseCase } from '../use-case/use-case.ts';
import { ingestRecords } from './ingest-records.ts';
import { type SnapshotOptions, takeSnapshot } from './take-snapshot.ts';

export type FileSnapshotOptions = Omit<SnapshotOptions, 'file' | 'toSequence'> & { readonly rejectFolder: string };

/**
 * Keeps a file as a dataset version, read by the use case's declarations and loaded nowhere. Its entries are held in
 * memory, about a kilobyte each.
 */
export async function snapshotOfFile(
  useCase: UseCase,
  source: RecordSource,
  datasets: DatasetStore,
  options: FileSnapshotOptions,
): Promise<DatasetVersion> {
  const { eventLog } = createMemoryStores();
  const { clock, rejectFolder, onProgress } = options;
  const report = await ingestRecords(
    useCase,
    source,
    { eventLog },
    { recordType: useCase.decides, rejectFolder, clock, onProgress },
  );
  const { read, accepted, rejected, duplicates } = report;
  const sha256 = await source.fingerprint();
  const file = { kind: 'file', name: source.name, sha256, read, accepted, rejected, duplicates } as const;
  return takeSnapshot(useCase, { eventLog, datasets }, { ...options, file });
}
