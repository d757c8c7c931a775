import { DistinctCount } from './distinct-count.ts';
import { ExactMoments } from './exact-moments.ts';
import { ExactSum } from './exact-sum.ts';
import { SortedNumbers } from './sorted-numbers.ts';

/** What a window can remember of its values. */
export const exactSum = { name: 'sum', create: () => new ExactSum() };
export const exactMoments = { name: 'moments', create: () => new ExactMoments() };
export const sortedNumbers = { name: 'order', create: () => new SortedNumbers() };
export const distinctCount = { name: 'distinct', create: () => new DistinctCount() };
