import { seeded } from '@rikuy/learn';
import { describe, expect, it } from 'vitest';
import { groupFairness } from './fairness.ts';

/** `favoured` of `rows` rows get the mildest outcome; the first `known` rows are labelled 0 and 1 in turn. */
function group(name: string, rows: number, favoured: number, known: number) {
  return Array.from({ length: rows }, (_, i) => ({
    name,
    isFavoured: i < favoured,
    label: i < known ? i % 2 : NaN,
  }));
}

function assessed(...rows: ReturnType<typeof group>[]) {
  const all = rows.flat();
  return groupFairness(
    'region',
    all.map(({ name }) => name),
    { isFavoured: all.map(one => one.isFavoured), labels: Float64Array.from(all, ({ label }) => label) },
    seeded(1),
  );
}

describe('fairness between groups', () => {
  it('tells the favourable share of each, and their ratio', () => {
    const { groups, ratio } = assessed(group('north', 100, 60, 0), group('south', 200, 160, 0));
    expect(groups.map(({ favourable }) => favourable.value)).toEqual([0.6, 0.8]);
    expect(ratio).toBeCloseTo(0.75, 12);
  });

  it('tells errors of those alone whose truth is known, and none where none is', () => {
    const [north, south] = assessed(group('north', 100, 20, 40), group('south', 50, 50, 0)).groups;
    expect(north).toMatchObject({ wronglyRefused: { value: 0.5 }, wronglyPassed: { value: 0.5 } });
    expect(south).toMatchObject({ wronglyRefused: null, wronglyPassed: null });
  });

  it('gives intervals as wide as the binomial makes them', () => {
    const [{ favourable }] = assessed(group('north', 400, 200, 0)).groups;
    const expected = 2 * 1.96 * Math.sqrt(0.25 / 400);
    expect(favourable.high - favourable.low).toBeGreaterThan(expected * 0.8);
    expect(favourable.high - favourable.low).toBeLessThan(expected * 1.2);
  });

  it('tells of a small group without letting it count for the ratio', () => {
    const { groups, ratio } = assessed(group('north', 100, 80, 0), group('south', 10, 0, 0));
    expect(groups).toHaveLength(2);
    expect(ratio).toBe(1);
  });
});
