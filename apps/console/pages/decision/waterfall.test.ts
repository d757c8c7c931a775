import type { Explanation, Reason } from '@rikuy/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityOf, probabilityTicks, waterfallOf } from './waterfall.ts';

function part(code: string, contribution: number, kind: Reason['kind'] = 'feature'): Reason {
  return { kind, code, contribution, value: 1, usual: 1, text: { es: code, en: code }, short: { es: code, en: code } };
}

function explained(base: number, contributions: readonly number[]): Explanation {
  const total = contributions.reduce((sum, contribution) => sum + contribution, base);
  return {
    scale: 'log-odds',
    base,
    total,
    parts: contributions.map((contribution, index) => part(`f${index}`, contribution)),
  };
}

describe('waterfallOf', () => {
  it('starts each bar where the one before ends and arrives at the total', () => {
    const contribution = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(contribution, { maxLength: 40 }),
        contribution,
        fc.integer({ min: 0, max: 12 }),
        (contributions, base, most) => {
          const steps = waterfallOf(explained(base, contributions), most);
          const bars = steps.slice(1, -1);
          for (const [index, bar] of bars.entries()) expect(bar.from).toBe(steps[index].to);
          expect(steps.at(-2)!.to).toBeCloseTo(steps.at(-1)!.to, 9);
        },
      ),
    );
  });

  it('shows the strongest in either direction and gathers the rest', () => {
    const steps = waterfallOf(explained(-2, [0.1, -1.5, 0.9, -0.2]), 2);
    expect(steps.map(({ kind, reason, count }) => reason?.code ?? count ?? kind)).toEqual([
      'base',
      'f1',
      'f2',
      2,
      'total',
    ]);
    expect(steps[3]).toMatchObject({ kind: 'others', from: -2.6 });
    expect(steps[3].to).toBeCloseTo(-2.7);
  });

  it('gives rules no bar: they add nothing to the score', () => {
    const explanation = { ...explained(0, [1]), parts: [part('watchlist', 0, 'rule'), part('f0', 1)] };
    expect(waterfallOf(explanation, 8).map(({ reason }) => reason?.code)).toEqual([undefined, 'f0', undefined]);
  });
});

describe('probabilityTicks', () => {
  it('places familiar probabilities on the log-odds scale', () => {
    const ticks = probabilityTicks(-3.5, 1);
    expect(ticks.map(({ probability }) => probability)).toEqual([0.05, 0.2, 0.5]);
    for (const { at, probability } of ticks) expect(probabilityOf(at)).toBeCloseTo(probability, 12);
  });
});
