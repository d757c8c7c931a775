import type { ExactMoments } from '../accumulators/exact-moments.ts';
import { exactMoments } from '../accumulators/kinds.ts';
import type { Figure } from '../figure.ts';

export const std: Figure<ExactMoments> = {
  name: 'std',
  summary: 'The sample standard deviation; missing of fewer than two values.',
  takes: 'number',
  ofNothing: NaN,
  accumulator: exactMoments,
  read: (_, numbers) => numbers.standardDeviation(),
  formula: value => `standard deviation of ${value}`,
};
