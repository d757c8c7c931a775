import { describe, expect, it } from 'vitest';
import { readState, writeState } from '../persist/archive.ts';
import reference from './fixtures/scikit-learn.json' with { type: 'json' };
import { isotonicCalibration, readIsotonicCalibration } from './isotonic.ts';
import { plattCalibration, readPlattCalibration } from './platt.ts';

const y = Float64Array.from(reference.y);
const score = Float64Array.from(reference.score);
const asked = Float64Array.from(reference.asked);
const cases = [
  { name: 'unweighted', rows: { y, score }, expected: reference.unweighted },
  { name: 'weighted', rows: { y, score, weights: Float64Array.from(reference.weights) }, expected: reference.weighted },
];

describe('plattCalibration', () => {
  it.each(cases)(`has the curve of ${reference.source}, $name`, ({ rows, expected }) => {
    const { slope, intercept } = plattCalibration(rows);
    expect(slope).toBeCloseTo(expected.slope, 4);
    expect(intercept).toBeCloseTo(expected.intercept, 4);
  });

  it('leaves well calibrated scores nearly as they are', () => {
    const shares = [0.1, 0.3, 0.6, 0.9];
    const rows = shares.flatMap(p => Array.from({ length: 1000 }, (_, i) => ({ p, label: i < p * 1000 ? 1 : 0 })));
    const calibrator = plattCalibration({
      y: Float64Array.from(rows, row => row.label),
      score: Float64Array.from(rows, row => row.p),
    });
    calibrator.calibrate(Float64Array.from(shares)).forEach((p, i) => expect(p).toBeCloseTo(shares[i], 2));
  });

  it('takes scores of 0 and 1, and scores that are all alike', () => {
    const ends = plattCalibration({ y: Float64Array.of(0, 1, 1), score: Float64Array.of(0, 1, 1) });
    const [low, high] = ends.calibrate(Float64Array.of(0, 1));
    expect(low).toBeLessThan(high);
    const alike = plattCalibration({ y: Float64Array.of(0, 1, 0, 0), score: new Float64Array(4).fill(0.7) });
    expect(alike.calibrate(Float64Array.of(0.7))[0]).toBeCloseTo((2 / 3 + 3 / 5) / 4, 5);
  });

  it('comes back from its state', () => {
    const fitted = plattCalibration({ y, score });
    expect(readPlattCalibration(readState(writeState(fitted.toState()))).calibrate(asked)).toEqual(
      fitted.calibrate(asked),
    );
  });

  it.each([
    ['a score beyond 1', { y: Float64Array.of(0, 1), score: Float64Array.of(0.5, 1.5) }, 'row 1 has 1.5'],
    ['one class alone', { y: Float64Array.of(0, 0), score: Float64Array.of(0.5, 0.6) }, 'rows of class 1; got none'],
  ])('refuses %s', (_, rows, message) => {
    expect(() => plattCalibration(rows)).toThrow(message);
  });
});

describe('isotonicCalibration', () => {
  it.each(cases)(`has the curve of ${reference.source}, $name`, ({ rows, expected }) => {
    const found = isotonicCalibration(rows).calibrate(asked);
    expected.isotonic.forEach((share, i) => expect(found[i]).toBeCloseTo(share, 9));
  });

  it('never falls', () => {
    const found = isotonicCalibration({ y, score }).calibrate(Float64Array.from({ length: 101 }, (_, i) => i / 100));
    expect(found).toEqual(found.toSorted());
  });

  it('pools rows that fall, and rows of one score', () => {
    const rows = { y: Float64Array.of(0, 1, 0, 1, 1), score: Float64Array.of(0.1, 0.3, 0.5, 0.9, 0.9) };
    const { knots, shares } = isotonicCalibration(rows);
    expect([...knots]).toEqual([0.1, 0.3, 0.5, 0.9]);
    expect([...shares]).toEqual([0, 0.5, 0.5, 1]);
  });

  it('comes back from its state', () => {
    const fitted = isotonicCalibration({ y, score });
    const restored = readIsotonicCalibration(readState(writeState(fitted.toState())));
    expect(restored.calibrate(asked)).toEqual(fitted.calibrate(asked));
  });
});
