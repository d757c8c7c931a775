import { DistinctCount } from './distinct-count.ts';
import { ExactMoments } from './exact-moments.ts';
import { ExactSum } from './exact-sum.ts';
import type { NumberStore } from './number-store.ts';
import { SortedNumbers } from './sorted-numbers.ts';

/** What a window can remember of its values; sums lie in the numbers of their window's store. */
export const exactSum = {
  name: 'sum',
  size: ExactSum.size,
  create: (store?: NumberStore, at?: number) => new ExactSum(store, at),
};
export const exactMoments = {
  name: 'moments',
  size: ExactMoments.size,
  create: (store?: NumberStore, at?: number) => new ExactMoments(store, at),
};
export const sortedNumbers = { name: 'order', size: 0, create: () => new SortedNumbers() };
export const distinctCount = { name: 'distinct', size: 0, create: () => new DistinctCount() };
