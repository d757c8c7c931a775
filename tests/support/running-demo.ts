import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repositoryRoot = join(import.meta.dirname, '..', '..');

export interface RunningDemo {
  /** Where it answers, `http://127.0.0.1:43211`. */
  readonly address: string;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

/** Runs `rikuy demo` with few rows in a folder of its own, on a free port, until it says that it is ready; with all use cases unless some are named. */
export async function startDemo(rows: number, cases: readonly string[] = []): Promise<RunningDemo> {
  const folder = await mkdtemp(join(tmpdir(), 'rikuy-demo-'));
  const demo = spawn(
    process.execPath,
    [
      join(repositoryRoot, 'apps', 'cli', 'main.ts'),
      'demo',
      '--json',
      '--rows',
      String(rows),
      ...(cases.length > 0 ? ['--cases', ...cases] : []),
    ],
    {
      cwd: repositoryRoot,
      env: { ...process.env, RIKUY_DATA_DIR: folder, RIKUY_PORT: '0', RIKUY_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>(resolve => {
    demo.once('exit', () => resolve());
  });
  const stop = async (): Promise<void> => {
    demo.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { address: await addressOf(demo), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address in the summary, which is the one line that the demo writes to its standard output. */
function addressOf(demo: ReturnType<typeof spawn>): Promise<string> {
  let told = '';
  let complaints = '';
  return new Promise((resolve, reject) => {
    demo.stderr?.on('data', (text: Buffer) => (complaints += text.toString()));
    demo.stdout?.on('data', (text: Buffer) => {
      told += text.toString();
      if (told.endsWith('\n')) resolve((JSON.parse(told) as { address: string }).address);
    });
    demo.once('exit', code => reject(new Error(`The demo ended with ${code} before it was ready: ${complaints}`)));
  });
}
