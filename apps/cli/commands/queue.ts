import type { QueueItem } from '@rikuy/contracts';
import { queuePage } from '@rikuy/engine';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { day, positiveInteger } from '../options.ts';
import { textTable } from '../output/table.ts';

interface Options {
  readonly day?: string;
  readonly office?: string;
  readonly limit: number;
}

/** `rikuy queue customs --day 2026-12-31` */
export function queueCommand(): Command {
  return command('queue', {
    es: 'Muestra la cola de casos, lo más valioso primero.',
    en: 'Shows the queue of cases, the most valuable first.',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .option('--day <yyyy-mm-dd>', words({ es: 'día; sin él, el más reciente', en: 'day; without it, the newest' }), day)
    .option('--office <code>', words({ es: 'oficina', en: 'office' }))
    .option('--limit <n>', words({ es: 'cuántos', en: 'how many' }), positiveInteger, 20)
    .action(async (useCaseId: string, options: Options) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores, useCase }) => {
        const { id, policy } = useCase(useCaseId);
        const [newest] = await stores.caseStore.countsByDay(id);
        const { office, limit } = options;
        const day = options.day ?? newest?.day;
        const page = queuePage(policy, await stores.caseStore.queue({ useCase: id, day, office, limit }));
        context.terminal.result(page, () => queueTable(page.items, context.terminal.language));
      });
    });
}

function queueTable(items: readonly QueueItem[], language: 'es' | 'en'): string {
  if (items.length === 0) return words({ es: 'No hay casos.', en: 'There are no cases.' });
  const header =
    language === 'es'
      ? ['#', 'oficina', 'canal', 'valor esperado', 'prob.', 'evento', 'motivos']
      : ['#', 'office', 'lane', 'expected value', 'prob.', 'event', 'reasons'];
  const rows = items.map(item => [
    item.rank,
    item.office,
    `${item.outcome}${item.withinCapacity ? '' : ' (+)'}`,
    `${item.expectedValue.currency} ${item.expectedValue.amount.toFixed(0)}`,
    item.score.toFixed(3),
    item.eventId,
    item.reasons
      .slice(0, 3)
      .map(({ short }) => short[language])
      .join(' · '),
  ]);
  return textTable(header, rows);
}
