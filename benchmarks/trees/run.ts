import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rocAuc } from '@rikuy/learn';
import { type Check, finish, median, printTable } from '../report.ts';
import { type Contestant, fit, type FitResult, type Growth, rivalVersions } from './contestants.ts';
import { type DataSet, readFloats, type Shape, writeDataSet } from './data-set.ts';
import { exchangeDifferences } from './exchange.ts';

interface Plan {
  /** Shapes whose time is measured; the bars hold for those of a million rows. */
  readonly timed: readonly Shape[];
  readonly threads: readonly number[];
  readonly repetitions: number;
  /** Shapes whose time is measured for trees that grow leaf by leaf, on two threads. */
  readonly leafWise: readonly Shape[];
  /** Shapes whose area under the curve is compared, each with every seed. */
  readonly judged: readonly Shape[];
  readonly seeds: number;
}

interface Measured extends FitResult {
  readonly contestant: Contestant;
  readonly data: DataSet;
  readonly threads: number;
  readonly growth: Growth;
}

const MILLION = 1_000_000;

const full: Plan = {
  timed: [
    { rowCount: 100_000, width: 30, gaps: false },
    { rowCount: 100_000, width: 30, gaps: true },
    { rowCount: MILLION, width: 20, gaps: false },
    { rowCount: MILLION, width: 20, gaps: true },
  ],
  leafWise: [{ rowCount: 100_000, width: 30, gaps: true }],
  threads: [1, 2],
  repetitions: 3,
  judged: [
    { rowCount: 100_000, width: 30, gaps: false },
    { rowCount: 100_000, width: 30, gaps: true },
  ],
  seeds: 5,
};

const quick: Plan = {
  timed: [{ rowCount: 50_000, width: 20, gaps: true }],
  leafWise: [{ rowCount: 50_000, width: 20, gaps: true }],
  threads: [1, 2],
  repetitions: 3,
  judged: [{ rowCount: 50_000, width: 20, gaps: true }],
  seeds: 3,
};

/**
 * Our booster beside XGBoost and LightGBM (by Python: `RIKUY_PYTHON`, default `python3`) at equal settings: 100 trees,
 * depth 6, learning rate 0.1, 256 bins; then trees of 63 leaves that grow leaf by leaf. Every fit has a process of its
 * own; contestants alternate.
 * Arguments: `--quick` for small data, `--repetitions N`, `--untimed` for what needs no quiet machine.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      untimed: { type: 'boolean', default: false },
      repetitions: { type: 'string' },
    },
  });
  const chosen = values.quick ? quick : full;
  const plan = { ...chosen, repetitions: Number(values.repetitions ?? chosen.repetitions), isTimed: !values.untimed };
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-bench-trees-'));
  try {
    finish('trees', measure(plan, contestants(), folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function contestants(): Contestant[] {
  const { xgboost, lightgbm } = rivalVersions();
  if (xgboost) console.log(`XGBoost ${xgboost}${lightgbm ? `, LightGBM ${lightgbm}` : ''}`);
  else
    console.log('XGBoost cannot be imported by Python (set RIKUY_PYTHON): our booster runs alone, ratios are skipped.');
  return ['rikuy', ...(xgboost ? ['xgboost' as const] : []), ...(lightgbm ? ['lightgbm' as const] : [])];
}

function measure(plan: Plan & { readonly isTimed: boolean }, field: readonly Contestant[], folder: string): Check[] {
  const timed = plan.isTimed ? timedChecks(plan, field, folder) : [];
  if (!field.includes('xgboost')) return timed;
  const { seeds } = plan;
  return [
    ...timed,
    ...plan.judged.map(shape => aucCheck(shape, 'depth-wise', { seeds, folder })),
    ...plan.leafWise.map(shape => aucCheck(shape, 'leaf-wise', { seeds, folder })),
    ...exchangeChecks(plan, folder),
  ];
}

function timedChecks(plan: Plan, field: readonly Contestant[], folder: string): Check[] {
  const checks = plan.timed.flatMap((shape, i) => {
    const data = writeDataSet(join(folder, `timed-${i}`), shape, 1);
    const { repetitions } = plan;
    const cells = plan.threads.flatMap(threads =>
      timeChecks(data, field, { threads, repetitions, growth: 'depth-wise' }),
    );
    rmSync(data.folder, { recursive: true });
    return cells;
  });
  const byLeaves = plan.leafWise.flatMap(shape => {
    const data = writeDataSet(join(folder, 'by-leaves'), shape, 1);
    return timeChecks(data, field, { threads: 2, repetitions: plan.repetitions, growth: 'leaf-wise' });
  });
  return [...checks, ...byLeaves];
}

function timeChecks(
  data: DataSet,
  field: readonly Contestant[],
  { threads, repetitions, growth }: { threads: number; repetitions: number; growth: Growth },
): Check[] {
  const rounds = Array.from({ length: repetitions }, () =>
    field.map(contestant => measureFit(contestant, data, { threads, growth })),
  );
  const ofContestant = (k: number): Measured[] => rounds.map(round => round[k]);
  console.log(`\n${inWords(data)}, ${growth}, ${threads === 1 ? 'one thread' : `${threads} threads`}`);
  printTable(
    field.map((contestant, k) => ({
      contestant,
      'median s': median(ofContestant(k).map(one => one.seconds)),
      'fastest s': Math.min(...ofContestant(k).map(one => one.seconds)),
      'most MB': Math.round(Math.max(...ofContestant(k).map(one => one.megabytes))),
      AUC: heldOutAuc(ofContestant(k)[0]),
    })),
  );
  const name = `${inWords(data)}, ${growth === 'leaf-wise' ? 'leaf-wise, ' : ''}threads ${threads}`;
  if (growth === 'leaf-wise')
    return field.includes('xgboost') ? [ratioCheck(name, rounds, field.indexOf('xgboost'))] : [];
  if (data.rowCount < MILLION) return [];
  const megabytes = Math.max(...ofContestant(0).map(one => one.megabytes));
  return [
    ...(field.includes('xgboost') ? [ratioCheck(name, rounds, field.indexOf('xgboost'))] : []),
    { name: `megabytes, ${name}`, value: Math.round(megabytes), bar: { atMost: 1536 } },
  ];
}

/** The median over the rounds of our time divided by XGBoost's right after it. */
function ratioCheck(name: string, rounds: readonly Measured[][], xgboost: number): Check {
  const ratios = rounds.map(round => round[0].seconds / round[xgboost].seconds);
  return { name: `time relative to XGBoost, ${name}`, value: median(ratios), bar: { atMost: 1 } };
}

