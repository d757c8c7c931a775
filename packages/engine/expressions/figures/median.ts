import type { SortedNumbers } from '../accumulators/sorted-numbers.ts';
import { sortedNumbers } from '../accumulators/kinds.ts';
import type { Figure } from '../figure.ts';

export const median: Figure<SortedNumbers> = {
  name: 'median',
  summary: 'The median of the values that are not missing; missing of none.',
  takes: 'number',
  ofNothing: NaN,
  accumulator: sortedNumbers,
  read: (_, numbers) => numbers.median(),
  formula: value => `median of ${value}`,
};
