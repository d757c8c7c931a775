// Servers that a test starts: they end with the test's process, however that ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Where servers are that no system package brings; `.ci/run` fills it. */
export const serverFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'rikuy-servers');

export interface ChildServer {
  readonly pid: number;
  /** Ends it as it would end by itself. */
  stop(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
  readonly cwd?: string;
}

// The shell ends the server when its own input closes: it does not outlive a killed test run.
const guard = '"$0" "$@" & server=$!; echo $server; while read -r line; do :; done; kill -TERM $server; wait $server';

/** Starts a program and waits until `isReady`. */
export async function startChild(
  command: string,
  args: readonly string[],
  isReady: () => Promise<boolean>,
  options: ChildOptions = {},
): Promise<ChildServer> {
  const shell = spawn('sh', ['-c', guard, command, ...args], {
    ...options,
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let log = '';
  shell.stderr.on('data', chunk => (log = `${log}${String(chunk)}`.slice(-4_000)));
  const [first] = (await once(shell.stdout, 'data')) as [Buffer];
  shell.stdout.on('data', chunk => (log = `${log}${String(chunk)}`.slice(-4_000)));
  const pid = Number(first.toString().split('\n')[0]);
  const ended = once(shell, 'exit');
  await untilReady(shell, isReady, () => log);
  return {
    pid,
    stop: async () => {
      shell.stdin.end();
      await ended;
    },
    kill: async () => {
      process.kill(pid, 'SIGKILL');
      shell.stdin.end();
      await ended;
    },
  };
}

async function untilReady(shell: ChildProcess, isReady: () => Promise<boolean>, log: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isReady().catch(() => false))) {
    if (shell.exitCode !== null || Date.now() > deadline) {
      shell.stdin?.end();
      throw new Error(`The server did not start: ${log()}`);
    }
    await delay(100);
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
