import { RikuyError } from '@rikuy/contracts';
import { reproduceModel, type Reproduction } from '@rikuy/engine';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { positiveInteger } from '../options.ts';

/** `rikuy reproduce customs [version]`: exit code 1 when a bit differs. */
export function reproduceCommand(): Command {
  return command('reproduce', {
    es: 'Vuelve a entrenar un modelo con sus datos y semilla, y compara bit por bit.',
    en: 'Trains a model again from its data and seed, and compares bit by bit.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument(
      '[version]',
      words({ es: 'versión; sin ella, el modelo en vigor', en: 'version; without it, the model in force' }),
    )
    .option('--threads <n>', words({ es: 'hilos', en: 'threads' }), positiveInteger, 1)
    .action(async (useCaseId: string, version: string | undefined, options: { threads: number }) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores, useCase }) => {
        const declared = useCase(useCaseId);
        const wanted = version ?? (await stores.modelStore.champion(declared.id))?.version;
        if (!wanted)
          throw new RikuyError('not-found', `${declared.id} has no model yet; run \`rikuy train ${declared.id}\`.`);
        const found = await reproduceModel(declared, stores, wanted, {
          threads: options.threads,
          onProgress: context.terminal.progress({ es: 'Reproduciendo', en: 'Reproducing' }),
        });
        context.terminal.result(found, () => describe(found, context.terminal.language));
        if (!found.identical) process.exitCode = 1;
      });
    });
}

function describe({ version, identical, files, dataset, thresholds }: Reproduction, language: 'es' | 'en'): string {
  const mark = (same: boolean): string => (same ? '=' : '≠');
  const verdict = {
    es: identical ? 'idéntico, bit por bit' : 'DISTINTO',
    en: identical ? 'identical, bit by bit' : 'DIFFERENT',
  }[language];
  return [
    `${version}: ${verdict}`,
    `${mark(dataset.registered === dataset.reproduced)} dataset ${dataset.registered.slice(0, 16)}`,
    ...files.map(
      ({ name, registered, reproduced }) => `${mark(registered === reproduced)} ${name} ${registered.slice(0, 16)}`,
    ),
    `${mark(thresholds)} thresholds`,
  ].join('\n');
}
