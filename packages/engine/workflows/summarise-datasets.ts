import type { DatasetSummary } from '@rikuy/contracts';
import type { DatasetStore } from '../ports/dataset-store.ts';
import type { Stores } from '../ports/stores.ts';

/** The dataset versions of a use case, newest first, with their quality and the models trained on them. */
export async function summariseDatasets(
  { id }: { readonly id: string },
  { datasets, modelStore }: Pick<Stores, 'modelStore'> & { readonly datasets: DatasetStore },
): Promise<DatasetSummary[]> {
  const models = await modelStore.list(id);
  const versions = await datasets.list(id);
  return Promise.all(
    versions.map(async version => ({
      version,
      quality: (await datasets.quality(id, version.version))?.status ?? null,
      models: models.filter(({ dataset }) => dataset.version === version.version).map(model => model.version),
    })),
  );
}
