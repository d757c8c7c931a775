import { type ModelManifest, RikuyError } from '@rikuy/contracts';
import { describeFeatures, describeUseCase, summariseModel } from '@rikuy/engine';
import type { Handlers } from '../bind-routes.ts';
import type { Bench } from './bench.ts';

type Own = Pick<Handlers, 'useCases' | 'models' | 'model' | 'fairness' | 'features'>;

/** What the platform knows of itself: use cases, models, features. */
export function knowledgeHandlers({ platform }: Bench): Own {
  const { modelStore } = platform.stores;
  const find = async (useCase: string, version: string): Promise<ModelManifest> => {
    const { id } = platform.useCase(useCase);
    const manifest = version === 'champion' ? await modelStore.champion(id) : await modelStore.manifest(id, version);
    if (!manifest) throw new RikuyError('not-found', `There is no model ${version} of ${id}.`);
    return manifest;
  };
  return {
    useCases: async () => platform.useCases.map(describeUseCase),
    models: async ({ params }) => (await modelStore.list(platform.useCase(params.useCase).id)).map(summariseModel),
    model: async ({ params }) => find(params.useCase, params.id),
    fairness: async ({ params }) => {
      const { version, fairness = [] } = await find(params.useCase, params.id);
      return { version, fairness };
    },
    features: async ({ params }) => {
      const useCase = platform.useCase(params.useCase);
      return [...describeFeatures(useCase, await modelStore.list(useCase.id))];
    },
  };
}
