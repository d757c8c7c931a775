import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readXgboost, treeExplainer, type TreeExplainer, treeScorer } from '@rikuy/learn';
import { type Check, finish, median, printTable } from '../report.ts';

interface Shape {
  readonly trees: number;
  readonly depth: number;
}

const ROWS = 50_000;
const WIDTH = 30;
const shapes: readonly Shape[] = [
  { trees: 300, depth: 6 },
  { trees: 100, depth: 10 },
];

/**
 * Shapley values beside XGBoost's `pred_contribs` (by Python: `RIKUY_PYTHON`, default `python3`) of one model, one
 * thread each, in turns. Arguments: `--repetitions N` (default 5), `--rows N` explained (default 1000, at most 1000).
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { repetitions: { type: 'string', default: '5' }, rows: { type: 'string', default: '1000' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-bench-shap-'));
  try {
    const compared = shapes.map(shape => compare(shape, folder, Number(values.rows), Number(values.repetitions)));
    printTable(compared.map(({ row }) => row));
    finish(
      'shap',
      compared.flatMap(({ checks }) => checks),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Comparison {
  readonly row: Readonly<Record<string, string | number>>;
  readonly checks: readonly Check[];
}

// oxlint-disable-next-line max-params -- what is compared, where, how many and how often
function compare({ trees, depth }: Shape, folder: string, rowCount: number, repetitions: number): Comparison {
  askPython('train', folder, ROWS, WIDTH, trees, depth);
  const { ensemble } = readXgboost(readFileSync(join(folder, 'model.json'), 'utf8'));
  const rows = readFloats(join(folder, 'rows.f32')).subarray(0, rowCount * WIDTH);
  const [preparing, explainer] = timed(() => treeExplainer(ensemble, WIDTH));
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let k = 0; k < repetitions; k++) {
    ours.push(timed(() => explainer.contributions(rows, rowCount))[0] / rowCount);
    theirs.push((askPython('explain', folder, rowCount).seconds * 1000) / rowCount);
  }
  const name = `${trees} trees of depth ${depth}`;
  return {
    row: {
      model: name,
      'ours ms/row': median(ours),
      'XGBoost ms/row': median(theirs),
      'preparing ms': preparing,
    },
    checks: [
      { name: `${name}: time beside XGBoost`, value: median(ours) / median(theirs), bar: { atMost: 1 } },
      ...exactness(name, { explainer, rows, rowCount, folder }, treeScorer(ensemble).sums(rows, rowCount)),
    ],
  };
}

interface Explained {
  readonly explainer: TreeExplainer;
  readonly rows: Float32Array;
  readonly rowCount: number;
  readonly folder: string;
}

function exactness(name: string, explained: Explained, scores: Float64Array): Check[] {
  const { explainer, rows, rowCount, folder } = explained;
  const found = explainer.contributions(rows, rowCount);
  const theirs = readFloats(join(folder, 'contributions.f32'));
  let [fromTheirs, fromScore] = [0, 0];
  for (let row = 0; row < rowCount; row++) {
    let sum = explainer.base;
    for (let j = 0; j < WIDTH; j++) {
      const value = found[row * WIDTH + j];
      fromTheirs = Math.max(fromTheirs, Math.abs(value - theirs[row * (WIDTH + 1) + j]));
      sum += value;
    }
    fromScore = Math.max(fromScore, Math.abs(sum - scores[row]));
  }
  return [
    { name: `${name}: greatest difference from XGBoost`, value: fromTheirs, bar: { atMost: 1e-5 } },
    { name: `${name}: greatest difference of the sum from the score`, value: fromScore, bar: { atMost: 1e-6 } },
  ];
}

function timed<T>(work: () => T): [number, T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function readFloats(file: string): Float32Array {
  return new Float32Array(new Uint8Array(readFileSync(file)).buffer);
}

function askPython(command: 'train' | 'explain', folder: string, ...numbers: number[]): { readonly seconds: number } {
  const python = process.env['RIKUY_PYTHON'] ?? 'python3';
  const script = join(import.meta.dirname, 'rival.py');
  const { status, stdout, stderr } = spawnSync(python, [script, command, folder, ...numbers.map(String)], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`This bench needs a Python with xgboost (RIKUY_PYTHON, now ${python}):\n${stderr}`);
  }
  return JSON.parse(stdout) as { seconds: number };
}
