import { writeFile } from 'node:fs/promises';
import { RikuyError } from '@rikuy/contracts';
import { modelCard, summariseModel } from '@rikuy/engine';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { textTable } from '../output/table.ts';

/** `rikuy models list customs`; `rikuy models card customs champion --out card.html` */
export function modelsCommand(): Command {
  return command('models', { es: 'Modelos registrados y sus fichas.', en: 'Registered models and their cards.' })
    .addCommand(listCommand())
    .addCommand(cardCommand());
}

function listCommand(): Command {
  return command('list', {
    es: 'Los modelos registrados, el más nuevo primero.',
    en: 'Registered models, newest first.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .action(async (useCaseId: string, options: object) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores, useCase }) => {
        const models = (await stores.modelStore.list(useCase(useCaseId).id)).map(summariseModel);
        context.terminal.result(models, () =>
          textTable(
            ['version', 'stage', 'model', 'AUC', 'AP'],
            models.map(({ version, stage, chosen, rocAuc, averagePrecision }) => [
              version,
              stage,
              chosen,
              rocAuc.value.toFixed(3),
              averagePrecision.value.toFixed(3),
            ]),
          ),
        );
      });
    });
}

function cardCommand(): Command {
  return command('card', {
    es: 'Escribe la ficha de un modelo: una página HTML imprimible.',
    en: "Writes a model's card: a printable HTML page.",
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument(
      '[version]',
      words({ es: 'versión; por omisión, la que está en vigor', en: 'version; the one in force unless given' }),
      'champion',
    )
    .option('--out <file>', words({ es: 'archivo HTML por escribir', en: 'HTML file to write' }), 'model-card.html')
    .action(async (useCaseId: string, version: string, options: { out: string }) => {
      const context = createContext(options);
      const { language } = context.terminal;
      await context.withPlatform(async ({ stores: { modelStore }, useCase }) => {
        const declared = useCase(useCaseId);
        const manifest =
          version === 'champion'
            ? await modelStore.champion(declared.id)
            : await modelStore.manifest(declared.id, version);
        if (!manifest) throw new RikuyError('not-found', `There is no model ${version} of ${declared.id}.`);
        await writeFile(options.out, modelCard(declared, manifest, language));
        context.terminal.result({ file: options.out, version: manifest.version }, () => options.out);
      });
    });
}
