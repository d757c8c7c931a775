import { assessDataset, takeSnapshot } from '@rikuy/engine';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { findDataset } from '../find-dataset.ts';
import { words } from '../language.ts';
import { qualityText } from '../output/quality-table.ts';

/** Beside 0 for data that pass or only warn. */
export const qualityFailed = 3;

/** `rikuy quality customs [version]`: exit code 3 when a check fails. */
export function qualityCommand(): Command {
  return command('quality', {
    es: 'Controla la calidad de los datos; sin versión, toma antes una del historial. Código de salida 3 si un control falla.',
    en: 'Checks the quality of the data; without a version, it keeps one of the history first. Exit code 3 when a check fails.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument('[version]', words({ es: 'versión de los datos', en: 'dataset version' }))
    .action(async (useCaseId: string, name: string | undefined, options: object) => {
      const context = createContext(options);
      const { terminal } = context;
      await context.withPlatform(async ({ stores, datasets, clock, useCase }) => {
        const declared = useCase(useCaseId);
        const { eventLog } = stores;
        const version = name
          ? await findDataset(datasets, declared.id, name)
          : await takeSnapshot(
              declared,
              { eventLog, datasets },
              { clock, by: 'cli', onProgress: terminal.progress({ es: 'Guardando', en: 'Keeping' }) },
            );
        const report = await assessDataset(declared, version, { eventLog, datasets }, clock);
        terminal.result(report, () => qualityText(report, terminal.language));
        if (report.status === 'fail') process.exitCode = qualityFailed;
      });
    });
}
