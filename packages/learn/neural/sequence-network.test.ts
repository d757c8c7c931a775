import { describe, expect, it } from 'vitest';
import { rocAuc } from '../metrics/ranking.ts';
import { seeded } from '../random/random.ts';
import { type Column, numbers, times } from '../table/column.ts';
import { table, type Table } from '../table/table.ts';
import { sequenceNetwork } from './sequence-network.ts';
import { sequencesByName } from './sequences.ts';

const STEPS = 8;

/** Class 1 where a rise, up, up again, stands anywhere in the sequence of amounts; hours are noise. */
function rises(rowCount: number, seed: number): { readonly X: Table; readonly y: Float64Array } {
  const random = seeded(seed);
  const y = Float64Array.from({ length: rowCount }, () => random.below(2));
  const at = Array.from({ length: rowCount }, () => random.below(STEPS - 2));
  const columns: Record<string, Column> = {};
  for (let step = 0; step < STEPS; step++) {
    const amounts = Float64Array.from({ length: rowCount }, (_, i) => {
      const place = step - at[i];
      const inRise = place >= 0 && place < 3;
      const pattern = y[i] === 1 ? [-1.5, 0, 1.5] : [1.5, 0, -1.5];
      return 0.3 * random.normal() + (inRise ? pattern[place] : 0);
    });
    columns[`amount_${step + 1}`] = numbers(amounts);
    columns[`hour_${step + 1}`] = numbers(Float64Array.from({ length: rowCount }, () => random.normal()));
  }
  return { X: table(columns), y };
}

const train = rises(400, 1);
const test = rises(200, 2);
const params = { convolutions: [{ filters: 8, width: 3 }], layers: [8], epochs: 25, learningRate: 0.01, batchSize: 32 };

describe('sequenceNetwork', () => {
  it('finds a pattern wherever it stands', () => {
    const fitted = sequenceNetwork(params).fit(train.X, train.y);
    expect(rocAuc({ score: fitted.predictProba(test.X), y: test.y })).toBeGreaterThan(0.97);
  });

  it('reads columns by their steps, in whatever order they stand', () => {
    const backwards = table(new Map([...train.X.columns].toReversed()));
    const channels = { amount: stepsOf('amount'), hour: stepsOf('hour') };
    const stated = sequenceNetwork({ ...params, epochs: 1, sequences: channels }).fit(backwards, train.y);
    const byName = sequenceNetwork({ ...params, epochs: 1 }).fit(train.X, train.y);
    expect(stated.predictProba(test.X)).toEqual(byName.predictProba(test.X));
  });

  it.each(['average', 'none'] as const)('also pools by %s', pooling => {
    const fitted = sequenceNetwork({ ...params, pooling }).fit(train.X, train.y);
    expect(rocAuc({ score: fitted.predictProba(test.X), y: test.y })).toBeGreaterThan(0.95);
  });

  it('refuses sequences of different length, and columns that are no numbers', () => {
    const sequences = { amount: stepsOf('amount'), hour: ['hour_1'] };
    expect(() => sequenceNetwork({ sequences }).fit(train.X, train.y)).toThrow(/got `amount` 8, `hour` 1/);
    const X = table({ day_1: times([0]) });
    expect(() => sequenceNetwork({ sequences: { day: ['day_1'] } }).fit(X, Float64Array.of(1))).toThrow(
      /`day_1` must be of kind number; it is of kind time/,
    );
  });
});

describe('sequences by name', () => {
  const named = (...names: string[]) => sequencesByName(names.map(name => ({ name, kind: 'number' })));

  it('run from step 1, the oldest, to N, numbers compared as numbers', () => {
    const names = Array.from({ length: 11 }, (_, k) => `paid_in_${11 - k}`);
    expect(named(...names)).toEqual([{ name: 'paid_in', columns: names.toReversed() }]);
  });

  it('are refused where a step is missing or a column has none', () => {
    expect(() => named('a_1', 'a_3')).toThrow(/`a_2` is missing/);
    expect(() => named('a_1', 'a_2', 'b_1')).toThrow(/`b_2` is missing/);
    expect(() => named('a_1', 'total')).toThrow(/column `total` has no step. Put keepColumns\(\)/);
    expect(() => named()).toThrow(/there are no columns/);
  });
});

function stepsOf(channel: string): string[] {
  return Array.from({ length: STEPS }, (_, step) => `${channel}_${step + 1}`);
}
