import { z } from 'zod';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FittedTransformer } from '../protocol/estimator.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { type CategoryColumn, numbers } from '../table/column.ts';
import { columnChoice } from './column-choice.ts';
import { type ColumnRules, fitColumnRules, readColumnRules } from './column-rules.ts';
import { levelWeights, lookUpLevels } from './levels.ts';

const params = z.strictObject({
  columns: columnChoice.default('categories'),
  order: z
    .record(z.string(), z.array(z.string()).min(1))
    .default({})
    .describe('Levels from lowest to highest, by column; other columns count their levels by name.'),
});

const rule = z.object({ levels: z.array(z.string()) });

const ordinalEncoding: ColumnRules<z.output<typeof params>, z.infer<typeof rule>> = {
  kind: 'ordinal',
  accepts: 'category',
  rule,
  learn: ({ name, column, weights }, { order }) => ({
    levels: order[name] ?? levelWeights(column as CategoryColumn, weights).levels,
  }),
  outputs: ({ name }) => [{ name, kind: 'number' }],
  applier: ({ levels }) => {
    const known = new Map(levels.map((level, place) => [level, place]));
    return from => [numbers(lookUpLevels(from as CategoryColumn, known, { unseen: NaN, missing: NaN }))];
  },
};

/** Levels as 0, 1, 2, …; gaps, and levels that were not seen in training or are not in the order given, become gaps. */
export const ordinal: EstimatorFactory<typeof params, FittedTransformer> = defineEstimator({
  kind: ordinalEncoding.kind,
  role: 'transformer',
  params,
  fit: (chosen, X, y, options) => fitColumnRules(ordinalEncoding, chosen, countedRows(X, y, options)),
  fromState: state => readColumnRules(ordinalEncoding, state),
});
