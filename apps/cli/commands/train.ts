import { availableParallelism } from 'node:os';
import type { ModelManifest } from '@rikuy/contracts';
import { trainModel } from '@rikuy/engine';
import type { Command } from 'commander';
import { ingestFiles } from '../ingest-files.ts';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { positiveInteger } from '../options.ts';
import { evaluationTable } from '../output/evaluation-table.ts';
import { codeVersion } from '../version.ts';

interface Options {
  readonly seed: number;
  readonly threads?: number;
  readonly promote: boolean;
}

/** `rikuy train customs` – on the loaded history; `rikuy train customs-kr train.csv valid.csv` loads the files first. */
export function trainCommand(): Command {
  return command('train', { es: 'Entrena, evalúa y registra un modelo.', en: 'Trains, judges and registers a model.' })
    .argument('<use-case>', words({ es: 'caso de uso, p. ej. customs', en: 'use case, customs for one' }))
    .argument('[files...]', words({ es: 'archivos que se cargan antes', en: 'files that are loaded first' }))
    .option('--seed <n>', words({ es: 'semilla', en: 'seed' }), positiveInteger, 1)
    .option('--threads <n>', words({ es: 'hilos', en: 'threads' }), positiveInteger)
    .option('--no-promote', words({ es: 'no lo pone en vigor', en: 'do not put it in force' }))
    .action(async (useCaseId: string, files: string[], options: Options) => {
      const context = createContext(options);
      const { terminal, configuration } = context;
      await context.withPlatform(async platform => {
        const useCase = platform.useCase(useCaseId);
        await ingestFiles(platform, terminal, useCase, files);
        const manifest = await trainModel(useCase, platform.stores, platform.clock, {
          seed: options.seed,
          threads: options.threads ?? configuration.RIKUY_THREADS ?? Math.min(8, availableParallelism()),
          by: 'cli',
          codeVersion: codeVersion(),
          onProgress: terminal.progress({ es: 'Entrenando', en: 'Training' }),
        });
        if (options.promote) await platform.stores.modelStore.promote(useCase.id, manifest.version);
        terminal.result(manifest, () => describeModel(manifest, terminal.language));
      });
    });
}

/** A registered model in a few lines. */
export function describeModel(manifest: ModelManifest, language: 'es' | 'en'): string {
  const { split, dataset } = manifest;
  const lines =
    language === 'es'
      ? [
          `Modelo ${manifest.version} (${manifest.chosen}), ${manifest.trainSeconds.toFixed(1)} s`,
          `Datos: ${dataset.events} eventos, ${dataset.labels} etiquetas; corte ${split.cut.slice(0, 10)}; entrenamiento ${split.trainRows} (${split.trainPositives} positivos), validación ${split.validationRows} (${split.validationPositives})`,
          `Revisión de fugas: ${manifest.leakage.length === 0 ? 'nada' : manifest.leakage.map(({ kind, feature }) => `${kind} ${feature ?? ''}`).join('; ')}`,
        ]
      : [
          `Model ${manifest.version} (${manifest.chosen}), ${manifest.trainSeconds.toFixed(1)} s`,
          `Data: ${dataset.events} events, ${dataset.labels} labels; cut ${split.cut.slice(0, 10)}; training ${split.trainRows} (${split.trainPositives} positive), validation ${split.validationRows} (${split.validationPositives})`,
          `Leakage check: ${manifest.leakage.length === 0 ? 'nothing' : manifest.leakage.map(({ kind, feature }) => `${kind} ${feature ?? ''}`).join('; ')}`,
        ];
  return [...lines, '', evaluationTable(manifest.evaluations, manifest.chosen, language)].join('\n');
}
