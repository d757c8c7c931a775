// Bank marketing with the split that it comes with: parameters by TPE and the mixture are chosen on the validation rows
// by log loss, the chosen model is fitted on the training rows alone and judged on the test rows once.
import { parseArgs } from 'node:util';
import { gridSearch, logLoss, type ScoredRows, seeded, tpeSearch } from '@rikuy/learn';
import { publicData } from '../public-data.ts';
import { finish, printTable } from '../report.ts';
import { readBank } from '../tabular/bank.ts';
import { figuresRow, judged } from '../tabular/judge.ts';
import { boosterSpace, mixture, mixtures, stoppedByLoss, stoppingBooster } from '../tabular/objectives.ts';
import { haveRivals, judgeRivals } from '../tabular/rivals.ts';
import { fitStopped } from '../tabular/tuned-mixture.ts';

/** Arguments: `--trials N` (50). */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { trials: { type: 'string' } } });
  const folder = publicData('bank');
  if (!folder) {
    console.log('skipped: bank needs the public data set `bank`; set RIKUY_DATA to the folder that holds it.');
    return;
  }
  const { data, split } = readBank(folder);
  const plan = { splits: [split], earlyStopping: true, random: seeded(1) };
  const trials = Number(values.trials ?? 50);
  const found = await tpeSearch(data.X, data.y, boosterSpace, {
    ...plan,
    objective: stoppedByLoss,
    trials,
    workers: 2,
  });
  const booster = stoppingBooster(found.best.params);
  const objective = {
    make: ({ mixed }: { mixed: number }) => mixture(mixtures[mixed], booster),
    metric: (rows: ScoredRows) => -logLoss(rows),
  };
  const grid = { mixed: mixtures.map((_, k) => k) };
  const chosen = await gridSearch(data.X, data.y, grid, { ...plan, objective, threads: 2 });
  printTable(
    chosen.trials.map(({ params, mean }) => ({
      mixture: mixtures[params.mixed].join(' + '),
      'validation log loss': -mean,
    })),
  );
  const members = mixtures[chosen.best.params.mixed];
  const ours = judged(fitStopped(mixture(members, booster), data, split, seeded(1)), data, split.test);
  const rivals = haveRivals() ? judgeRivals(data, [split], { threads: 2, refit: false }) : {};
  console.log(`\nchosen: ${members.join(' + ')}, ${JSON.stringify(found.best.params)}`);
  printTable([
    figuresRow('Rikuy, tuned', [ours]),
    ...Object.entries(rivals).map(([name, figures]) => figuresRow(name, figures)),
  ]);
  finish('bank', [{ name: 'test accuracy', value: ours.accuracy, bar: { atLeast: 0.9063 } }]);
}
