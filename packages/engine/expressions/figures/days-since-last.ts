import { dayMs } from '../duration.ts';
import type { Figure } from '../figure.ts';

export const daysSinceLast: Figure = {
  name: 'daysSinceLast',
  summary: 'Days since the newest event of the window; missing of none.',
  takes: null,
  ofNothing: NaN,
  accumulator: null,
  read: (window, _, at) => (at - window.lastTime()) / dayMs,
  formula: () => 'days since the last',
};
