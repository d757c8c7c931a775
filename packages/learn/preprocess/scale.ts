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

const params = z.strictObject({
  columns: columnChoice.default('numbers'),
  method: z
    .enum(['standard', 'min-max', 'robust'])
    .default('standard')
    .describe('Mean and standard deviation, minimum and range, or median and interquartile range.'),
});

const rule = z.object({ center: z.number(), scale: z.number() });
type Rule = z.infer<typeof rule>;

const scaling: ColumnRules<z.output<typeof params>, Rule> = {
  kind: 'scale',
  accepts: 'number',
  rule,
  learn: ({ column, weights }, { method }) => {
    const present = presentNumbers((column as NumberColumn).values, weights);
    if (present.values.length === 0) return { center: 0, scale: 1 };
    const { center, scale } = measures[method](present);
    return { center, scale: scale === 0 ? 1 : scale };
  },
  outputs: input => [input],
  applier: ({ center, scale }) => mapNumbers(value => (value - center) / scale),
};

/**
 * Moves and stretches numbers to a common scale; gaps stay. A column that did not vary in training is only moved.
 */
export const scale: EstimatorFactory<typeof params, FittedTransformer> = defineEstimator({
  kind: scaling.kind,
  role: 'transformer',
  params,
  fit: (chosen, X, y, options) => fitColumnRules(scaling, chosen, countedRows(X, y, options)),
  fromState: state => readColumnRules(scaling, state),
});

const measures: Record<z.output<typeof params>['method'], (present: WeightedNumbers) => Rule> = {
  standard: present => ({ center: weightedMean(present), scale: weightedDeviation(present) }),
  'min-max': ({ values }) => {
    const [least, most] = extremes(values);
    return { center: least, scale: most - least };
  },
  robust: present => {
    const [first, median, third] = weightedQuantiles(present, [0.25, 0.5, 0.75]);
    return { center: median, scale: third - first };
  },
};

function extremes(values: Float64Array): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
