import { RikuyError } from '@rikuy/contracts';
import { describeFeatures, describeUseCase, summariseModel } from '@rikuy/engine';
import type { Handlers } from '../bind-routes.ts';
import type { Bench } from './bench.ts';

type Own = Pick<Handlers, 'useCases' | 'models' | 'model' | 'features'>;

/** What the platform knows of itself: use cases, models, features. */
export function knowledgeHandlers({ platform }: Bench): Own {
  const { modelStore } = platform.stores;
  return {
    useCases: async () => platform.useCases.map(describeUseCase),
    models: async ({ params }) => (await modelStore.list(platform.useCase(params.useCase).id)).map(summariseModel),
    model: async ({ params }) => {
      const { id } = platform.useCase(params.useCase);
      const manifest =
        params.id === 'champion' ? await modelStore.champion(id) : await modelStore.manifest(id, params.id);
      if (!manifest) throw new RikuyError('not-found', `There is no model ${params.id} of ${id}.`);
      return manifest;
    },
    features: async ({ params }) => {
      const useCase = platform.useCase(params.useCase);
      return [...describeFeatures(useCase, await modelStore.list(useCase.id))];
    },
  };
}
