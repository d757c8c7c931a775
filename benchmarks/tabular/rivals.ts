import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JudgedSplit } from './judged-split.ts';
import type { PublicTable } from './public-table.ts';

/** On the test rows of a split. */
export interface Figures {
  readonly accuracy: number;
  readonly auc: number;
}

export interface TunedFigures extends Figures {
  readonly seconds: number;
  readonly validationAuc: number;
  readonly params: Readonly<Record<string, number>>;
}

const python = process.env['RIKUY_PYTHON'] ?? 'python3';
const script = join(import.meta.dirname, 'rivals.py');

/** Whether the rivals can run; says so when they cannot. */
export function haveRivals(modules: readonly string[] = ['xgboost', 'sklearn', 'pandas']): boolean {
  const isThere = spawnSync(python, ['-c', `import ${modules.join(', ')}`]).status === 0;
  if (!isThere)
    console.log(`No rival: Python cannot import ${modules.join(', ')} (set RIKUY_PYTHON); ours runs alone.`);
  return isThere;
}

/** XGBoost, random forest and logistic regression of Python on the same splits, by name. */
export function judgeRivals(
  data: PublicTable,
  splits: readonly JudgedSplit[],
  options: { readonly threads: number; readonly refit: boolean },
): Readonly<Record<string, readonly Figures[]>> {
  return ask('judge', data, splits, options) as ReturnType<typeof judgeRivals>;
}

export function tuneRival(
  data: PublicTable,
  split: JudgedSplit,
  options: { readonly threads: number; readonly jobs: number; readonly trials: number; readonly seed: number },
): TunedFigures {
  return ask('tune', data, [split], options) as TunedFigures;
}

function ask(
  command: string,
  { paths, label, without }: PublicTable,
  splits: readonly JudgedSplit[],
  options: object,
): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-bench-tabular-'));
  const request = join(folder, 'request.json');
  const plain = splits.map(({ train, validation, test }) => ({
    train: [...train],
    validation: [...validation],
    test: [...test],
  }));
  try {
    writeFileSync(request, JSON.stringify({ paths, label, without, splits: plain, ...options }));
    const { status, stdout, stderr } = spawnSync(python, [script, command, request], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${python} ${script} failed:\n${stderr}`);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
