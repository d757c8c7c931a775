import { dayMs } from '../duration.ts';
import type { Figure } from '../figure.ts';

export const daysSinceFirst: Figure = {
  name: 'daysSinceFirst',
  summary: 'Days since the oldest event of the window; missing of none.',
  takes: null,
  ofNothing: NaN,
  accumulator: null,
  read: (window, _, at) => (at - window.firstTime()) / dayMs,
  formula: () => 'days since the first',
};
