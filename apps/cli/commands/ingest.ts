import { RikuyError } from '@rikuy/contracts';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { describeLoad, type FileContent, ingestFiles } from '../ingest-files.ts';
import { readMapping } from '../read-mapping.ts';
import { describeSourceLoad, ingestSource, type SourceOptions } from '../ingest-source.ts';
import { positiveInteger } from '../options.ts';

interface Options extends SourceOptions {
  readonly source?: string;
  readonly type?: string;
  readonly labels?: true;
  readonly mapping?: string;
}

/**
 * `rikuy ingest customs declarations.csv more.parquet`, `rikuy ingest customs --source warehouse`,
 * `rikuy ingest ecommerce --type behaviour sessions.csv`, `rikuy ingest ecommerce --labels chargebacks.csv`
 */
export function ingestCommand(): Command {
  return command('ingest', {
    es: 'Carga archivos CSV, NDJSON o Parquet, o una fuente declarada, en el historial; lo rechazado va a un archivo con línea, campo, motivo y remedio.',
    en: 'Loads CSV, NDJSON or Parquet files, or a declared source, into the history; rejects go to a file with line, field, reason and repair.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument('[files...]', words({ es: 'archivos', en: 'files' }))
    .option(
      '--source <name>',
      words({ es: 'fuente declarada en RIKUY_SOURCES', en: 'source declared in RIKUY_SOURCES' }),
    )
    .option(
      '--type <record-type>',
      words({
        es: 'tipo de registro de los archivos, si no es el que se decide',
        en: 'type of record in the files, where it is not the one decided',
      }),
    )
    .option(
      '--labels',
      words({
        es: 'los archivos traen solo etiquetas de registros ya cargados',
        en: 'the files hold labels alone, of records loaded before',
      }),
    )
    .option(
      '--mapping <file>',
      words({
        es: 'JSON que dice qué columna es qué campo: {"Net Mass": "shipment_weight"}',
        en: 'JSON that says which column is which field: {"Net Mass": "shipment_weight"}',
      }),
    )
    .option('--wait', words({ es: 'espera si otro proceso la carga', en: 'waits while another process loads it' }))
    .option('--restart', words({ es: 'empieza desde el principio', en: 'begins at the beginning' }))
    .option(
      '--follow <seconds>',
      words({ es: 'carga lo nuevo cada tantos segundos', en: 'loads what is new every so many seconds' }),
      positiveInteger,
    )
    .action(async (useCaseId: string, files: string[], options: Options) => {
      const { source } = options;
      if ((source === undefined) === (files.length === 0)) throw filesOrSource();
      if (source === undefined) await loadFiles(useCaseId, files, options);
      else await loadSource(useCaseId, source, options);
    });
}

async function loadFiles(useCaseId: string, files: readonly string[], options: Options): Promise<void> {
  const mapping = options.mapping === undefined ? undefined : await readMapping(options.mapping);
  const content: FileContent = options.labels
    ? { kind: 'labels', mapping }
    : { kind: 'records', type: options.type, mapping };
  const context = createContext(options);
  await context.withPlatform(async platform => {
    const reports = await ingestFiles(
      { platform, terminal: context.terminal },
      platform.useCase(useCaseId),
      files,
      content,
    );
    context.terminal.result(reports, () =>
      reports.map(report => describeLoad(report, context.terminal.language)).join('\n'),
    );
  });
}

async function loadSource(useCaseId: string, name: string, options: Options): Promise<void> {
  const context = createContext(options);
  const { terminal } = context;
  await context.withPlatform(async platform => {
    for await (const load of ingestSource(platform, terminal, { useCaseId, name }, options)) {
      terminal.result(load, () => describeSourceLoad(load, terminal.language));
      process.exitCode = load.state === 'failed' ? 1 : 0;
    }
  });
}

function filesOrSource(): RikuyError {
  return new RikuyError('invalid-request', 'Expected either files or `--source NAME`, and not both.');
}
