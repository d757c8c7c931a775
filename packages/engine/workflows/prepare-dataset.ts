import { type DatasetVersion, type ModelManifest, type QualityReport, RikuyError } from '@rikuy/contracts';
import type { DatasetStore } from '../ports/dataset-store.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { UseCase } from '../use-case/use-case.ts';
import { assessDataset, requireQuality } from './assess-dataset.ts';
import { type SnapshotOptions, takeSnapshot } from './take-snapshot.ts';

export interface PrepareOptions extends Omit<SnapshotOptions, 'file'> {
  /** Why data that fail their quality checks are used all the same; absent means that they are not. */
  readonly acceptQuality?: string;
}

/** Data that may be trained on. */
export interface PreparedDataset {
  readonly version: DatasetVersion;
  readonly quality: QualityReport;
  /** The part of the log that the version holds. */
  readonly range: { readonly toSequence?: number };
  /** How a model's manifest names it. */
  readonly named: Pick<ModelManifest['dataset'], 'version' | 'quality' | 'acceptedBecause'>;
}

/**
 * Keeps the log of a use case as a dataset version, and lets it pass only if its quality does or somebody says why not.
 * @throws RikuyError `quality-failed`
 */
export async function prepareDataset(
  useCase: UseCase,
  stores: { readonly eventLog: EventLog; readonly datasets: DatasetStore },
  options: PrepareOptions,
): Promise<PreparedDataset> {
  const version = await takeSnapshot(useCase, stores, options);
  if (version.source.kind !== 'log')
    throw new RikuyError(
      'internal',
      `The dataset version ${version.version} is of a file; a model is trained on the log.`,
    );
  const quality = await assessDataset(useCase, version, stores, options.clock);
  requireQuality(quality, options.acceptQuality);
  const accepted = quality.status === 'fail' && { acceptedBecause: options.acceptQuality };
  return {
    version,
    quality,
    range: { toSequence: version.source.toSequence },
    named: { version: version.version, quality: quality.status, ...accepted },
  };
}
