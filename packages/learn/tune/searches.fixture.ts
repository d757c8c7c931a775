// Objectives and rows for tests of searches; threads import it, so it holds nothing else.
import { pipeline } from '../compose/pipeline.ts';
import { logisticRegression } from '../linear/logistic-regression.ts';
import { logLoss } from '../metrics/probability.ts';
import { rocAuc } from '../metrics/ranking.ts';
import { oneHot } from '../preprocess/one-hot.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { seeded } from '../random/random.ts';
import { stratifiedFolds } from '../select/folds.ts';
import { categories, numbers } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';
import { gradientBoostingClassifier } from '../trees/gradient-boosting.ts';
import { moduleObjective } from './objective.ts';
import type { SearchPlan, SearchResult } from './search.ts';
import { choice, logReal, whole } from './space.ts';
import { tpeSearch } from './tpe-search.ts';

/** One number, one category and their noisy class. */
export function exampleRows(rowCount: number): { X: Table; y: Float64Array } {
  const random = seeded(8);
  const x = Float64Array.from({ length: rowCount }, () => random.normal());
  const office = Array.from(x, () => (random.next() < 0.5 ? 'Callao' : 'Tacna'));
  const y = x.map((value, i) => {
    const logOdds = 2 * value + (office[i] === 'Tacna' ? 1 : 0);
    return random.next() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  return { X: table({ x: numbers(x), office: categories(office) }), y };
}

export const { X, y } = exampleRows(200);
export const splits = stratifiedFolds(y, { folds: 3, random: seeded(1) });

export const linear = moduleObjective(import.meta.url, 'linear', {
  make: (params: { l2: number; iterations: number }) => pipeline([oneHot(), logisticRegression(params)]),
  metric: rows => -logLoss(rows),
});
export const linearSpace = { l2: logReal(1e-3, 1e4), iterations: choice([20, 30]) };

export const boosted = moduleObjective(import.meta.url, 'boosted', {
  make: (params: { learningRate: number; maxDepth: number }) =>
    gradientBoostingClassifier({ ...params, trees: 80, earlyStoppingRounds: 10 }),
  metric: rocAuc,
});
export const boostedSpace = { learningRate: logReal(0.003, 0.5), maxDepth: whole(1, 6) };

/** Claims a name that this module does not export. */
export const misnamed = moduleObjective(import.meta.url, 'absent', { make: linear.make, metric: linear.metric });

export const refusing = moduleObjective(import.meta.url, 'refusing', {
  make: linear.make,
  metric: (): number => {
    throw new LearnError('invalid-data', 'no such metric here.');
  },
});

export type Linear = { l2: number; iterations: number };
export type LinearPlan = Partial<SearchPlan<Linear>> & { readonly trials?: number };

export function search(plan: LinearPlan = {}): Promise<SearchResult<Linear>> {
  return tpeSearch(X, y, linearSpace, { objective: linear, splits, trials: 20, random: seeded(2), ...plan });
}

export type Boosted = { learningRate: number; maxDepth: number };

export function boostedSearch(plan: Partial<SearchPlan<Boosted>> = {}): Promise<SearchResult<Boosted>> {
  return tpeSearch(X, y, boostedSpace, {
    objective: boosted,
    splits,
    trials: 16,
    earlyStopping: true,
    pruning: 'median',
    random: seeded(2),
    ...plan,
  });
}
