import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrialRecord } from './journal.ts';
import { isCheckpoint, limitsBy } from './pruning.ts';

const finished = (scores: number[], losses: number[][] = [], trial = 0): TrialRecord => ({
  trial,
  params: {},
  scores,
  losses,
  pruned: false,
});

const trials = array(array(double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }), {
  minLength: 8,
  maxLength: 40,
});

describe('limits', () => {
  it('are there once enough trials were finished', () => {
    const four = [0.1, 0.2, 0.3, 0.4].map(score => finished([score, score]));
    expect(limitsBy('median', four, 2).leastMean).toEqual([-Infinity]);
    expect(limitsBy('median', [...four, finished([0.5, 0.5])], 2).leastMean).toEqual([0.3]);
    expect(limitsBy('halving', four.slice(1), 2).leastMean).toEqual([-Infinity]);
    expect(limitsBy('halving', four, 2).leastMean).toEqual([0.3]);
    expect(limitsBy('none', four, 2)).toEqual({ leastMean: [], mostLoss: [] });
  });

  it('let half of the trials pass the median, and a quarter a rung', () => {
    assert(
      property(trials, scores => {
        const seen = scores.map(one => finished(one));
        const passing = (limit: number): number => scores.filter(([first]) => first >= limit).length / scores.length;
        expect(passing(limitsBy('median', seen, 3).leastMean[0])).toBeGreaterThanOrEqual(0.5);
        expect(passing(limitsBy('halving', seen, 3).leastMean[0])).toBeGreaterThanOrEqual(0.25);
        expect(
          seen.filter(({ scores: [first] }) => first > limitsBy('median', seen, 3).leastMean[0]).length,
        ).toBeLessThanOrEqual(scores.length / 2);
      }),
    );
  });

  it('compare losses by checkpoint, halving at every second one only', () => {
    const seen = [1, 2, 3, 4, 5].map(loss => finished([0], [[loss, 10 * loss, 100 * loss]]));
    expect(limitsBy('median', seen, 1).mostLoss).toEqual([[3, 30, 300]]);
    expect(limitsBy('halving', seen, 1).mostLoss).toEqual([[2, Infinity, 200]]);
  });

  it('compare losses after 8, 16, 32, … rounds', () => {
    const rounds = Array.from({ length: 70 }, (_, k) => k).filter(isCheckpoint);
    expect(rounds).toEqual([8, 16, 32, 64]);
  });
});
