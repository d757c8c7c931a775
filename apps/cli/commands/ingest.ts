import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { describeLoad, ingestFiles } from '../ingest-files.ts';

/** `rikuy ingest customs declarations.csv more.parquet` */
export function ingestCommand(): Command {
  return command('ingest', {
    es: 'Carga archivos CSV, NDJSON o Parquet en el historial; lo rechazado va a un archivo con línea, campo, motivo y remedio.',
    en: 'Loads CSV, NDJSON or Parquet files into the history; rejects go to a file with line, field, reason and repair.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument('<files...>', words({ es: 'archivos', en: 'files' }))
    .action(async (useCaseId: string, files: string[], options: object) => {
      const context = createContext(options);
      await context.withPlatform(async platform => {
        const reports = await ingestFiles(platform, context.terminal, platform.useCase(useCaseId), files);
        context.terminal.result(reports, () =>
          reports.map(report => describeLoad(report, context.terminal.language)).join('\n'),
        );
      });
    });
}
