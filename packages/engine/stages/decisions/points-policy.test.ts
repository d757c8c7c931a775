import { describe, expect, it } from 'vitest';
import type { PointsPolicy } from '../../use-case/policy.ts';
import { applyPolicy } from './apply-policy.ts';
import { pointsOf, probabilityOf } from './points.ts';

const text = { es: 'texto', en: 'text' };
const outcome = (code: string, worked = false) =>
  ({ code, title: text, meaning: text, tone: 'warning', worked }) as const;
const scale = { baseScore: 600, baseOdds: 50, pointsToDouble: 20, lowest: 300, highest: 850 };
const policy: PointsPolicy = {
  kind: 'points',
  version: '1',
  outcomes: [outcome('approve'), outcome('refer', true), outcome('decline')],
  scale,
  cutOffs: { approve: 600, refer: 560 },
  rules: [],
};
const event = { useCase: 'c', eventId: 'a', office: '', amountAtStake: 1, expectedValue: 0, currency: 'PEN' };
const given = { ...event, firedRules: [], thresholds: {} };

describe('points', () => {
  it('are the base score at the base odds, and more by as many as are said for twice the odds', () => {
    expect(pointsOf(scale, 1 / 51)).toBe(600);
    expect(pointsOf(scale, 1 / 101)).toBe(620);
    expect(pointsOf(scale, 1 / 26)).toBe(580);
  });

  it('stay within the scale, also where the probability is 0 or 1', () => {
    expect(pointsOf(scale, 0)).toBe(850);
    expect(pointsOf(scale, 1)).toBe(300);
  });

  it('lead back to the probability but for rounding', () => {
    for (const probability of [0.005, 0.02, 0.1, 0.4])
      expect(probabilityOf(scale, pointsOf(scale, probability)) / probability).toBeCloseTo(1, 1);
  });
});

describe('a policy by points', () => {
  it.each([
    [1 / 51, 600, 'approve'],
    [1 / 50, 599, 'refer'],
    [0.5, 487, 'decline'],
  ])('gives probability %d, %d points, the outcome %s', (score, points, expected) => {
    expect(applyPolicy(policy, { ...given, score })).toMatchObject({
      outcome: expected,
      assessment: { kind: 'points', points },
    });
  });
});
