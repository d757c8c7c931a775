import type { SortedNumbers } from '../accumulators/sorted-numbers.ts';
import { sortedNumbers } from '../accumulators/kinds.ts';
import type { Figure } from '../figure.ts';

export const max: Figure<SortedNumbers> = {
  name: 'max',
  summary: 'The largest value; missing of none.',
  takes: 'number',
  ofNothing: NaN,
  accumulator: sortedNumbers,
  read: (_, numbers) => numbers.max(),
  formula: value => `largest ${value}`,
};
