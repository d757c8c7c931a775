import type { ExactSum } from '../accumulators/exact-sum.ts';
import { exactSum } from '../accumulators/kinds.ts';
import type { Figure } from '../figure.ts';

export const mean: Figure<ExactSum> = {
  name: 'mean',
  summary: 'The mean of the values that are not missing; missing of none.',
  takes: 'number',
  ofNothing: NaN,
  accumulator: exactSum,
  read: (_, numbers) => (numbers.count === 0 ? NaN : numbers.value() / numbers.count),
  formula: value => `mean of ${value}`,
};
