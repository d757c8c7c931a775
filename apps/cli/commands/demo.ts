import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { RikuyError } from '@rikuy/contracts';
import { type Configuration, databaseDirectory, openPlatform } from '@rikuy/runtime';
import { type Command, Option } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { portNumber, positiveInteger } from '../options.ts';
import { buildConsole } from '../build-console.ts';
import { demoCases, demoRows } from '../demo/demo-cases.ts';
import { demoSummary, describeDemo } from '../demo/demo-summary.ts';
import { freePort } from '../demo/free-port.ts';
import { isSeeded, seedCase } from '../demo/seed-case.ts';
import { seedUsers } from '../demo/seed-users.ts';
import { requireOwnMachine, startServer } from '../start-server.ts';

interface Options {
  readonly once: boolean;
  readonly fresh: boolean;
  readonly cases: readonly string[];
  readonly rows?: number;
  readonly seed: number;
  readonly port?: number;
}

/** `npm run demo`: from nothing to a ranked queue in the browser, decided by a model trained on the spot. */
export function demoCommand(): Command {
  return command('demo', {
    es: 'De cero a una cola priorizada en el navegador: genera, carga, entrena, decide y sirve.',
    en: 'From nothing to a ranked queue in the browser: generates, loads, trains, decides and serves.',
  })
    .option(
      '--once',
      words({ es: 'termina después de contar lo que hizo', en: 'stop after telling what it did' }),
      false,
    )
    .option(
      '--fresh',
      words({ es: 'empieza de nuevo, borra lo de la demo', en: 'start over, delete what the demo made' }),
      false,
    )
    .addOption(
      new Option('--cases <names...>', words({ es: 'casos de uso por llenar', en: 'use cases to fill' }))
        .choices(demoCases)
        .default(demoCases, words({ es: 'todos', en: 'all' })),
    )
    .option(
      '--rows <n>',
      words({ es: 'registros por caso, en vez de los habituales', en: 'records per case, instead of the usual' }),
      positiveInteger,
    )
    .option('--seed <n>', words({ es: 'semilla', en: 'seed' }), positiveInteger, 1)
    .option('--port <n>', words({ es: 'puerto', en: 'port' }), portNumber)
    .action(async (options: Options) => {
      const started = performance.now();
      const { configuration: given, terminal } = createContext(options);
      const configuration = await demoConfiguration(given, options.port);
      requireOwnMachine(configuration);
      requireDemoData(configuration);
      if (options.fresh) await rm(configuration.RIKUY_DATA_DIR, { recursive: true, force: true });
      const consoleBuilt = buildConsole(terminal);
      // Awaited below; until then its failure must not end the process in the middle of the seeding.
      consoleBuilt.catch(() => undefined);
      for (const useCase of options.cases)
        await seedCase(configuration, terminal, {
          useCase,
          rows: options.rows ?? demoRows[useCase],
          seed: options.seed,
        });
      await consoleBuilt;
      const platform = await openPlatform(configuration);
      try {
        await seedUsers(platform.stores.people);
        const server = await startServer(platform);
        await Promise.all(platform.useCases.map(({ id }) => platform.inService(id)));
        const summary = await demoSummary(platform, {
          address: server.address,
          seconds: (performance.now() - started) / 1000,
          useCases: options.cases,
        });
        terminal.result(summary, () =>
          describeDemo(summary, { language: terminal.language, staysOpen: !options.once }),
        );
        if (options.once) await server.stop();
        await server.stopped;
      } finally {
        await platform.close();
      }
    });
}

/** @throws RikuyError `invalid-configuration` where the data folder holds what no demo made, so that nothing is mixed or lost */
function requireDemoData(configuration: Configuration): void {
  const folder = configuration.RIKUY_DATA_DIR;
  if (!existsSync(databaseDirectory(configuration)) || isSeeded(configuration)) return;
  throw new RikuyError(
    'invalid-configuration',
    `The folder \`${folder}\` holds data that the demo did not make; give the demo another with --data.`,
  );
}

/** Another port where the usual one is taken; what was asked for stays. */
async function demoConfiguration(given: Configuration, port: number | undefined): Promise<Configuration> {
  return {
    ...given,
    RIKUY_DEMO: true,
    RIKUY_LOG_LEVEL: given.RIKUY_LOG_LEVEL === 'info' ? 'warn' : given.RIKUY_LOG_LEVEL,
    RIKUY_PORT: port ?? (await freePort(given.RIKUY_HOST, given.RIKUY_PORT)),
  };
}
