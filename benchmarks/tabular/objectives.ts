// What the tabular benchmarks search for; threads import it.
import {
  type Estimator,
  type FittedClassifier,
  gradientBoostingClassifier,
  impute,
  logisticRegression,
  logLoss,
  logReal,
  logWhole,
  moduleObjective,
  oneHot,
  pipeline,
  randomForestClassifier,
  real,
  rocAuc,
  scale,
  votingClassifier,
  whole,
} from '@rikuy/learn';

export interface BoosterParams {
  readonly learningRate: number;
  readonly maxDepth: number;
  readonly minChildWeight: number;
  readonly lambda: number;
  readonly rowSample: number;
  readonly columnSample: number;
}

/** The space of the rival's search as well; see `rivals.py`. */
export const boosterSpace = {
  learningRate: logReal(0.02, 0.3),
  maxDepth: whole(3, 10),
  minChildWeight: logReal(1, 20),
  lambda: logReal(0.01, 10),
  rowSample: real(0.5, 1),
  columnSample: real(0.5, 1),
};

/** At most so many trees, fewer when 25 in a row did not help. */
const MOST_TREES = 500;

export function stoppingBooster(params: BoosterParams): ReturnType<typeof gradientBoostingClassifier> {
  return gradientBoostingClassifier({ ...params, trees: MOST_TREES, earlyStoppingRounds: 25 });
}

/** The booster by AUC on rows that also stop it. */
export const stoppedByAuc = moduleObjective(import.meta.url, 'stoppedByAuc', { make: stoppingBooster, metric: rocAuc });

/** The booster by log loss on rows that also stop it. */
export const stoppedByLoss = moduleObjective(import.meta.url, 'stoppedByLoss', {
  make: stoppingBooster,
  metric: rows => -logLoss(rows),
});

/** A booster whose number of trees is chosen as well, so that it can be fitted again on more rows. */
export const countedSpace = { ...boosterSpace, maxDepth: whole(2, 8), trees: logWhole(20, 400) };

export const countedByLoss = moduleObjective(import.meta.url, 'countedByLoss', {
  make: (params: BoosterParams & { readonly trees: number }) => gradientBoostingClassifier(params),
  metric: rows => -logLoss(rows),
});

export type Member = 'booster' | 'forest' | 'linear';

/** Every mixture that validation may choose. */
export const mixtures: readonly (readonly Member[])[] = [
  ['booster'],
  ['forest'],
  ['linear'],
  ['booster', 'forest'],
  ['booster', 'linear'],
  ['forest', 'linear'],
  ['booster', 'forest', 'linear'],
];

/** The mean of its members' probabilities. */
export function mixture(members: readonly Member[], booster: Estimator<FittedClassifier>): Estimator<FittedClassifier> {
  const of = {
    booster,
    forest: randomForestClassifier({ trees: 400, minLeaf: 3, maxDepth: 20 }),
    linear: pipeline([impute(), oneHot(), scale(), logisticRegression({ l2: 1 })]),
  };
  return members.length === 1 ? of[members[0]] : votingClassifier(members.map(member => of[member]));
}
