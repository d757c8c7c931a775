import {
  type Estimator,
  type FittedClassifier,
  gradientBoostingClassifier,
  gridSearch,
  type Random,
  type Split,
  takeRows,
  tpeSearch,
} from '@rikuy/learn';
import { countedByLoss, countedSpace, type Member, mixture, mixtures } from './objectives.ts';
import type { PublicTable } from './public-table.ts';

const THREADS = 2;

export interface Tuned {
  readonly members: readonly Member[];
  readonly params: Readonly<Record<string, number>>;
  readonly estimator: Estimator<FittedClassifier>;
}

/**
 * Chooses on these splits alone, by log loss: the booster's parameters by so many trials of TPE, then the mixture of it
 * with a forest and a linear model, each of them as it is.
 */
export async function tuneMixture(
  { X, y }: PublicTable,
  splits: readonly Split[],
  { trials, random }: { readonly trials: number; readonly random: Random },
): Promise<Tuned> {
  const found = await tpeSearch(X, y, countedSpace, {
    objective: countedByLoss,
    splits,
    trials,
    random,
    pruning: 'median',
    workers: THREADS,
  });
  const booster = gradientBoostingClassifier(found.best.params);
  const objective = {
    make: ({ mixed }: { mixed: number }) => mixture(mixtures[mixed], booster),
    metric: countedByLoss.metric,
  };
  const mixed = mixtures.map((_, k) => k);
  const chosen = await gridSearch(X, y, { mixed }, { objective, splits, random, threads: THREADS });
  const members = mixtures[chosen.best.params.mixed];
  return { members, params: found.best.params, estimator: mixture(members, booster) };
}

/** The chosen estimator, fitted on these rows. */
export function fitOn(
  estimator: Estimator<FittedClassifier>,
  { X, y }: PublicTable,
  rows: Uint32Array,
  random: Random,
): FittedClassifier {
  const labels = Float64Array.from(rows, row => y[row]);
  return estimator.fit(takeRows(X, rows), labels, { random, threads: THREADS });
}

/** An estimator that stops early, fitted on the rows to learn from and stopped by those to choose on. */
export function fitStopped(
  estimator: Estimator<FittedClassifier>,
  { X, y }: PublicTable,
  { train, validation }: Split,
  random: Random,
): FittedClassifier {
  const rows = (of: Uint32Array) => ({ X: takeRows(X, of), y: Float64Array.from(of, row => y[row]) });
  const { X: ownX, y: ownY } = rows(train);
  return estimator.fit(ownX, ownY, { random, validation: rows(validation), threads: THREADS });
}
