import type { SourceLoad } from '@rikuy/engine';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { positiveInteger } from '../options.ts';
import { stateOf, timeOf } from '../output/source-load.ts';
import { textTable } from '../output/table.ts';

interface Options {
  readonly limit: number;
}

/** `rikuy loads`, `rikuy loads warehouse --limit 5` */
export function loadsCommand(): Command {
  return command('loads', {
    es: 'Muestra las cargas de las fuentes, la más nueva primero.',
    en: 'Shows the loads of sources, the newest first.',
  })
    .argument('[source]', words({ es: 'fuente; sin ella, todas', en: 'source; without it, all' }))
    .option('--limit <n>', words({ es: 'cuántas', en: 'how many' }), positiveInteger, 20)
    .action(async (source: string | undefined, options: Options) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores }) => {
        const loads = await stores.sourceLedger.loads({ source, limit: options.limit });
        context.terminal.result(loads, () => loadTable(loads));
      });
    });
}

function loadTable(loads: readonly SourceLoad[]): string {
  if (loads.length === 0) return words({ es: 'No hay cargas.', en: 'There are no loads.' });
  const header = [
    words({ es: 'comenzó', en: 'began' }),
    words({ es: 'fuente', en: 'source' }),
    words({ es: 'estado', en: 'state' }),
    words({ es: 'leídas', en: 'read' }),
    words({ es: 'aceptadas', en: 'accepted' }),
    words({ es: 'rechazadas', en: 'rejected' }),
    words({ es: 'duplicadas', en: 'duplicates' }),
    words({ es: 'error', en: 'error' }),
  ];
  const rows = loads.map(load => [
    timeOf(load.startedAt),
    load.source,
    stateOf(load),
    load.read,
    load.accepted,
    load.rejected,
    load.duplicates,
    load.error?.message ?? '',
  ]);
  return textTable(header, rows);
}
