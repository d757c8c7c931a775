import { RikuyError } from '@rikuy/contracts';
import type { SourceDeclaration, SourceLoad } from '@rikuy/engine';
import { type DeclaredSources, openSource, type Platform, readSources } from '@rikuy/runtime';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { textTable } from '../output/table.ts';
import { stateOf, timeOf } from '../output/source-load.ts';

interface Options {
  readonly check?: boolean;
}

interface ListedSource {
  readonly name: string;
  readonly kind: SourceDeclaration['kind'];
  readonly useCase: string;
  readonly lastLoad: SourceLoad | null;
  /** Null where it was not asked for. */
  readonly connection: { readonly isGood: boolean; readonly problem: string | null } | null;
}

/** `rikuy sources`, `rikuy sources warehouse --check`: exit code 1 where a connection is not good. */
export function sourcesCommand(): Command {
  return command('sources', {
    es: 'Muestra las fuentes declaradas en RIKUY_SOURCES y su última carga; con --check prueba la conexión.',
    en: 'Shows the sources declared in RIKUY_SOURCES and their last load; with --check tries the connection.',
  })
    .argument('[source]', words({ es: 'fuente; sin ella, todas', en: 'source; without it, all' }))
    .option('--check', words({ es: 'prueba si se puede leer', en: 'try whether it can be read' }))
    .action(async (name: string | undefined, { check = false, ...options }: Options) => {
      const context = createContext(options);
      await context.withPlatform(async platform => {
        const declared = await readSources(platform.configuration, process.env);
        const wanted = name === undefined ? declared.declarations : [declared.find(name)];
        const listed: ListedSource[] = [];
        for (const declaration of wanted) listed.push(await listOne(platform, declared, declaration, check));
        context.terminal.result(listed, () => sourceTable(listed, check));
        if (listed.some(({ connection }) => connection?.isGood === false)) process.exitCode = 1;
      });
    });
}

async function listOne(
  { stores, clock }: Platform,
  declared: DeclaredSources,
  declaration: SourceDeclaration,
  check: boolean,
): Promise<ListedSource> {
  const { name, kind, useCase } = declaration;
  const [lastLoad = null] = await stores.sourceLedger.loads({ source: name, limit: 1 });
  const connection = check ? await tryOut(declaration, declared, clock) : null;
  return { name, kind, useCase, lastLoad, connection };
}

async function tryOut(
  declaration: SourceDeclaration,
  declared: DeclaredSources,
  clock: Platform['clock'],
): Promise<ListedSource['connection']> {
  try {
    const source = await openSource(declaration, declared, clock);
    try {
      await source.check(new AbortController().signal);
    } finally {
      await source.close();
    }
    return { isGood: true, problem: null };
  } catch (error) {
    if (error instanceof RikuyError) return { isGood: false, problem: error.message };
    throw error;
  }
}

function sourceTable(listed: readonly ListedSource[], check: boolean): string {
  if (listed.length === 0) return words({ es: 'No hay fuentes declaradas.', en: 'No sources are declared.' });
  const header = [
    words({ es: 'fuente', en: 'source' }),
    words({ es: 'tipo', en: 'kind' }),
    words({ es: 'caso', en: 'use case' }),
    words({ es: 'última carga', en: 'last load' }),
    words({ es: 'estado', en: 'state' }),
    ...(check ? [words({ es: 'conexión', en: 'connection' })] : []),
  ];
  const rows = listed.map(({ name, kind, useCase, lastLoad, connection }) => [
    name,
    kind,
    useCase,
    lastLoad ? timeOf(lastLoad.startedAt) : '–',
    lastLoad ? stateOf(lastLoad) : '–',
    ...(connection ? [connection.problem ?? '✓'] : []),
  ]);
  return textTable(header, rows);
}
