import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { categories, numbers } from '../table/column.ts';
import { select, table, type Table, takeRows } from '../table/table.ts';
import { ecod } from './ecod.ts';
import fixture from './fixtures/ecod.json' with { type: 'json' };

function tableOf(rows: readonly (readonly number[])[]): Table {
  return table(Object.fromEntries(rows[0].map((_, j) => [`x${j}`, numbers(rows.map(row => row[j]))])));
}

const train = tableOf(fixture.train);
const test = tableOf(fixture.test);
const fitted = ecod().fit(train, new Float64Array(train.rowCount));

describe('ECOD', () => {
  it(`gives rows together the scores of ${fixture.source}`, () => {
    fitted.scoreTogether(test).forEach((score, row) => expect(score).toBeCloseTo(fixture.scores[row], 10));
  });

  it('gives a row alone what it has when it comes together with none other, where it turns no skew', () => {
    const own = ecod().fit(select(train, ['x0', 'x1', 'x2']), new Float64Array(80));
    const alone = takeRows(test, [3]);
    expect(own.anomalyScore(alone)[0]).toBeCloseTo(own.scoreTogether(alone)[0], 10);
    expect(own.anomalyScore(test)[3]).toBe(own.anomalyScore(alone)[0]);
  });

  it('finds the odd row, and explains its score exactly', () => {
    const X = tableOf([...fixture.train.slice(0, 5), [50, -70, 300, 2]]);
    const score = fitted.anomalyScore(X);
    expect(score.indexOf(Math.max(...score))).toBe(5);
    const { base, values } = fitted.explain(X);
    expect(values.subarray(20).reduce((sum, part) => sum + part, base)).toBeCloseTo(score[5], 12);
  });

  it('counts a category by its share, an unknown one as the rarest, a gap not at all', () => {
    const X = table({ origin: categories(['CN', 'CN', 'CN', 'US']) });
    const one = ecod().fit(X, new Float64Array(4));
    const given = table({ origin: categories(['CN', 'US', 'ZZ', null]) });
    const expected = [4 / 5, 2 / 5, 1 / 5, 1].map(share => -Math.log(share));
    one.anomalyScore(given).forEach((score, row) => expect(score).toBeCloseTo(expected[row], 12));
    const together = [4 / 7, 2 / 7, 1 / 7, 1].map(share => -Math.log(share)); // of seven levels, the gap being none
    one.scoreTogether(given).forEach((score, row) => expect(score).toBeCloseTo(together[row], 12));
  });

  it('lets a row of weight 2 count as two', () => {
    const twice = takeRows(train, [...Array.from({ length: 80 }, (_, i) => i), 0, 1, 2]);
    const weights = Float64Array.from({ length: 80 }, (_, i) => (i < 3 ? 2 : 1));
    const weighted = ecod().fit(train, new Float64Array(80), { weights }).anomalyScore(test);
    const expected = ecod().fit(twice, new Float64Array(83)).anomalyScore(test);
    weighted.forEach((score, row) => expect(score).toBeCloseTo(expected[row], 12));
  });

  it('draws nothing: every seed gives the same', () => {
    const other = ecod().fit(train, new Float64Array(80), { random: seeded(5) });
    expect(other.anomalyScore(test)).toEqual(fitted.anomalyScore(test));
  });
});
