import { z } from 'zod';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FittedTransformer } from '../protocol/estimator.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { type CategoryColumn, numbers } from '../table/column.ts';
import { columnChoice } from './column-choice.ts';
import { type ColumnRules, type ColumnToLearn, fitColumnRules, readColumnRules } from './column-rules.ts';
import { levelWeights, lookUpLevels } from './levels.ts';

const params = z.strictObject({ columns: columnChoice.default('categories') });

const rule = z.object({ levels: z.array(z.string()), shares: z.array(z.number()), missing: z.number() });
type Rule = z.infer<typeof rule>;

const frequencyEncoding: ColumnRules<z.output<typeof params>, Rule> = {
  kind: 'frequency-encode',
  accepts: 'category',
  rule,
  learn: learnShares,
  outputs: ({ name }) => [{ name, kind: 'number' }],
  applier: ({ levels, shares, missing }) => {
    const known = new Map(levels.map((level, k) => [level, shares[k]]));
    return from => [numbers(lookUpLevels(from as CategoryColumn, known, { unseen: 0, missing }))];
  },
};

/** Each level as its share of the training rows; gaps as the share of gaps, levels not seen in training as 0. */
export const frequencyEncode: EstimatorFactory<typeof params, FittedTransformer> = defineEstimator({
  kind: frequencyEncoding.kind,
  role: 'transformer',
  params,
  fit: (chosen, X, y, options) => fitColumnRules(frequencyEncoding, chosen, countedRows(X, y, options)),
  fromState: state => readColumnRules(frequencyEncoding, state),
});

function learnShares({ column, weights }: ColumnToLearn): Rule {
  const found = levelWeights(column as CategoryColumn, weights);
  const total = found.weights.reduce((sum, weight) => sum + weight, found.missing);
  return {
    levels: found.levels,
    shares: found.weights.map(weight => weight / total),
    missing: found.missing / total,
  };
}
