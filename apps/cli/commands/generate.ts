import { RikuyError } from '@rikuy/contracts';
import type { Command } from 'commander';
import { dayOf } from '@rikuy/engine';
import { generatorOf } from '@rikuy/runtime';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { day, positiveInteger, share } from '../options.ts';

interface Options {
  readonly rows: number;
  readonly seed: number;
  readonly from?: string;
  readonly until?: string;
  readonly drift: number;
}

const usualHistoryDays = 730;
const msPerDay = 86_400_000;

/** `rikuy generate customs declarations.csv --rows 40000 --seed 7` */
export function generateCommand(): Command {
  return command('generate', {
    es: 'Escribe datos sintéticos con patrones de fraude conocidos (en columnas que empiezan con _).',
    en: 'Writes synthetic data with known fraud patterns (in columns that start with _).',
  })
    .argument('<use-case>', words({ es: 'caso de uso', en: 'use case' }))
    .argument('<file>', words({ es: 'archivo CSV por escribir', en: 'CSV file to write' }))
    .option('--rows <n>', words({ es: 'filas', en: 'rows' }), positiveInteger, 40_000)
    .option('--seed <n>', words({ es: 'semilla', en: 'seed' }), positiveInteger, 1)
    .option('--from <yyyy-mm-dd>', words({ es: 'primer día', en: 'first day' }), day)
    .option('--until <yyyy-mm-dd>', words({ es: 'último día', en: 'last day' }), day)
    .option(
      '--drift <share>',
      words({ es: 'cuánto cambia el mundo, de 0 a 1', en: 'how much the world changes, 0 to 1' }),
      share,
      0,
    )
    .action(async (useCaseId: string, file: string, options: Options) => {
      const { terminal } = createContext(options);
      const { rows, seed, drift } = options;
      const until = options.until ?? dayOf(Date.now());
      const generator = generatorOf(useCaseId);
      const historyMs = (generator.historyDays ?? usualHistoryDays) * msPerDay;
      // Midnight of Lima, so that the day is the one that is said.
      const from = options.from ?? dayOf(Date.parse(`${until}T05:00:00Z`) - historyMs);
      const written = await generator.write(file, { rows, seed, from, until, drift }).catch(tellRange);
      const files = [{ path: file, lines: written.lines }, ...(written.others ?? [])];
      terminal.result({ file, ...written }, () =>
        files
          .map(({ path, lines }) => words({ es: `${lines} filas en ${path}`, en: `${lines} rows in ${path}` }))
          .join('\n'),
      );
    });
}

/** What no option alone can tell: a span that is empty, or begins before the generator's world. */
function tellRange(cause: unknown): never {
  throw cause instanceof RangeError ? new RikuyError('invalid-request', cause.message, { cause }) : cause;
}
