import type { DatasetColumn } from '@rikuy/contracts';
import { expect, it } from 'vitest';
import type { DatasetValue, ScannedTable } from '../../ports/dataset-store.ts';
import { columnShift, kolmogorovSmirnov, stabilityIndex } from './distribution-shift.ts';

function tableOf(values: readonly DatasetValue[]): ScannedTable {
  return {
    rows: values.length,
    columns: [],
    scan: async function* () {
      yield [values];
    },
  };
}

const numeric: Pick<DatasetColumn, 'name' | 'kind'> = { name: 'amount', kind: 'number' };

it('finds the greatest distance of two distribution functions', () => {
  // scipy.stats.ks_2samp([1, 2, 3, 4], [3, 4, 5, 6]).statistic and of ties.
  expect(kolmogorovSmirnov(Float64Array.of(1, 2, 3, 4), Float64Array.of(3, 4, 5, 6))).toBe(0.5);
  expect(kolmogorovSmirnov(Float64Array.of(1, 1, 2), Float64Array.of(1, 2, 2))).toBeCloseTo(1 / 3, 12);
  expect(kolmogorovSmirnov(Float64Array.of(1), Float64Array.of())).toBeNaN();
});

it('weighs how the shares of bins moved', () => {
  const byHand = (0.4 - 0.5) * Math.log(0.4 / 0.5) + (0.6 - 0.5) * Math.log(0.6 / 0.5);
  expect(stabilityIndex([50, 50], [40, 60])).toBeCloseTo(byHand, 12);
  expect(stabilityIndex([1, 3], [10, 30])).toBe(0);
});

it('finds no shift between equal tables, and a large one when values leave their tenths', async () => {
  const before = tableOf(Array.from({ length: 1000 }, (_, i) => i));
  const after = tableOf(Array.from({ length: 1000 }, (_, i) => i + 500));
  expect(await columnShift(before, before, numeric)).toMatchObject({ psi: 0, ks: 0 });
  const moved = await columnShift(before, after, numeric);
  expect(moved.ks).toBe(0.5);
  expect(moved.psi).toBeGreaterThan(1);
});

it('counts values that go missing as a shift', async () => {
  const before = tableOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const after = tableOf([1, null, 3, null, 5, null, 7, null, 9, null]);
  const shift = await columnShift(before, after, numeric);
  expect(shift).toMatchObject({ missingBefore: 0, missingAfter: 0.5 });
  expect(shift.psi).toBeGreaterThan(1);
});

it('counts a category never seen before', async () => {
  const before = tableOf(['CN', 'CN', 'PE', 'PE']);
  const after = tableOf(['CN', 'PE', 'VN', 'VN']);
  const shift = await columnShift(before, after, { name: 'origin', kind: 'category' });
  // Shares 1/2, 1/2, 0 became 1/4, 1/4, 1/2; nothing counts as 0.0001.
  const byHand = 2 * (0.25 - 0.5) * Math.log(0.25 / 0.5) + (0.5 - 1e-4) * Math.log(0.5 / 1e-4);
  expect(shift.psi).toBeCloseTo(byHand, 12);
  expect(shift.ks).toBeNull();
});
