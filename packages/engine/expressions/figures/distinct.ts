import type { DistinctCount } from '../accumulators/distinct-count.ts';
import { distinctCount } from '../accumulators/kinds.ts';
import type { Figure } from '../figure.ts';

export const distinct: Figure<DistinctCount> = {
  name: 'distinct',
  summary: 'How many different values there are, missing ones aside.',
  takes: 'any',
  ofNothing: 0,
  accumulator: distinctCount,
  read: (_, values) => values.distinct,
  formula: value => `number of different ${value}`,
};
