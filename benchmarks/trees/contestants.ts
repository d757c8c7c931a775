import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export type Contestant = 'rikuy' | 'xgboost' | 'lightgbm';

/** Depth 6 level by level, or 63 leaves, the most gainful first, to depth 16 (LightGBM always grows so). */
export type Growth = 'depth-wise' | 'leaf-wise';

export interface FitRequest {
  readonly folder: string;
  readonly width: number;
  readonly threads: number;
  readonly growth: Growth;
  /** Where the held-out rows' predictions are to be written. */
  readonly predictions: string;
}

export interface FitResult {
  readonly seconds: number;
  /** The most the process ever held. */
  readonly megabytes: number;
}

const python = process.env['RIKUY_PYTHON'] ?? 'python3';
const rivals = join(import.meta.dirname, 'rivals.py');

/** The versions of those rivals that Python can import; nothing when there is no Python. */
export function rivalVersions(): Partial<Record<Exclude<Contestant, 'rikuy'>, string>> {
  const answer = spawnSync(python, [rivals, 'versions'], { encoding: 'utf8' });
  return answer.status === 0 ? (JSON.parse(answer.stdout) as ReturnType<typeof rivalVersions>) : {};
}

/** One fit in a process of its own. */
export function fit(contestant: Contestant, request: FitRequest): FitResult {
  const asked = JSON.stringify(request);
  return contestant === 'rikuy'
    ? (answerOf(process.execPath, [join(import.meta.dirname, 'fit-ours.ts'), asked]) as FitResult)
    : (askPython('fit', contestant, asked) as FitResult);
}

export function askPython(...args: string[]): unknown {
  return answerOf(python, [rivals, ...args]);
}

function answerOf(command: string, args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed:\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
