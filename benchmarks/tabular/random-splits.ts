import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seeded } from '@rikuy/learn';
import { publicData } from '../public-data.ts';
import { type Check, finish, printTable } from '../report.ts';
import { figuresRow, judged, meanOf } from './judge.ts';
import { foldsWithin, type JudgedSplit, learned, randomSplit } from './judged-split.ts';
import { type PublicTable, readPublicTable } from './public-table.ts';
import { type Figures, haveRivals, judgeRivals } from './rivals.ts';
import { fitOn, tuneMixture } from './tuned-mixture.ts';

export interface RandomSplitsPlan {
  readonly bench: string;
  readonly file: string;
  readonly label: string;
  readonly without: readonly string[];
  readonly splits: number;
  readonly trials: number;
  /** Whether the parts to learn from and to choose on rotate within the 80 %, for small sets. */
  readonly rotates: boolean;
  /** Least means over the splits. */
  readonly bars: Partial<Figures>;
}

/** Our tuned mixture beside XGBoost and scikit-learn on random 64 / 16 / 20 splits, and the mean of each. */
export async function runOnRandomSplits(args: readonly string[], plan: RandomSplitsPlan): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { splits: { type: 'string' }, trials: { type: 'string' } },
  });
  const folder = publicData(plan.bench);
  if (!folder) {
    console.log(`skipped: ${plan.bench} needs the public data set \`${plan.bench}\`; set RIKUY_DATA to its folder.`);
    return;
  }
  const data = readPublicTable([join(folder, plan.file)], plan.label, plan.without);
  const splits = Array.from({ length: Number(values.splits ?? plan.splits) }, (_, seed) =>
    randomSplit(data.y, seeded(seed)),
  );
  const ours: Figures[] = [];
  for (const split of splits)
    ours.push(await judgeTuned(data, split, { ...plan, trials: Number(values.trials ?? plan.trials) }));
  const rivals = haveRivals() ? judgeRivals(data, splits, { threads: 2, refit: true }) : {};
  console.log(`\nmean over ${splits.length} random splits ± half the 95 % interval`);
  printTable([
    figuresRow('Rikuy, tuned', ours),
    ...Object.entries(rivals).map(([name, figures]) => figuresRow(name, figures)),
  ]);
  finish(plan.bench, checksOf(ours, plan.bars));
}

async function judgeTuned(
  data: PublicTable,
  split: JudgedSplit,
  { trials, rotates }: RandomSplitsPlan,
): Promise<Figures> {
  const random = seeded(1);
  const rows = learned(split);
  const splits = rotates ? foldsWithin(data.y, rows, random.fork('folds')) : [split];
  const { estimator, members, params } = await tuneMixture(data, splits, { trials, random });
  const figures = judged(fitOn(estimator, data, rows, random), data, split.test);
  console.log(
    `${members.join(' + ')}: accuracy ${figures.accuracy.toFixed(4)}, AUC ${figures.auc.toFixed(4)}, ${JSON.stringify(params)}`,
  );
  return figures;
}

function checksOf(figures: readonly Figures[], bars: Partial<Figures>): Check[] {
  return (['accuracy', 'auc'] as const).flatMap(name => {
    const least = bars[name];
    const value = meanOf(figures.map(one => one[name]));
    return least === undefined
      ? []
      : [{ name: `mean ${name} over ${figures.length} splits`, value, bar: { atLeast: least } }];
  });
}
