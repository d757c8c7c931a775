import { describe, expect, it } from 'vitest';
import reference from '../checks/references/scikit-learn.json' with { type: 'json' };
import { presentNumbers, weightedDeviation, weightedMean, weightedMode, weightedQuantiles } from './weighted.ts';

const values = Float64Array.from(reference.preprocess.x, value => value ?? NaN);
const weights = Float64Array.from(reference.preprocess.weights);

describe('weighted summaries', () => {
  it(`have the quantiles of ${reference.source} (averaged_inverted_cdf of repeated values)`, () => {
    const quantiles = weightedQuantiles(presentNumbers(values, weights), [0.1, 0.25, 0.5, 0.9]);
    expect(quantiles).toEqual(reference.preprocess.weightedQuantiles);
  });

  it('interpolate quantiles under equal weights', () => {
    const numbers = { values: Float64Array.of(4, 1, 3, 2), weights: Float64Array.of(2, 2, 2, 2) };
    expect(weightedQuantiles(numbers, [0, 0.5, 0.75, 1])).toEqual([1, 2.5, 3.25, 4]);
  });

  it('count a weight of two as two rows', () => {
    const once = { values: Float64Array.of(1, 5), weights: Float64Array.of(2, 1) };
    const twice = { values: Float64Array.of(1, 1, 5), weights: Float64Array.of(1, 1, 1) };
    expect(weightedMean(once)).toBe(weightedMean(twice));
    expect(weightedDeviation(once)).toBeCloseTo(weightedDeviation(twice), 15);
  });

  it('take the smallest of several modes', () => {
    expect(weightedMode({ values: Float64Array.of(7, 3, 3, 7), weights: Float64Array.of(1, 1, 1, 1) })).toBe(3);
  });
});
