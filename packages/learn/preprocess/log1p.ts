import { z } from 'zod';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FittedTransformer } from '../protocol/estimator.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { columnChoice } from './column-choice.ts';
import { type ColumnRules, fitColumnRules, readColumnRules } from './column-rules.ts';
import { mapNumbers } from './number-map.ts';

const params = z.strictObject({
  columns: columnChoice.default('numbers'),
  negatives: z
    .enum(['mirror', 'missing'])
    .default('mirror')
    .describe('`mirror` gives −log(1 − x) for negative x, `missing` makes it a gap.'),
});

const rule = z.object({ negatives: z.enum(['mirror', 'missing']) });

const logarithm: ColumnRules<z.output<typeof params>, z.infer<typeof rule>> = {
  kind: 'log1p',
  accepts: 'number',
  rule,
  learn: (_, { negatives }) => ({ negatives }),
  outputs: input => [input],
  applier: ({ negatives }) =>
    mapNumbers(value => {
      if (value >= 0) return Math.log1p(value);
      return negatives === 'mirror' ? -Math.log1p(-value) : NaN;
    }),
};

/** The logarithm of one plus the number, which tames amounts that spread over several powers of ten. */
export const log1p: EstimatorFactory<typeof params, FittedTransformer> = defineEstimator({
  kind: logarithm.kind,
  role: 'transformer',
  params,
  fit: (chosen, X, y, options) => fitColumnRules(logarithm, chosen, countedRows(X, y, options)),
  fromState: state => readColumnRules(logarithm, state),
});
