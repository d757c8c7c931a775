import type { ExactSum } from '../accumulators/exact-sum.ts';
import { exactSum } from '../accumulators/kinds.ts';
import type { Figure } from '../figure.ts';

export const sum: Figure<ExactSum> = {
  name: 'sum',
  summary: 'The sum of the values that are not missing; 0 of none.',
  takes: 'number',
  ofNothing: 0,
  accumulator: exactSum,
  read: (_, numbers) => numbers.value(),
  formula: value => `sum of ${value}`,
};
