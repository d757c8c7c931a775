import type { ExactSum } from '../accumulators/exact-sum.ts';
import { exactSum } from '../accumulators/kinds.ts';
import type { Figure } from '../figure.ts';

export const share: Figure<ExactSum> = {
  name: 'share',
  summary: 'The share of events of which a condition holds, unknown ones aside; missing of none.',
  takes: 'boolean',
  ofNothing: NaN,
  accumulator: exactSum,
  read: (_, claims) => (claims.count === 0 ? NaN : claims.value() / claims.count),
  formula: claim => `share of ${claim}`,
};
