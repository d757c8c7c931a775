import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { categories, numbers, times } from '../table/column.ts';
import { table } from '../table/table.ts';
import { defineEstimator } from './define-estimator.ts';
import type { FitOptions, FittedRegressor } from './estimator.ts';
import { inputsOf, selectInputs } from './inputs.ts';
import { LearnError } from './learn-error.ts';
import { readFloats, readValues } from './read-state.ts';
import { PROTOCOL, type State } from './state.ts';
import { countedRows } from './weighted-rows.ts';

/** Predicts a share of the mean of `y`. */
const meanShare = defineEstimator({
  kind: 'mean-share',
  role: 'regressor',
  params: z.object({ share: z.number().min(0).max(1).default(1), digits: z.array(z.int()).default([]) }),
  fit: ({ share }, _, y) => constant((share * y.reduce((sum, value) => sum + value, 0)) / y.length),
  fromState: state => constant(readValues(state, 'mean-share', z.object({ mean: z.number() })).mean),
});

function constant(mean: number): FittedRegressor {
  return {
    kind: 'mean-share',
    inputs: [],
    predict: X => new Float64Array(X.rowCount).fill(mean),
    toState: () => ({ kind: 'mean-share', protocol: PROTOCOL, values: { mean }, arrays: {}, parts: {} }),
  };
}

const X = table({ x: numbers([1, 2]) });

describe('an estimator made by defineEstimator', () => {
  it('fills in defaults and shows its parameters', () => {
    expect(meanShare().params).toEqual({ share: 1, digits: [] });
    expect(meanShare({ share: 0.5 }).fit(X, Float64Array.of(2, 4)).predict(X)).toEqual(Float64Array.of(1.5, 1.5));
  });

  it('refuses what its schema refuses, naming the parameter and what came', () => {
    expect(() => meanShare({ share: 2 })).toThrow(/^mean-share: `share`: .*<=1; got 2\.$/);
    expect(() => meanShare({ digits: [1, 0.5] })).toThrow(/`digits.1`: .*; got 0.5/);
    expect(() => meanShare('half' as never)).toThrow(/parameters: .*; got "half"/);
  });

  it('refuses a misspelt parameter and lists those there are', () => {
    expect(() => meanShare({ shares: 1 } as never)).toThrow(/`shares` is no parameter; there are share, digits/);
  });

  it('refuses labels and weights that are not one per row', () => {
    expect(() => meanShare().fit(X, Float64Array.of(1))).toThrow(/`y` must have one value per row \(2\); got 1/);
    const options: FitOptions = { weights: new Float64Array(3) };
    expect(() => meanShare().fit(X, new Float64Array(2), options)).toThrow(/`weights` must have .*; got 3/);
  });

  it('rebuilds a fitted object from its state, and refuses that of another kind', () => {
    const state = meanShare().fit(X, Float64Array.of(2, 4)).toState();
    expect(meanShare.fromState(state).predict(X)).toEqual(Float64Array.of(3, 3));
    expect(() => meanShare.fromState({ ...state, kind: 'other' })).toThrow(
      /expected the state of `mean-share`; got that of `other`/,
    );
  });
});

describe('inputs', () => {
  const mixed = table({ amount: numbers([1]), country: categories(['PE']), day: times([0]) });

  it('are the numbers and categories of a table, not its times', () => {
    expect(inputsOf(mixed).map(({ name }) => name)).toEqual(['amount', 'country']);
  });

  it('are picked in their order, and refused when missing or of another kind', () => {
    const wanted = [
      { name: 'country', kind: 'category' },
      { name: 'amount', kind: 'number' },
    ] as const;
    expect([...selectInputs(mixed, wanted).columns.keys()]).toEqual(['country', 'amount']);
    expect(() => selectInputs(X, wanted)).toThrow(/`country` is missing/);
    expect(() => selectInputs(table({ country: numbers([1]), amount: numbers([1]) }), wanted)).toThrow(
      /`country` must be of kind category, as when fitting; it is of kind number/,
    );
  });
});

describe('counted rows', () => {
  it('are those of weight above zero', () => {
    const counted = countedRows(X, Float64Array.of(7, 8), { weights: Float64Array.of(0, 2) });
    expect([...counted.rows]).toEqual([1]);
    expect([...counted.y]).toEqual([8]);
    expect([...counted.weights]).toEqual([2]);
  });

  it('weigh 1 each without weights, and are the rows given', () => {
    const counted = countedRows(X, Float64Array.of(7, 8), {});
    expect(counted.X).toBe(X);
    expect([...counted.weights]).toEqual([1, 1]);
  });

  it('are refused when a weight is negative or no number, or none is left', () => {
    const withWeights =
      (...weights: number[]) =>
      () =>
        countedRows(X, new Float64Array(2), { weights: Float64Array.from(weights) });
    expect(withWeights(1, -1)).toThrow(/row 1 has -1/);
    expect(withWeights(NaN, 1)).toThrow(/row 0 has NaN/);
    expect(withWeights(0, 0)).toThrow(/at least one row of weight above zero/);
  });
});

describe('reading state', () => {
  const state: State = {
    kind: 'k',
    protocol: PROTOCOL,
    values: { mean: 'x' },
    arrays: { a: Float64Array.of(1) },
    parts: {},
  };

  it('names the damaged value', () => {
    expect(() => readValues(state, 'k', z.object({ mean: z.number() }))).toThrow(/the state of `k` is damaged: `mean`/);
  });

  it('gives arrays of the right type and length only', () => {
    expect(readFloats(state, 'a', 1)).toEqual(Float64Array.of(1));
    expect(() => readFloats(state, 'a', 2)).toThrow(/must hold 2 float64 values as `a`; got 1/);
    expect(() => readFloats(state, 'b', 1)).toThrow(LearnError);
  });
});
