import { describe, expect, it } from 'vitest';
import { estimateTimeLeft } from './time-left.ts';

describe('estimateTimeLeft', () => {
  it('goes by the pace since the step was first heard of', () => {
    expect(estimateTimeLeft({ elapsedMs: 10_000, from: 0.2, to: 0.4 }, 'en')).toBe('30 s left');
  });

  it('tells minutes in the language asked for', () => {
    expect(estimateTimeLeft({ elapsedMs: 25_000, from: 0, to: 0.2 }, 'es')).toBe('quedan 1 min 40 s');
  });

  it('says nothing before it can tell, and nothing at the end', () => {
    expect(estimateTimeLeft({ elapsedMs: 0, from: 0.5, to: 0.5 }, 'en')).toBe('');
    expect(estimateTimeLeft({ elapsedMs: 9_000, from: 0, to: 1 }, 'en')).toBe('');
  });
});
