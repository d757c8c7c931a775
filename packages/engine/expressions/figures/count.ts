import type { Figure } from '../figure.ts';

export const count: Figure = {
  name: 'count',
  summary: 'How many events there are.',
  takes: null,
  ofNothing: 0,
  accumulator: null,
  read: window => window.events,
  formula: () => 'count',
};
