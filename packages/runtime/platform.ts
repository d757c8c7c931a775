import { join } from 'node:path';
import { RikuyError } from '@rikuy/contracts';
import {
  type Clock,
  createScoring,
  type DatasetStore,
  type LiveStores,
  type LiveUseCase,
  openUseCase,
  type Stores,
  systemClock,
  type UseCase,
} from '@rikuy/engine';
import { fileSnapshots, openDatasetStore } from '@rikuy/files';
import { openStores } from '@rikuy/postgres';
import { type Configuration, databaseDirectory, snapshotFolder } from './configuration.ts';
import { registerTrainingEngines } from './training-engines.ts';
import { useCases } from './use-cases.ts';

/** Everything, wired: the stores, the use cases, and those in service. */
export interface Platform {
  readonly configuration: Configuration;
  readonly stores: Stores;
  readonly datasets: DatasetStore;
  readonly clock: Clock;
  readonly useCases: readonly UseCase[];
  /** @throws RikuyError `unknown-use-case` */
  readonly useCase: (id: string) => UseCase;
  /** The use case in service; opened at the first call. @throws RikuyError `unknown-use-case` */
  readonly inService: (id: string) => Promise<UseCaseInService>;
  readonly close: () => Promise<void>;
}

export interface UseCaseInService {
  readonly live: LiveUseCase;
  readonly score: ReturnType<typeof createScoring>['score'];
}

/** What a platform keeps; without a place for snapshots of the state, a start reads the whole log. */
export type PlatformStores = Stores & Pick<LiveStores, 'featureSnapshots'>;

/** Opens the stores that the configuration names. @throws RikuyError `storage-in-use`, `storage-unavailable` */
export async function openPlatform(configuration: Configuration, clock: Clock = systemClock): Promise<Platform> {
  registerTrainingEngines(configuration);
  const stores = await openStores({ url: configuration.DATABASE_URL, directory: databaseDirectory(configuration) });
  // Beside the embedded database, whose log they belong to; with a server's, another history could come to stand there.
  const featureSnapshots = configuration.DATABASE_URL ? undefined : fileSnapshots(snapshotFolder(configuration));
  return createPlatform(configuration, { ...stores, featureSnapshots }, clock);
}

/** A platform over stores that are open already; dataset versions are kept in the data folder unless they have some. */
export function createPlatform(
  configuration: Configuration,
  opened: PlatformStores,
  clock: Clock = systemClock,
): Platform {
  const datasets = opened.datasets ?? openDatasetStore(join(configuration.RIKUY_DATA_DIR, 'datasets'), clock);
  const stores: PlatformStores = { ...opened, datasets };
  const inService = new Map<string, Promise<UseCaseInService>>();
  const useCase = (id: string): UseCase => {
    const found = useCases.find(one => one.id === id);
    if (!found)
      throw new RikuyError(
        'unknown-use-case',
        `There is no use case \`${id}\`; there are ${useCases.map(one => one.id).join(', ')}.`,
      );
    return found;
  };
  const open = async (id: string): Promise<UseCaseInService> => {
    const live = await openUseCase(useCase(id), stores, clock);
    return { live, score: createScoring(live, stores).score };
  };
  return {
    configuration,
    stores,
    datasets,
    clock,
    useCases,
    useCase,
    inService: id => {
      const already = inService.get(id);
      if (already) return already;
      const opening = open(id);
      inService.set(id, opening);
      opening.catch(() => inService.delete(id));
      return opening;
    },
    close: () => stores.close(),
  };
}
