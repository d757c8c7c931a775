import { join } from 'node:path';
import type { Platform } from '@rikuy/runtime';
import { createServer } from '@rikuy/server';
import { repositoryRoot, version } from './version.ts';

export interface RunningServer {
  readonly address: string;
  /** Resolves when a signal has stopped it and requests under way are answered. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server of a platform; SIGINT and SIGTERM stop it cleanly. */
export async function startServer(platform: Platform): Promise<RunningServer> {
  const { RIKUY_HOST: host, RIKUY_PORT: port } = platform.configuration;
  const consoleFolder = join(repositoryRoot, 'apps', 'console', 'dist');
  const app = await createServer({ platform, consoleFolder, version });
  const address = await app.listen({ host, port });
  let stop!: () => Promise<void>;
  const stopped = new Promise<void>((resolve, reject) => {
    stop = () => app.close().then(resolve, reject);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  return { address, stopped, stop: () => stop() };
}
