import { describe, expect, it } from 'vitest';
import type { QuotaPolicy } from '../../use-case/policy.ts';
import { applyPolicy } from './apply-policy.ts';
import { drawOf } from './draw.ts';
import { capacityShare, laneThresholds, laneThresholdsOf, toManifest } from './lane-thresholds.ts';

const text = { es: 'texto', en: 'text' };
const outcome = (code: string, worked: boolean) =>
  ({ code, title: text, meaning: text, tone: worked ? 'bad' : 'good', worked }) as const;
const policy: QuotaPolicy = {
  kind: 'quotas',
  version: '1',
  outcomes: [outcome('green', false), outcome('orange', true), outcome('red', true)],
  lanes: [
    { outcome: 'orange', capacity: { default: 20 }, randomShare: 0.1 },
    { outcome: 'red', capacity: { default: 10, small: 0 }, randomShare: 0.2 },
  ],
  rules: [],
};
const msPerDay = 86_400_000;
const tenDays = (office: string) => ({
  offices: Array.from({ length: 1000 }, () => office),
  expectedValues: Float64Array.from({ length: 1000 }, (_, i) => i),
  eventTimes: Float64Array.from({ length: 1000 }, (_, i) => Math.floor(i / 100) * msPerDay),
});

describe('laneThresholds', () => {
  const manifest = toManifest(laneThresholds(policy, tenDays('north')));

  it('lets the model take the capacity less the random share, the most severe lane first', () => {
    const [orange, red] = laneThresholdsOf(manifest, policy, 'north');
    // 100 events a day: red takes 8 of its 10 by model (8 %), orange 18 of its 20 below them (26 % together).
    expect(red.from).toBe(1000 - 80);
    expect(orange.from).toBe(1000 - 260);
  });

  it('sets the random rate so that the draw from the rest fills the remainder', () => {
    const [orange, red] = laneThresholdsOf(manifest, policy, 'north');
    expect(red.randomRate).toBeCloseTo(0.02 / 0.74, 10);
    expect(orange.randomRate).toBeCloseTo(0.02 / 0.74, 10);
  });

  it('takes nothing where an office has no capacity', () => {
    const small = laneThresholdsOf(toManifest(laneThresholds(policy, tenDays('small'))), policy, 'small');
    expect(small[1]).toMatchObject({ outcome: 'red', randomRate: 0, from: Number.MAX_VALUE });
  });

  it('takes nothing from which less is expected than working it costs, and leaves it to the milder lane', () => {
    const [orange, red] = policy.lanes;
    const costly = {
      ...policy,
      lanes: [
        { ...orange, caseCost: 100 },
        { ...red, caseCost: 970 },
      ],
    };
    const [cheapLane, costlyLane] = laneThresholds(costly, tenDays('north')).toReversed();
    // Of the 8 % that red could take only the values from 970 on are worth it; orange goes on below those.
    expect(costlyLane.from).toBe(970);
    expect(cheapLane.from).toBe(1000 - 30 - 180);
  });

  it('leaves capacity unused where nothing is worth its cost', () => {
    const lanes = policy.lanes.map(lane => ({ ...lane, caseCost: 5000 }));
    const froms = laneThresholds({ ...policy, lanes }, tenDays('north')).map(({ from }) => from);
    expect(new Set(froms)).toEqual(new Set([5000]));
  });

  it('falls back to the average office for one it does not know', () => {
    expect(laneThresholdsOf(manifest, policy, 'elsewhere')[1].from).toBe(1000 - 80);
  });
});

describe('capacityShare', () => {
  it('is what all lanes can work of what comes', () => {
    expect(capacityShare(policy, tenDays('north'))).toBeCloseTo(30 / 100, 10);
    expect(capacityShare(policy, tenDays('small'))).toBeCloseTo(20 / 100, 10);
  });
});

describe('applyPolicy', () => {
  const thresholds = toManifest([
    { outcome: 'orange', office: 'north', from: 100, randomRate: 0.1 },
    { outcome: 'red', office: 'north', from: 500, randomRate: 0.05 },
  ]);
  const event = { useCase: 'goods', eventId: 'a', office: 'north', score: 0.1, amountAtStake: 1, currency: 'USD' };
  const given = { ...event, expectedValue: 0, firedRules: [], thresholds };

  it('gives the most severe lane whose threshold is reached', () => {
    expect(applyPolicy(policy, { ...given, expectedValue: 500 })).toMatchObject({
      outcome: 'red',
      lane: 'model',
      propensity: 1,
    });
    expect(applyPolicy(policy, { ...given, expectedValue: 499 })).toMatchObject({ outcome: 'orange', lane: 'model' });
  });

  it('draws the stated share of the rest at random and logs its propensity', () => {
    const results = Array.from({ length: 20_000 }, (_, i) => applyPolicy(policy, { ...given, eventId: `event-${i}` }));
    const share = (code: string) => results.filter(result => result.outcome === code).length / results.length;
    expect(share('orange')).toBeCloseTo(0.1, 1.5);
    expect(share('red')).toBeCloseTo(0.05, 1.5);
    expect(
      results.every(({ outcome, propensity }) => propensity === { green: 0.85, orange: 0.1, red: 0.05 }[outcome]),
    ).toBe(true);
  });

  it('gives the same event the same draw', () => {
    expect(drawOf('goods', '1', 'a')).toBe(drawOf('goods', '1', 'a'));
    expect(drawOf('goods', '1', 'a')).not.toBe(drawOf('goods', '2', 'a'));
  });

  it('raises the outcome to what a rule demands, and never lowers it', () => {
    const rule = { id: 'alert', effect: 'at-least', outcome: 'orange', text, short: text } as const;
    expect(applyPolicy(policy, { ...given, thresholds: {}, firedRules: [rule] })).toMatchObject({
      outcome: 'orange',
      lane: 'rule',
      rules: ['alert'],
    });
    expect(applyPolicy(policy, { ...given, expectedValue: 900, firedRules: [rule] })).toMatchObject({
      outcome: 'red',
      lane: 'model',
    });
  });
});
