import type { SortedNumbers } from '../accumulators/sorted-numbers.ts';
import { sortedNumbers } from '../accumulators/kinds.ts';
import type { Figure } from '../figure.ts';

export const min: Figure<SortedNumbers> = {
  name: 'min',
  summary: 'The smallest value; missing of none.',
  takes: 'number',
  ofNothing: NaN,
  accumulator: sortedNumbers,
  read: (_, numbers) => numbers.min(),
  formula: value => `smallest ${value}`,
};
