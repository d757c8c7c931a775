import { z } from 'zod';
import { assignFolds } from '../math/fold-assignment.ts';
import { gather, positionsUpTo } from '../math/gather.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FitOptions, FittedOnTable, FittedTransformer } from '../protocol/estimator.ts';
import { countedRows, type WeightedRows } from '../protocol/weighted-rows.ts';
import { seeded } from '../random/random.ts';
import { type CategoryColumn, numbers } from '../table/column.ts';
import { numberColumn, type Table, takeRows, withColumns } from '../table/table.ts';
import { columnChoice } from './column-choice.ts';
import { type ColumnRules, type ColumnToLearn, fitColumnRules, readColumnRules } from './column-rules.ts';
import { levelWeights, lookUpLevels } from './levels.ts';

const params = z.strictObject({
  columns: columnChoice.default('categories'),
  smoothing: z.number().min(0).default(20).describe('Weight, in rows, of the overall mean against a level’s own rows.'),
  folds: z
    .int()
    .min(2)
    .max(1000)
    .default(5)
    .describe('Parts into which training rows fall when they encode each other.'),
});
type Params = z.output<typeof params>;

const rule = z.object({
  levels: z.array(z.string()),
  values: z.array(z.number()),
  missing: z.number(),
  prior: z.number(),
});
type Rule = z.infer<typeof rule>;

const targetEncoding: ColumnRules<Params, Rule> = {
  kind: 'target-encode',
  accepts: 'category',
  rule,
  learn: learnMeans,
  outputs: ({ name }) => [{ name, kind: 'number' }],
  applier: ({ levels, values, missing, prior }) => {
    const known = new Map(levels.map((level, k) => [level, values[k]]));
    return from => [numbers(lookUpLevels(from as CategoryColumn, known, { unseen: prior, missing }))];
  },
};

/**
 * Each level as the smoothed mean of `y` over its rows, (Σ y + smoothing · prior) / (n + smoothing), where the prior
 * is the mean over all rows (Micci-Barreca 2001). Gaps are a level of their own; levels not seen in training get the
 * prior. `fitTransform` gives each training row the mean of rows in the other folds only, so that a model trained on
 * it never meets a row's own label; `fit(…).transform` on training rows would leak it.
 */
export const targetEncode: EstimatorFactory<typeof params, FittedTransformer> = defineEstimator({
  kind: targetEncoding.kind,
  role: 'transformer',
  params,
  fit: (chosen, X, y, options) => fitColumnRules(targetEncoding, chosen, countedRows(X, y, options)),
  fitTransform: crossFit,
  fromState: state => readColumnRules(targetEncoding, state),
});

function learnMeans({ column, y, weights }: ColumnToLearn, { smoothing }: Params): Rule {
  const from = column as CategoryColumn;
  const counts = levelWeights(from, weights);
  const sums = labelSums(from, y, weights);
  const prior = sum(sums.values()) / sum([...counts.weights, counts.missing]);
  const smoothed = (labelSum: number, count: number): number =>
    count + smoothing === 0 ? prior : (labelSum + smoothing * prior) / (count + smoothing);
  return {
    levels: counts.levels,
    values: counts.levels.map((level, k) => smoothed(sums.get(level)!, counts.weights[k])),
    missing: smoothed(sums.get(null) ?? 0, counts.missing),
    prior,
  };
}

/** Weighted sum of `y` by level; under `null`, of the rows without one. */
function labelSums(
  { codes, levels }: CategoryColumn,
  y: Float64Array,
  weights: Float64Array,
): Map<string | null, number> {
  const sums = new Float64Array(levels.length + 1);
  for (let i = 0; i < codes.length; i++) sums[codes[i] + 1] += weights[i] * y[i];
  return new Map([[null, sums[0]], ...levels.map((level, code) => [level, sums[code + 1]] as const)]);
}

function crossFit(chosen: Params, X: Table, y: Float64Array, options: FitOptions): FittedOnTable<FittedTransformer> {
  const counted = countedRows(X, y, options);
  const fitted = fitColumnRules(targetEncoding, chosen, counted);
  const columns = fitted.toState().values.rules as [string, Rule][];
  const whole = fitted.transform(X);
  const encoded = new Map(columns.map(([name]) => [name, Float64Array.from(numberColumn(whole, name).values)]));
  const foldCount = Math.min(chosen.folds, counted.rows.length);
  const foldOf = assignFolds(counted.y, foldCount, (options.random ?? seeded(0)).fork('target-encode'));
  for (let fold = 0; fold < foldCount; fold++) encodeFold(chosen, counted, { foldOf, fold, encoded });
  const replaced = [...encoded].map(([name, values]) => [name, numbers(values)] as const);
  return { fitted, transformed: withColumns(whole, Object.fromEntries(replaced)) };
}

interface FoldToEncode {
  readonly foldOf: Uint16Array;
  readonly fold: number;
  /** Values by column and row of the whole table, changed in place. */
  readonly encoded: ReadonlyMap<string, Float64Array>;
}

function encodeFold(chosen: Params, counted: WeightedRows, { foldOf, fold, encoded }: FoldToEncode): void {
  const positions = positionsUpTo(foldOf.length);
  const others = positions.filter(k => foldOf[k] !== fold);
  if (others.length === 0) return;
  const own = positions.filter(k => foldOf[k] === fold);
  const fitted = fitColumnRules(targetEncoding, chosen, takeCounted(counted, others));
  const values = fitted.transform(takeRows(counted.X, own));
  for (const [name, into] of encoded) {
    const from = numberColumn(values, name).values;
    own.forEach((k, at) => (into[counted.rows[k]] = from[at]));
  }
}

function takeCounted({ X, y, weights, rows }: WeightedRows, positions: Uint32Array): WeightedRows {
  return {
    X: takeRows(X, positions),
    y: gather(y, positions),
    weights: gather(weights, positions),
    rows: Uint32Array.from(positions, k => rows[k]),
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
