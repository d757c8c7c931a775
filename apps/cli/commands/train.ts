import { availableParallelism } from 'node:os';
import type { Language, ModelManifest } from '@rikuy/contracts';
import { formatValue, trainModel } from '@rikuy/engine';
import type { Command } from 'commander';
import { describeLoad, ingestFiles } from '../ingest-files.ts';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { positiveInteger } from '../options.ts';
import { evaluationTable } from '../output/evaluation-table.ts';
import { codeVersion } from '../version.ts';

interface Options {
  readonly seed: number;
  readonly threads?: number;
  readonly promote: boolean;
  readonly acceptQuality?: string;
}

/** `rikuy train customs` – on the loaded history; `rikuy train customs-kr train.csv valid.csv` loads the files first. */
export function trainCommand(): Command {
  return command('train', { es: 'Entrena, evalúa y registra un modelo.', en: 'Trains, judges and registers a model.' })
    .argument('<use-case>', words({ es: 'caso de uso, p. ej. customs', en: 'use case, customs for one' }))
    .argument('[files...]', words({ es: 'archivos que se cargan antes', en: 'files that are loaded first' }))
    .option('--seed <n>', words({ es: 'semilla', en: 'seed' }), positiveInteger, 1)
    .option('--threads <n>', words({ es: 'hilos', en: 'threads' }), positiveInteger)
    .option('--no-promote', words({ es: 'no lo pone en vigor', en: 'do not put it in force' }))
    .option(
      '--accept-quality <reason>',
      words({
        es: 'entrena aunque falle un control de calidad, por este motivo',
        en: 'train although a quality check fails, for this reason',
      }),
    )
    .action(async (useCaseId: string, files: string[], options: Options) => {
      const context = createContext(options);
      const { terminal, configuration } = context;
      await context.withPlatform(async platform => {
        const useCase = platform.useCase(useCaseId);
        const loads = await ingestFiles({ platform, terminal }, useCase, files);
        for (const load of loads) terminal.tell(describeLoad(load, terminal.language));
        const manifest = await trainModel(useCase, platform.stores, platform.clock, {
          seed: options.seed,
          threads: options.threads ?? configuration.RIKUY_THREADS ?? Math.min(8, availableParallelism()),
          by: 'cli',
          acceptQuality: options.acceptQuality,
          codeVersion: codeVersion(),
          onProgress: terminal.progress({ es: 'Entrenando', en: 'Training' }),
        });
        if (options.promote) await platform.stores.modelStore.promote(useCase.id, manifest.version);
        terminal.result(manifest, () => describeModel(manifest, terminal.language));
      });
    });
}

/** A registered model in a few lines. */
export function describeModel(manifest: ModelManifest, language: Language): string {
  const { split, dataset, leakage, version, chosen, trainSeconds } = manifest;
  const count = (n: number): string => formatValue(n, 'count', language);
  const found = leakage.map(({ kind, feature }) => `${kind} ${feature ?? ''}`.trim()).join('; ');
  const cut = split.cut.slice(0, 10);
  const lines =
    language === 'es'
      ? [
          `Modelo ${version} (${chosen}), ${trainSeconds.toFixed(1)} s`,
          `Datos: ${count(dataset.events)} eventos, ${count(dataset.labels)} etiquetas; entrenado con ${count(split.trainRows)} (${count(split.trainPositives)} positivos) antes del ${cut}, validado con ${count(split.validationRows)} (${count(split.validationPositives)}) después`,
          `Revisión de fugas: ${found || 'nada'}`,
        ]
      : [
          `Model ${version} (${chosen}), ${trainSeconds.toFixed(1)} s`,
          `Data: ${count(dataset.events)} events, ${count(dataset.labels)} labels; trained on ${count(split.trainRows)} (${count(split.trainPositives)} positive) before ${cut}, validated on ${count(split.validationRows)} (${count(split.validationPositives)}) after it`,
          `Leakage check: ${found || 'nothing'}`,
        ];
  return [...lines, '', evaluationTable(manifest.evaluations, chosen, language)].join('\n');
}
