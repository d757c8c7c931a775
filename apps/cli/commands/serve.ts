import type { Command } from 'commander';
import { command, createContext } from '../context.ts';
import { words } from '../language.ts';
import { portNumber } from '../options.ts';
import { buildConsole } from '../build-console.ts';
import { startServer } from '../start-server.ts';

/** `rikuy serve --port 8080`: until Ctrl-C or SIGTERM, which let requests under way finish. */
export function serveCommand(): Command {
  return command('serve', { es: 'Sirve la API y la consola.', en: 'Serves the API and the console.' })
    .option('--port <n>', words({ es: 'puerto', en: 'port' }), portNumber)
    .option('--host <address>', words({ es: 'dirección', en: 'address' }))
    .action(async (options: { port?: number; host?: string }) => {
      const context = createContext(options, {
        ...(options.port !== undefined && { RIKUY_PORT: options.port }),
        ...(options.host && { RIKUY_HOST: options.host }),
      });
      await buildConsole(context.terminal);
      await context.withPlatform(async platform => {
        const server = await startServer(platform);
        context.terminal.tell(
          words({
            es: `Rikuy atiende en ${server.address}; Ctrl-C lo detiene.`,
            en: `Rikuy serves at ${server.address}; Ctrl-C stops it.`,
          }),
        );
        await server.stopped;
      });
    });
}
