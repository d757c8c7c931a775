import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicData } from '../public-data.ts';
import { type Check, finish, printTable } from '../report.ts';

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

interface Ours extends Measured {
  readonly payments: number;
  readonly rows: number;
  readonly expectedRows: number;
  readonly columns: readonly ComparedColumn[];
}

interface ComparedColumn {
  readonly column: string;
  /** Values that, rounded as the file's are, are not those of the file. */
  readonly 'other digits': number;
  readonly 'beyond rounding': number;
  readonly 'beside pandas': number | string;
}

/**
 * The twelve window columns of the book's three weeks, recomputed by our engine from all raw payments with labels known
 * a week late, beside the book's pandas code (`RIKUY_PYTHON`, default `python3`; skipped where pandas is missing).
 * Both start from payments in memory and compute all of them; CPU time counts, all threads of the process included.
 */
export async function run(): Promise<void> {
  const data = publicData('handbook');
  if (!data) {
    console.log('skipped: handbook-features needs the public data set `handbook`; set RIKUY_DATA to its folder.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-bench-handbook-'));
  try {
    const raw = join(data, 'raw_2018-04-01_2018-09-30.csv.gz');
    const published = join(data, 'transformed_2018-07-25_2018-08-14.csv.gz');
    const rivalColumns = join(folder, 'rival.f64');
    const pandas = askPandas(raw, rivalColumns);
    const ours = computeOurs([raw, published, ...(pandas ? [rivalColumns] : [])]);
    report(ours, pandas);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(ours: Ours, pandas: Measured | null): void {
  printTable(ours.columns.map(column => ({ ...column })));
  console.log(`\n${ours.payments} payments, ${ours.rows} rows compared`);
  const row = (name: string, { cpuSeconds, seconds, megabytes }: Measured) => ({
    '': name,
    'CPU s': cpuSeconds,
    'wall s': seconds,
    'peak MB': megabytes,
  });
  printTable([row('Rikuy', ours), ...(pandas ? [row('pandas', pandas)] : [])]);
  if (!pandas) console.log('skipped: the comparison needs Python with pandas; set RIKUY_PYTHON.');
  finish('handbook-features', checksOf(ours, pandas));
}

function checksOf({ rows, expectedRows, columns, cpuSeconds }: Ours, pandas: Measured | null): Check[] {
  const largest = Math.max(...columns.map(column => column['beyond rounding']));
  const checks: Check[] = [
    { name: 'rows without a vector', value: expectedRows - rows, bar: { atMost: 0 } },
    { name: 'largest difference beyond the ten digits of the file', value: largest, bar: { atMost: 1e-8 } },
  ];
  if (!pandas) return checks;
  const beside = Math.max(...columns.map(column => Number(column['beside pandas'])));
  return [
    ...checks,
    { name: 'largest difference from pandas, all digits', value: beside, bar: { atMost: 1e-8 } },
    { name: 'CPU time beside pandas', value: cpuSeconds / pandas.cpuSeconds, bar: { atMost: 0.2 } },
  ];
}

function computeOurs(paths: readonly string[]): Ours {
  const script = join(import.meta.dirname, 'compute-ours.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...paths], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`compute-ours.ts failed:\n${stderr}`);
  return JSON.parse(stdout) as Ours;
}

/** null where there is no pandas. */
function askPandas(raw: string, output: string): Measured | null {
  const python = process.env.RIKUY_PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', 'import pandas']).status !== 0) return null;
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const script = join(import.meta.dirname, 'rival.py');
  const { status, stdout, stderr } = spawnSync(python, [script, raw, output], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`rival.py failed:\n${stderr}`);
  return JSON.parse(stdout) as Measured;
}
