import type { Figure } from '../figure.ts';

/** The value of the event that is the `rank`-th from the newest backwards, 1 the newest itself. */
export function recentOf(rank: number): Figure {
  return {
    name: 'recent',
    summary: 'The value of the newest event, or of one so many before it; missing where there are fewer.',
    takes: 'number',
    ofNothing: NaN,
    accumulator: null,
    read: (window, _, __, column) => window.recent(rank, column),
    formula: value => (rank === 1 ? `newest ${value}` : `${value} of the newest but ${rank - 1}`),
  };
}

export const recent = recentOf(1);
