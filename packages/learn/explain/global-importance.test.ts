import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { categories, numbers } from '../table/column.ts';
import { numberColumn, table } from '../table/table.ts';
import { meanAbsoluteAttributions, permutationImportance } from './global-importance.ts';

describe('meanAbsoluteAttributions', () => {
  it('averages sizes over rows and puts the greatest first', () => {
    const attributions = {
      inputs: ['a', 'b'],
      base: 5,
      values: Float64Array.of(1, -2, -1, 4),
      scale: 'value',
    } as const;
    expect(meanAbsoluteAttributions(attributions)).toEqual([
      { input: 'b', importance: 3 },
      { input: 'a', importance: 1 },
    ]);
  });

  it('is zero without rows', () => {
    const none = { inputs: ['a'], base: 0, values: new Float64Array(0), scale: 'value' } as const;
    expect(meanAbsoluteAttributions(none)).toEqual([{ input: 'a', importance: 0 }]);
  });
});

describe('permutationImportance', () => {
  const truth = Float64Array.from({ length: 500 }, (_, i) => Math.sin(i));
  const X = table({
    noise: numbers(Float64Array.from(truth, (_, i) => Math.cos(i * 7))),
    signal: numbers(truth),
    office: categories(Array.from(truth, (_, i) => (i % 2 === 0 ? 'Callao' : 'Tacna'))),
  });
  /** Minus the mean squared error of "prediction = signal": 0 at best, −2 var(signal) ≈ −1 when shuffled. */
  const quality = (Z: typeof X): number => {
    const found = Float64Array.from(numberColumn(Z, 'signal').values);
    return -found.reduce((sum, value, i) => sum + (value - truth[i]) ** 2, 0) / truth.length;
  };

  it('finds the fall that shuffling must cause, and none elsewhere', () => {
    const [first, ...others] = permutationImportance(quality, X, { repeats: 20 });
    expect(first.input).toBe('signal');
    expect(first.importance).toBeCloseTo(1, 1);
    expect(first.deviation).toBeGreaterThan(0);
    expect(others.map(one => one.importance)).toEqual([0, 0]);
  });

  it('gives an input the same figure whichever others are asked for', () => {
    const options = { repeats: 2, random: seeded(9) };
    const alone = permutationImportance(quality, X, { ...options, inputs: ['signal'] });
    expect(permutationImportance(quality, X, options)).toContainEqual(alone[0]);
  });

  it('refuses a number of repeats below one', () => {
    expect(() => permutationImportance(quality, X, { repeats: 0 })).toThrow('`repeats` must be an integer ≥ 1; got 0');
  });
});
