// A throw-away Redis or Valkey for tests, started from installed binaries, reached by a socket.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface TestRedis {
  /** The path of its socket. */
  readonly url: string;
  /** Ends it as a crash would, and starts it again with the data that it had on disk: none. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

const servers = ['valkey-server', 'redis-server'] as const;

/** Why there is none, in one line, or null when there is one. */
export function missingRedis(): string | null {
  return findServer() ? null : 'no Redis-compatible server: install valkey-server or redis-server';
}

export async function startRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-redis-'));
  const socket = join(folder, 'socket');
  let server = await start(socket, folder);
  const end = async (): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
    rmSync(socket, { force: true });
  };
  return {
    url: socket,
    crash: async () => {
      await end();
      server = await start(socket, folder);
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findServer(): string | undefined {
  return servers.find(name => spawnSync(name, ['--version']).status === 0);
}

async function start(socket: string, folder: string) {
  const options = ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn(findServer()!, options, { stdio: 'ignore' });
  for (let tries = 0; !existsSync(socket); tries++) {
    if (tries > 200) throw new Error('the Redis-compatible server did not start within 10 s');
    await wait(50);
  }
  return server;
}
