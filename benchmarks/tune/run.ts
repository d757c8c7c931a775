// 50 trials of TPE on the bank set, our booster beside Optuna and XGBoost: the same space, rows, trials and threads.
// Both stop each fit early by the validation rows, choose by AUC on them, and judge the winner once on the test rows.
import { parseArgs } from 'node:util';
import { seeded, takeRows, tpeSearch } from '@rikuy/learn';
import { publicData } from '../public-data.ts';
import { type Check, finish, median, printTable } from '../report.ts';
import { readBank } from '../tabular/bank.ts';
import type { JudgedSplit } from '../tabular/judged-split.ts';
import { judged } from '../tabular/judge.ts';
import { boosterSpace, stoppedByAuc, stoppingBooster } from '../tabular/objectives.ts';
import type { PublicTable } from '../tabular/public-table.ts';
import { haveRivals, type TunedFigures, tuneRival } from '../tabular/rivals.ts';

const THREADS = 2;

/** Arguments: `--trials N` (50), `--repetitions N` (1), each with a seed of its own. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { trials: { type: 'string' }, repetitions: { type: 'string' } },
  });
  const folder = publicData('bank');
  if (!folder) {
    console.log('skipped: tune needs the public data set `bank`; set RIKUY_DATA to the folder that holds it.');
    return;
  }
  const { data, split } = readBank(folder);
  const trials = Number(values.trials ?? 50);
  const hasRival = haveRivals(['xgboost', 'pandas', 'optuna']);
  const pairs: Pair[] = [];
  for (let seed = 0; seed < Number(values.repetitions ?? 1); seed++) {
    const rival = hasRival ? tuneRival(data, split, { threads: THREADS, jobs: THREADS, trials, seed }) : undefined;
    pairs.push({ ours: await tuneOurs(data, split, { trials, seed }), ...(rival && { rival }) });
  }
  printTable(pairs.flatMap(rowsOf));
  for (const { ours } of pairs) console.log(`found: ${JSON.stringify(ours.params)}`);
  finish('tune', checksOf(pairs));
}

interface Pair {
  readonly ours: TunedFigures;
  readonly rival?: TunedFigures;
}

async function tuneOurs(
  data: PublicTable,
  split: JudgedSplit,
  { trials, seed }: { trials: number; seed: number },
): Promise<TunedFigures> {
  const { X, y } = data;
  const started = performance.now();
  const { best } = await tpeSearch(X, y, boosterSpace, {
    objective: stoppedByAuc,
    splits: [split],
    earlyStopping: true,
    trials,
    workers: THREADS,
    random: seeded(seed),
  });
  const seconds = (performance.now() - started) / 1000;
  const rows = (of: Uint32Array) => ({ X: takeRows(X, of), y: Float64Array.from(of, row => y[row]) });
  const { X: ownX, y: ownY } = rows(split.train);
  const winner = stoppingBooster(best.params).fit(ownX, ownY, { validation: rows(split.validation), threads: THREADS });
  return { seconds, validationAuc: best.mean, params: { ...best.params }, ...judged(winner, data, split.test) };
}

function rowsOf({ ours, rival }: Pair) {
  const row = (search: string, { seconds, validationAuc, accuracy, auc }: TunedFigures) => ({
    search,
    seconds: Number(seconds.toFixed(1)),
    'validation AUC': validationAuc,
    'test accuracy': accuracy,
    'test AUC': auc,
  });
  return [row('Rikuy', ours), ...(rival ? [row('Optuna + XGBoost', rival)] : [])];
}

/** The bars were set before the first run. */
function checksOf(pairs: readonly Pair[]): Check[] {
  const difference = (of: keyof Omit<TunedFigures, 'params'>): number =>
    median(pairs.flatMap(({ ours, rival }) => (rival ? [ours[of] - rival[of]] : [])));
  if (!pairs.some(({ rival }) => rival)) return [];
  return [
    { name: 'validation AUC beyond the rival’s', value: difference('validationAuc'), bar: { atLeast: -0.001 } },
    { name: 'test accuracy beyond the rival’s', value: difference('accuracy'), bar: { atLeast: -0.002 } },
    {
      name: 'time relative to the rival',
      value: median(pairs.map(({ ours, rival }) => ours.seconds / rival!.seconds)),
      bar: { atMost: 1 },
    },
  ];
}
