import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPlatform } from '@rikuy/runtime';
import type { Command } from 'commander';
import { command, createContext, positiveInteger, words } from '../context.ts';
import { buildConsole } from '../demo/build-console.ts';
import { demoSummary, describeDemo } from '../demo/demo-summary.ts';
import { seedCustoms } from '../demo/seed-customs.ts';
import { seedUsers } from '../demo/seed-users.ts';
import { startServer } from '../start-server.ts';

interface Options {
  readonly once: boolean;
  readonly fresh: boolean;
  readonly rows: number;
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
    .option(
      '--rows <n>',
      words({ es: 'declaraciones por generar', en: 'declarations to generate' }),
      positiveInteger,
      40_000,
    )
    .option('--seed <n>', words({ es: 'semilla', en: 'seed' }), positiveInteger, 1)
    .option('--port <n>', words({ es: 'puerto', en: 'port' }), positiveInteger)
    .action(async (options: Options) => {
      const started = performance.now();
      const given = createContext(options);
      const folder = join(given.configuration.RIKUY_DATA_DIR, 'demo');
      if (options.fresh) await rm(folder, { recursive: true, force: true });
      const { terminal, configuration } = createContext(options, {
        RIKUY_DEMO: true,
        RIKUY_DATA_DIR: folder,
        ...(options.port && { RIKUY_PORT: options.port }),
      });
      const consoleBuilt = buildConsole(terminal);
      await seedCustoms(configuration, terminal, options);
      const platform = await openPlatform(configuration);
      try {
        await seedUsers(platform.stores.people);
        await consoleBuilt;
        const server = await startServer(platform);
        const summary = await demoSummary(platform, {
          address: server.address,
          seconds: (performance.now() - started) / 1000,
        });
        terminal.result(summary, () => describeDemo(summary, terminal.language));
        if (options.once) await server.stop();
        await server.stopped;
      } finally {
        await platform.close();
      }
    });
}
