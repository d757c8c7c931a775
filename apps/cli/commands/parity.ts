import { checkParity } from '@rikuy/engine';
import type { ParityReport } from '@rikuy/contracts';
import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';

/** `rikuy parity customs`: exit code 1 when a logged vector differs from the one rebuilt. */
export function parityCommand(): Command {
  return command('parity', {
    es: 'Reconstruye desde el historial las variables de cada decisión y compara bit por bit.',
    en: "Rebuilds each decision's features from history and compares bit by bit.",
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .action(async (useCaseId: string, options: object) => {
      const context = createContext(options);
      await context.withPlatform(async ({ stores, useCase }) => {
        const report = await checkParity(useCase(useCaseId), stores.eventLog, stores.decisionLog);
        context.terminal.result(report, () => describeParity(report, context.terminal.language));
        if (report.differences > 0) process.exitCode = 1;
      });
    });
}

/** The result in a line, and the first differences. */
export function describeParity(
  { decisions, values, differences, examples }: ParityReport,
  language: 'es' | 'en',
): string {
  const line =
    language === 'es'
      ? `Paridad: ${decisions} decisiones, ${values} valores, ${differences} diferencias`
      : `Parity: ${decisions} decisions, ${values} values, ${differences} differences`;
  return [line, ...examples.map(one => `  ${one.decisionId} ${one.feature}: ${one.logged} ≠ ${one.rebuilt}`)].join(
    '\n',
  );
}
