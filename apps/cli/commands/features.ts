import { describeFeatures, featureCatalogue } from '@rikuy/engine';
import type { Command } from 'commander';
import { Option } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { textTable } from '../output/table.ts';

/** `rikuy features customs` */
export function featuresCommand(): Command {
  return command('features', {
    es: 'Catálogo de variables con su fórmula y su origen.',
    en: 'The features catalogue with formulas and lineage.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .addOption(
      new Option('--format <format>', words({ es: 'tabla o Markdown', en: 'table or Markdown' }))
        .choices(['table', 'markdown'])
        .default('table'),
    )
    .action(async (useCaseId: string, options: { format: 'table' | 'markdown' }) => {
      const context = createContext(options);
      const { language } = context.terminal;
      await context.withPlatform(async ({ stores, useCase }) => {
        const declared = useCase(useCaseId);
        const features = describeFeatures(declared, await stores.modelStore.list(declared.id));
        context.terminal.result(features, () =>
          options.format === 'markdown'
            ? featureCatalogue(declared.title[language], features, language)
            : textTable(
                language === 'es'
                  ? ['variable', 'versión', 'responsable', 'unidad', 'patrón', 'modelos', 'fórmula']
                  : ['feature', 'version', 'owner', 'unit', 'pattern', 'models', 'formula'],
                features.map(({ name, version, owner, unit, pattern, models, formula }) => [
                  name,
                  String(version),
                  owner,
                  unit ?? '',
                  pattern ?? '',
                  String(models.length),
                  formula,
                ]),
              ),
        );
      });
    });
}
