import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { describeLoad, ingestFiles } from '../ingest-files.ts';

interface Options {
  readonly type?: string;
  readonly labels?: true;
}

/** `rikuy ingest customs declarations.csv more.parquet`; `--type behaviour sessions.csv`; `--labels chargebacks.csv` */
export function ingestCommand(): Command {
  return command('ingest', {
    es: 'Carga archivos CSV, NDJSON o Parquet en el historial; lo rechazado va a un archivo con línea, campo, motivo y remedio.',
    en: 'Loads CSV, NDJSON or Parquet files into the history; rejects go to a file with line, field, reason and repair.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument('<files...>', words({ es: 'archivos', en: 'files' }))
    .option(
      '--type <record-type>',
      words({
        es: 'tipo de registro, si no es el que se decide',
        en: 'type of record, where it is not the one decided',
      }),
    )
    .option(
      '--labels',
      words({
        es: 'los archivos traen solo etiquetas de registros ya cargados',
        en: 'the files hold labels alone, of records loaded before',
      }),
    )
    .action(async (useCaseId: string, files: string[], options: Options) => {
      const context = createContext(options);
      await context.withPlatform(async platform => {
        const { type, labels } = options;
        const content = labels ? ({ kind: 'labels' } as const) : ({ kind: 'records', type } as const);
        const reports = await ingestFiles(platform, context.terminal, platform.useCase(useCaseId), files, content);
        context.terminal.result(reports, () =>
          reports.map(report => describeLoad(report, context.terminal.language)).join('\n'),
        );
      });
    });
}
