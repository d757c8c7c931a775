import { BlockList, isIP } from 'node:net';
import { join } from 'node:path';
import { RikuyError } from '@rikuy/contracts';
import type { Configuration, Platform } from '@rikuy/runtime';
import { createServer } from '@rikuy/server';
import { repositoryRoot, version } from './version.ts';

export interface RunningServer {
  readonly address: string;
  /** Resolves when a signal has stopped it and requests under way are answered. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the server of a platform; SIGINT and SIGTERM stop it cleanly.
 * @throws RikuyError `invalid-configuration` when it cannot listen there, or must not
 */
export async function startServer(platform: Platform): Promise<RunningServer> {
  requireOwnMachine(platform.configuration);
  const consoleFolder = join(repositoryRoot, 'apps', 'console', 'dist');
  const app = await createServer({ platform, consoleFolder, version });
  const { RIKUY_HOST: host, RIKUY_PORT: port } = platform.configuration;
  const address = await app.listen({ host, port }).catch(async (cause: NodeJS.ErrnoException) => {
    await app.close();
    throw cannotListen(cause, `${host}:${port}`);
  });
  let stop!: () => Promise<void>;
  const stopped = new Promise<void>((resolve, reject) => {
    stop = () => app.close().then(resolve, reject);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  return { address, stopped, stop: () => stop() };
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** The demo signs in whoever comes, so only this machine may. @throws RikuyError `invalid-configuration` */
export function requireOwnMachine({ RIKUY_DEMO, RIKUY_DEMO_ANY_ADDRESS, RIKUY_HOST: host }: Configuration): void {
  if (!RIKUY_DEMO || RIKUY_DEMO_ANY_ADDRESS || isLoopback(host)) return;
  throw new RikuyError(
    'invalid-configuration',
    `RIKUY_DEMO signs people in without a password, so it listens on 127.0.0.1 only, not on ${host}; if nobody else can reach this machine, set RIKUY_DEMO_ANY_ADDRESS=true.`,
  );
}

function isLoopback(host: string): boolean {
  const kind = isIP(host);
  return kind === 0 ? host === 'localhost' : loopback.check(host, kind === 4 ? 'ipv4' : 'ipv6');
}

function cannotListen(cause: NodeJS.ErrnoException, where: string): Error {
  const reason = {
    EADDRINUSE: 'another program listens there',
    EACCES: 'this user may not listen there',
    EADDRNOTAVAIL: 'this machine has no such address',
  }[cause.code ?? ''];
  if (!reason) return cause;
  return new RikuyError(
    'invalid-configuration',
    `The server cannot listen on ${where}: ${reason}. Choose another by --port or RIKUY_PORT and RIKUY_HOST.`,
    { cause },
  );
}
