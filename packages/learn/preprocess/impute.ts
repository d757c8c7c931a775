import { z } from 'zod';
import { asDoubles } from '../math/gather.ts';
import { presentNumbers, weightedMean, weightedMode, weightedQuantiles } from '../math/weighted.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FittedTransformer } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { type CategoryColumn, type Column, type NumberColumn, numbers } from '../table/column.ts';
import { columnChoice } from './column-choice.ts';
import { type ColumnRules, type ColumnToLearn, fitColumnRules, readColumnRules } from './column-rules.ts';
import { levelWeights } from './levels.ts';

const params = z
  .strictObject({
    columns: columnChoice.default('numbers'),
    strategy: z
      .enum(['mean', 'median', 'mode', 'constant'])
      .default('median')
      .describe('What fills a gap; categories allow `mode` and `constant`.'),
    fill: z
      .union([z.number(), z.string().min(1)])
      .optional()
      .describe('The constant of the strategy `constant`.'),
    indicator: z
      .boolean()
      .default(false)
      .describe('Add a column `name:missing` of 0 and 1 for each column that had gaps in training.'),
  })
  .refine(({ strategy, fill }) => (strategy === 'constant') === (fill !== undefined), {
    path: ['fill'],
    error: 'must be given with the strategy `constant`, and only then',
  });

const rule = z.object({ fill: z.union([z.number(), z.string(), z.null()]), indicator: z.boolean() });
type Rule = z.infer<typeof rule>;

const imputation: ColumnRules<z.output<typeof params>, Rule> = {
  kind: 'impute',
  accepts: 'any',
  rule,
  learn: (given, chosen) => ({
    fill: given.column.kind === 'number' ? numberFill(given, chosen) : categoryFill(given, chosen),
    indicator: chosen.indicator && hasGaps(given.column),
  }),
  outputs: (input, { indicator }) => (indicator ? [input, { name: `${input.name}:missing`, kind: 'number' }] : [input]),
  applier:
    ({ fill, indicator }) =>
    from =>
      indicator ? [filled(from, fill), gapsOf(from)] : [filled(from, fill)],
};

/**
 * Fills gaps by the training rows' mean, median, mode, or a constant. A number column without any value is filled
 * with 0, a category column without any stays as it is.
 */
export const impute: EstimatorFactory<typeof params, FittedTransformer> = defineEstimator({
  kind: imputation.kind,
  role: 'transformer',
  params,
  fit: (chosen, X, y, options) => fitColumnRules(imputation, chosen, countedRows(X, y, options)),
  fromState: state => readColumnRules(imputation, state),
});

function numberFill({ name, column, weights }: ColumnToLearn, chosen: z.output<typeof params>): number {
  if (chosen.strategy === 'constant') return ofType(chosen.fill, 'number', name);
  const present = presentNumbers((column as NumberColumn).values, weights);
  if (present.values.length === 0) return 0;
  if (chosen.strategy === 'mean') return weightedMean(present);
  if (chosen.strategy === 'mode') return weightedMode(present);
  return weightedQuantiles(present, [0.5])[0];
}

function categoryFill({ name, column, weights }: ColumnToLearn, chosen: z.output<typeof params>): string | null {
  if (chosen.strategy === 'constant') return ofType(chosen.fill, 'string', name);
  if (chosen.strategy === 'mode') return mostFrequent(column as CategoryColumn, weights);
  throw new LearnError(
    'invalid-data',
    `column \`${name}\` holds categories, which have no ${chosen.strategy}; use the strategy \`mode\` or \`constant\`.`,
  );
}

/** The first by name of several; null when no row has a level. */
function mostFrequent(column: CategoryColumn, weights: Float64Array): string | null {
  const found = levelWeights(column, weights);
  let most = 0;
  for (let k = 1; k < found.weights.length; k++) if (found.weights[k] > found.weights[most]) most = k;
  return found.levels[most] ?? null;
}

function ofType<T extends 'number' | 'string'>(
  fill: number | string | undefined,
  type: T,
  name: string,
): T extends 'number' ? number : string {
  if (typeof fill === type) return fill as T extends 'number' ? number : string;
  throw new LearnError('invalid-data', `\`fill\` must be a ${type} for column \`${name}\`; got a ${typeof fill}.`);
}

function hasGaps(column: NumberColumn | CategoryColumn): boolean {
  return column.kind === 'number' ? column.values.some(Number.isNaN) : column.codes.includes(-1);
}

function gapsOf(column: Column): Column {
  if (column.kind === 'category') return numbers(Float64Array.from(column.codes, code => (code < 0 ? 1 : 0)));
  return numbers(asDoubles(column.values).map(value => (Number.isNaN(value) ? 1 : 0)));
}

function filled(column: Column, fill: Rule['fill']): Column {
  if (fill === null) return column;
  if (column.kind === 'category') return filledCategories(column, String(fill));
  const number = Number(fill);
  return numbers(asDoubles(column.values).map(value => (Number.isNaN(value) ? number : value)));
}

function filledCategories(column: CategoryColumn, fill: string): CategoryColumn {
  if (!column.codes.includes(-1)) return column;
  const known = column.levels.indexOf(fill);
  const levels = known >= 0 ? column.levels : [...column.levels, fill];
  const fillCode = known >= 0 ? known : column.levels.length;
  return { kind: 'category', levels, codes: column.codes.map(code => (code < 0 ? fillCode : code)) };
}
