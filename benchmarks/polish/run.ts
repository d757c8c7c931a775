// Polish companies, bankrupt within a year: 10-fold stratified cross-validation, AUC. Everything is chosen inside a
// fold: a fifth of its training rows chooses the booster's parameters and stops it; the held-out tenth judges it once.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seeded, stratifiedFolds, tpeSearch } from '@rikuy/learn';
import { publicData } from '../public-data.ts';
import { finish, printTable } from '../report.ts';
import { figuresRow, judged, meanOf } from '../tabular/judge.ts';
import { heldBack, type JudgedSplit } from '../tabular/judged-split.ts';
import { boosterSpace, stoppedByLoss, stoppingBooster } from '../tabular/objectives.ts';
import { type PublicTable, readPublicTable } from '../tabular/public-table.ts';
import { type Figures, haveRivals, judgeRivals } from '../tabular/rivals.ts';
import { fitStopped } from '../tabular/tuned-mixture.ts';

/** Arguments: `--trials N` (12) for each fold. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { trials: { type: 'string' } } });
  const folder = publicData('polish');
  if (!folder) {
    console.log('skipped: polish needs the public data set `polish`; set RIKUY_DATA to the folder that holds it.');
    return;
  }
  const data = readPublicTable([join(folder, '5year.csv')], 'class');
  const splits = stratifiedFolds(data.y, { folds: 10, random: seeded(0) }).map(({ train, validation: test }, k) => ({
    ...heldBack(data.y, train, seeded(1).fork(k)),
    test,
  }));
  const ours: Figures[] = [];
  for (const split of splits) ours.push(await judgeFold(data, split, Number(values.trials ?? 12)));
  const rivals = haveRivals() ? judgeRivals(data, splits, { threads: 2, refit: false }) : {};
  console.log('\nmean over ten folds ± half the 95 % interval');
  printTable([figuresRow('Rikuy, tuned', ours), ...Object.entries(rivals).map(([name, all]) => figuresRow(name, all))]);
  finish('polish', [
    { name: 'mean AUC of ten folds', value: meanOf(ours.map(({ auc }) => auc)), bar: { atLeast: 0.95 } },
  ]);
}

async function judgeFold(data: PublicTable, split: JudgedSplit, trials: number): Promise<Figures> {
  const { best } = await tpeSearch(data.X, data.y, boosterSpace, {
    objective: stoppedByLoss,
    splits: [split],
    earlyStopping: true,
    pruning: 'median',
    trials,
    workers: 2,
    random: seeded(2),
  });
  const fitted = fitStopped(stoppingBooster(best.params), data, split, seeded(3));
  const figures = judged(fitted, data, split.test);
  console.log(`AUC ${figures.auc.toFixed(4)}, ${JSON.stringify(best.params)}`);
  return figures;
}
