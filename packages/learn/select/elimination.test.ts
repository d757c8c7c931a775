import { describe, expect, it } from 'vitest';
import { type FittedLogisticRegression, logisticRegression } from '../linear/logistic-regression.ts';
import { seeded } from '../random/random.ts';
import { numbers } from '../table/column.ts';
import { table } from '../table/table.ts';
import fixture from './fixtures/elimination.json' with { type: 'json' };
import { recursiveElimination } from './recursive-elimination.ts';
import { stabilitySelection } from './stability-selection.ts';

const X = table(Object.fromEntries(fixture.X[0].map((_, j) => [`x${j}`, numbers(fixture.X.map(row => row[j]))])));
const y = Float64Array.from(fixture.y);
const estimator = logisticRegression();
const coefficients = ({ inputs, coefficients: all }: FittedLogisticRegression): Map<string, number> =>
  new Map(inputs.map(({ name }, j) => [name, Math.abs(all[j])]));

describe('recursive elimination', () => {
  it.each(fixture.cases)(`leaves out what ${fixture.source} does, keeping $keep, $drop at a time`, expected => {
    const { keep, drop, ranking } = expected;
    const { kept, rounds } = recursiveElimination(X, y, { estimator, importance: coefficients, keep, drop });
    const rankOf = (name: string): number => rounds.toReversed().findIndex(gone => gone.includes(name)) + 2;
    expect(kept).toEqual(ranking.flatMap((rank, j) => (rank === 1 ? [`x${j}`] : [])));
    for (const name of rounds.flat()) expect(rankOf(name)).toBe(ranking[Number(name.slice(1))]);
  });

  it('goes by attributions when no importance is given, and by a share of what is left', () => {
    const { kept, rounds } = recursiveElimination(X, y, { estimator, keep: 2, drop: 0.5 });
    expect(rounds.map(gone => gone.length)).toEqual([3, 2]);
    expect(kept).toContain('x0');
  });

  it('refuses to keep more than there is', () => {
    expect(() => recursiveElimination(X, y, { estimator, keep: 8 })).toThrow(/from 1 to 7 inputs; got 8/);
    expect(() => recursiveElimination(X, y, { estimator, keep: 1, drop: 1.5 })).toThrow(/`drop` must be/);
  });
});

describe('stability selection', () => {
  it('keeps what tells of the label on most halves, and drops noise', () => {
    const { kept, frequencies } = stabilitySelection(X, y, { estimator, choice: { count: 3 }, random: seeded(3) });
    expect(kept).toContain('x0');
    expect(kept).not.toContain('x6');
    expect([...frequencies.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(3, 12);
  });

  it('gives the same for the same seed', () => {
    const find = (): unknown =>
      stabilitySelection(X, y, { estimator, choice: { count: 2 }, pairs: 4, random: seeded(1) }).frequencies;
    expect(find()).toEqual(find());
  });

  it('refuses a threshold that chance would reach', () => {
    const plan = { estimator, choice: { count: 1 } };
    expect(() => stabilitySelection(X, y, { ...plan, threshold: 0.5 })).toThrow(/above 0.5/);
  });
});
