import { type DatasetVersion, RikuyError } from '@rikuy/contracts';
import {
  assessDataset,
  compareDatasets,
  labelHistory,
  profileDataset,
  profilePage,
  summariseDatasets,
  takeSnapshot,
} from '@rikuy/engine';
import type { Handlers } from '../bind-routes.ts';
import { languageOf } from '../problems.ts';
import type { Bench } from './bench.ts';

type Own = Pick<
  Handlers,
  'datasets' | 'takeDataset' | 'dataset' | 'datasetProfile' | 'datasetProfilePage' | 'datasetDiff' | 'labels'
>;

/** Dataset versions, their quality and profile, and labels. */
export function dataHandlers({ platform }: Bench): Own {
  const { datasets, stores, clock } = platform;
  const find = async ({ useCase, id }: { readonly useCase: string; readonly id: string }): Promise<DatasetVersion> => {
    const declared = platform.useCase(useCase);
    const found = id === 'newest' ? (await datasets.list(declared.id))[0] : await datasets.find(declared.id, id);
    if (!found) throw new RikuyError('not-found', `There is no dataset version ${id} of ${declared.id}.`);
    return found;
  };
  const profileOf = async (params: { readonly useCase: string; readonly id: string }) =>
    profileDataset(platform.useCase(params.useCase), await find(params), datasets, { clock });
  return {
    datasets: async ({ params }) => summariseDatasets(platform.useCase(params.useCase), { ...stores, datasets }),
    takeDataset: async ({ params, user }) => {
      const useCase = platform.useCase(params.useCase);
      const taken = { eventLog: stores.eventLog, datasets };
      const version = await takeSnapshot(useCase, taken, { clock, by: user!.id });
      return { version, quality: await assessDataset(useCase, version, taken, clock) };
    },
    dataset: async ({ params }) => {
      const version = await find(params);
      const models = await stores.modelStore.list(version.useCase);
      return {
        version,
        quality: await datasets.quality(version.useCase, version.version),
        models: models.filter(({ dataset }) => dataset.version === version.version).map(model => model.version),
      };
    },
    datasetProfile: ({ params }) => profileOf(params),
    datasetProfilePage: async ({ params, request }) => {
      const profile = await profileOf(params);
      const html = profilePage(profile, languageOf(request.headers['accept-language']));
      return { name: `${profile.useCase}-${profile.dataset}.html`, html };
    },
    datasetDiff: async ({ params, query }) => {
      const after = await find(params);
      const before = await find({ ...params, id: query.since });
      return compareDatasets({ before, after }, datasets);
    },
    labels: async ({ params, query }) => [
      ...(await labelHistory(platform.useCase(params.useCase), stores.eventLog, query)),
    ],
  };
}
