import { describe, expect, it } from 'vitest';
import type { ThresholdPolicy } from '../../use-case/policy.ts';
import { applyPolicy } from './apply-policy.ts';
import { costThresholds } from './cost-thresholds.ts';
import { costOf } from './outcome-costs.ts';
import { policyCosts } from './policy-costs.ts';
import type { PolicyCase } from './proposal.ts';

const text = { es: 'texto', en: 'text' };
const outcome = (code: string, worked = false) =>
  ({ code, title: text, meaning: text, tone: 'warning', worked }) as const;
const policy: ThresholdPolicy = {
  kind: 'thresholds',
  version: '1',
  outcomes: [outcome('pass'), outcome('check', true), outcome('stop')],
  costs: {
    pass: { ifPositive: { fixed: 10, shareOfAmount: 1 }, ifNegative: {} },
    check: { ifPositive: { fixed: 3, shareOfAmount: 0.1 }, ifNegative: { fixed: 3 } },
    stop: { ifPositive: {}, ifNegative: { fixed: 5, shareOfAmount: 0.2 } },
  },
  choose: 'per-event',
  rules: [],
};
const event: PolicyCase = {
  useCase: 'orders',
  eventId: 'a',
  office: '',
  score: 0.1,
  amountAtStake: 100,
  expectedValue: 10,
  currency: 'USD',
  firedRules: [],
  thresholds: {},
};

describe('a policy by cost, per event', () => {
  it.each([
    [0.01, 100, 'pass'],
    [0.1, 100, 'check'],
    [0.9, 100, 'stop'],
    [0.1, 10, 'pass'],
  ])('gives probability %d of an event worth %d the outcome %s', (score, amountAtStake, expected) => {
    expect(applyPolicy(policy, { ...event, score, amountAtStake })).toMatchObject({
      outcome: expected,
      lane: 'model',
      propensity: 1,
    });
  });

  it('tells what each outcome was expected to cost', () => {
    const { assessment } = applyPolicy(policy, event);
    if (assessment.kind !== 'thresholds') throw new Error('another kind');
    expect(assessment.costs.pass).toBeCloseTo(0.1 * 110, 12);
    expect(assessment.costs.check).toBeCloseTo(0.1 * 13 + 0.9 * 3, 12);
    expect(assessment.costs.stop).toBeCloseTo(0.9 * 25, 12);
    expect(assessment.expectedCost).toEqual({ amount: assessment.costs.check, currency: 'USD' });
  });
});

describe('thresholds chosen on validation rows', () => {
  const rows = {
    y: Float64Array.of(0, 0, 0, 1, 0, 1, 0, 1, 1, 1),
    score: Float64Array.of(0.01, 0.02, 0.05, 0.2, 0.3, 0.3, 0.4, 0.7, 0.8, 0.9),
    amountAtStake: Float64Array.of(50, 80, 20, 90, 60, 10, 70, 100, 40, 60),
  };

  it('cost least of all that there are', () => {
    const least = totalCost(costThresholds(policy, rows));
    const cuts = [0, 0.015, 0.03, 0.1, 0.25, 0.35, 0.5, 0.75, 0.85, 2];
    const every = cuts.flatMap(from => cuts.map(stop => totalCost({ 'check/from': from, 'stop/from': stop })));
    expect(least).toBeCloseTo(Math.min(...every), 9);
  });

  it('are given to decisions', () => {
    const thresholds = costThresholds(policy, rows);
    const given = { ...event, thresholds };
    const chosen: ThresholdPolicy = { ...policy, choose: 'on-validation' };
    expect(applyPolicy(chosen, { ...given, score: 0.001 }).outcome).toBe('pass');
    expect(applyPolicy(chosen, { ...given, score: 0.99 }).outcome).toBe('stop');
  });

  it('are out of reach for an outcome that never pays', () => {
    const dear: ThresholdPolicy = {
      ...policy,
      costs: { ...policy.costs, check: { ifPositive: { fixed: 1e6 }, ifNegative: { fixed: 1e6 } } },
    };
    const { 'check/from': check, 'stop/from': stop } = costThresholds(dear, rows);
    expect(check >= stop).toBe(true);
  });

  it('are judged on rows that did not choose them', () => {
    const judge = policyCosts({ ...policy, choose: 'on-validation' }, 'USD')!;
    const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0);
    expect(sum(judge.costs(rows))).toBeGreaterThanOrEqual(totalCost(costThresholds(policy, rows)));
    expect(sum(judge.costsOfNothing(rows))).toBe(totalCost({ 'check/from': 2, 'stop/from': 2 }));
  });

  function totalCost(from: Record<string, number>): number {
    return rows.score.reduce((total, score, row) => {
      const given = score >= from['stop/from'] ? 'stop' : score >= from['check/from'] ? 'check' : 'pass';
      return total + costOf(policy, given, rows.y[row] as 0 | 1, rows.amountAtStake[row]);
    }, 0);
  }
});

describe('exploration', () => {
  const exploring: ThresholdPolicy = { ...policy, exploration: { outcome: 'pass', share: 0.2, mostAtStake: 500 } };
  const many = (changes: Partial<PolicyCase>) =>
    Array.from({ length: 5000 }, (_, i) => applyPolicy(exploring, { ...event, ...changes, eventId: `e${i}` }));

  it('lets a stated share pass at random and logs both propensities', () => {
    const results = many({ score: 0.9 });
    const passed = results.filter(result => result.outcome === 'pass');
    expect(passed.length / results.length).toBeCloseTo(0.2, 1);
    expect(passed.every(({ lane, propensity }) => lane === 'random' && propensity === 0.2)).toBe(true);
    expect(results.every(({ outcome: given, propensity }) => given === 'pass' || propensity === 0.8)).toBe(true);
  });

  it('is certain of what the model gives anyway, and stays away from what is worth too much', () => {
    expect(many({ score: 0.001 }).every(({ propensity, lane }) => propensity === 1 && lane === 'model')).toBe(true);
    expect(many({ score: 0.9, amountAtStake: 501 }).every(({ outcome: given }) => given === 'stop')).toBe(true);
  });

  it('gives way to a rule, which makes the outcome certain', () => {
    const rule = { id: 'r', effect: 'at-least', outcome: 'stop', text, short: text } as const;
    const results = many({ score: 0.9, firedRules: [rule] });
    expect(results.every(({ outcome: given, propensity }) => given === 'stop' && propensity === 1)).toBe(true);
  });
});
