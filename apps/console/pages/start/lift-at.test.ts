import { describe, expect, it } from 'vitest';
import { foundAt } from './lift-at.ts';

const evaluation = {
  liftCurve: [
    { share: 0.1, recall: 0.4, revenueShare: 0.6 },
    { share: 1, recall: 1, revenueShare: 1 },
  ],
  positives: 50,
  rows: 1000,
};

describe('foundAt', () => {
  it('reads a point of the curve as it is', () => {
    expect(foundAt(evaluation, 0.1)).toEqual({ recall: 0.4, revenueShare: 0.6, precision: 0.2 });
  });

  it('goes straight from nothing to the first point', () => {
    expect(foundAt(evaluation, 0.05)).toEqual({ recall: 0.2, revenueShare: 0.3, precision: 0.2 });
  });

  it('finds everything at the base rate when all is reviewed', () => {
    expect(foundAt(evaluation, 1)).toEqual({ recall: 1, revenueShare: 1, precision: 0.05 });
  });

  it('finds nothing in nothing', () => {
    expect(foundAt(evaluation, 0)).toEqual({ recall: 0, revenueShare: 0, precision: 0 });
  });
});
