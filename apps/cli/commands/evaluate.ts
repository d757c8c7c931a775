import { RikuyError } from '@rikuy/contracts';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { describeModel } from './train.ts';

/** `rikuy evaluate customs [version]` */
export function evaluateCommand(): Command {
  return command('evaluate', {
    es: 'Muestra las cifras de un modelo registrado.',
    en: 'Shows the figures of a registered model.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument(
      '[version]',
      words({ es: 'versión; sin ella, el modelo en vigor', en: 'version; without it, the model in force' }),
    )
    .action(async (useCaseId: string, version: string | undefined, options: object) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores, useCase }) => {
        const { id } = useCase(useCaseId);
        const manifest = version ? await stores.modelStore.manifest(id, version) : await stores.modelStore.champion(id);
        if (!manifest)
          throw new RikuyError(
            'not-found',
            version ? `There is no model ${version} of ${id}.` : `${id} has no model yet; run \`rikuy train ${id}\`.`,
          );
        context.terminal.result(manifest, () => describeModel(manifest, context.terminal.language));
      });
    });
}