/** The mean over data seeds of how far our area under the curve is from XGBoost's. */
function aucCheck(shape: Shape, growth: Growth, { seeds, folder }: { seeds: number; folder: string }): Check {
  const differences = Array.from({ length: seeds }, (_, k) => {
    const data = writeDataSet(join(folder, 'judged'), shape, 101 + k);
    const [ours, theirs] = (['rikuy', 'xgboost'] as const).map(one =>
      heldOutAuc(measureFit(one, data, { threads: 2, growth })),
    );
    return { seed: 101 + k, rikuy: ours, xgboost: theirs, difference: ours - theirs };
  });
  console.log(`\nAUC on held-out rows, ${inWords(shape)}, ${growth}`);
  printTable(differences);
  const mean = differences.reduce((sum, { difference }) => sum + difference, 0) / seeds;
  return { name: `mean AUC difference, ${inWords(shape)}, ${growth}`, value: Math.abs(mean), bar: { atMost: 0.001 } };
}

function exchangeChecks({ judged }: Plan, folder: string): Check[] {
  const data = writeDataSet(join(folder, 'exchange'), { ...judged[0], gaps: true }, 7);
  const { exported, imported } = exchangeDifferences(data);
  const bar = { atMost: 1e-6 };
  return [
    { name: 'probability of our model in XGBoost, greatest difference', value: exported, bar },
    { name: 'probability of its model in ours, greatest difference', value: imported, bar },
  ];
}

function measureFit(
  contestant: Contestant,
  data: DataSet,
  { threads, growth }: { threads: number; growth: Growth },
): Measured {
  const predictions = join(data.folder, `${contestant}.p`);
  const request = { folder: data.folder, width: data.width, threads, growth, predictions };
  return { contestant, data, threads, growth, ...fit(contestant, request) };
}

function heldOutAuc({ contestant, data }: Measured): number {
  const y = Float64Array.from(readFloats(join(data.folder, 'test.y.f32')));
  const score = Float64Array.from(readFloats(join(data.folder, `${contestant}.p`)));
  return rocAuc({ y, score });
}

function inWords({ rowCount, width, gaps }: Shape): string {
  return `${rowCount.toLocaleString('en')} × ${width} ${gaps ? 'with gaps' : 'dense'}`;
}
