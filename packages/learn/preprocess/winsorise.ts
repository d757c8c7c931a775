import { z } from 'zod';
import {
  presentNumbers,
  weightedDeviation,
  weightedMean,
  type WeightedNumbers,
  weightedQuantiles,
} from '../math/weighted.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { EstimatorFactory, FittedTransformer } from '../protocol/estimator.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import type { NumberColumn } from '../table/column.ts';
import { columnChoice } from './column-choice.ts';
import { type ColumnRules, fitColumnRules, readColumnRules } from './column-rules.ts';
import { mapNumbers } from './number-map.ts';

const params = z
  .strictObject({
    columns: columnChoice.default('numbers'),
    method: z
      .enum(['iqr', 'z', 'quantile'])
      .default('iqr')
      .describe(
        'Limits at `factor` interquartile ranges beyond the quartiles, `factor` deviations from the mean, or quantiles.',
      ),
    factor: z.number().positive().optional().describe('For `iqr` (default 1.5) and `z` (default 3).'),
    lower: z.number().min(0).max(1).default(0.01).describe('Lower quantile, as a share.'),
    upper: z.number().min(0).max(1).default(0.99).describe('Upper quantile, as a share.'),
  })
  .refine(({ lower, upper }) => lower < upper, { path: ['lower'], error: 'must be below `upper`' });

const rule = z.nullable(z.object({ lower: z.number(), upper: z.number() }));
type Limits = { readonly lower: number; readonly upper: number };

const winsorising: ColumnRules<z.output<typeof params>, z.infer<typeof rule>> = {
  kind: 'winsorise',
  accepts: 'number',
  rule,
  learn: ({ column, weights }, chosen) => {
    const present = presentNumbers((column as NumberColumn).values, weights);
    return present.values.length === 0 ? null : limitsOf(present, chosen);
  },
  outputs: input => [input],
  applier: limits => mapNumbers(value => (limits ? Math.min(Math.max(value, limits.lower), limits.upper) : value)),
};

/**
 * Pulls numbers beyond limits learned in training back to the limits; gaps stay. A column whose quartiles coincide
 * (most values equal) is left as it is by `iqr`, which would flatten it.
 */
export const winsorise: EstimatorFactory<typeof params, FittedTransformer> = defineEstimator({
  kind: winsorising.kind,
  role: 'transformer',
  params,
  fit: (chosen, X, y, options) => fitColumnRules(winsorising, chosen, countedRows(X, y, options)),
  fromState: state => readColumnRules(winsorising, state),
});

function limitsOf(present: WeightedNumbers, chosen: z.output<typeof params>): Limits | null {
  if (chosen.method === 'iqr') return quartileLimits(present, chosen.factor ?? 1.5);
  if (chosen.method === 'z') return deviationLimits(present, chosen.factor ?? 3);
  const [lower, upper] = weightedQuantiles(present, [chosen.lower, chosen.upper]);
  return { lower, upper };
}

function quartileLimits(present: WeightedNumbers, factor: number): Limits | null {
  const [first, third] = weightedQuantiles(present, [0.25, 0.75]);
  const reach = factor * (third - first);
  return reach === 0 ? null : { lower: first - reach, upper: third + reach };
}

function deviationLimits(present: WeightedNumbers, factor: number): Limits {
  const mean = weightedMean(present);
  const reach = factor * weightedDeviation(present);
  return { lower: mean - reach, upper: mean + reach };
}
