import { expect, test } from 'vitest';
import { seeded } from '../../random/random.ts';
import { numbers } from '../../table/column.ts';
import { table } from '../../table/table.ts';
import { boost, type BoostingParams } from './boost.ts';
import { logLoss } from './loss.ts';

const params: BoostingParams = {
  trees: 3,
  learningRate: 0.3,
  maxDepth: 12,
  maxBins: 256,
  lambda: 1,
  gamma: 0,
  minChildWeight: 0,
  rowSample: 1,
  columnSample: 1,
  monotone: {},
  oneHotLevels: 4,
  categorySmoothing: 10,
  growth: 'depth-wise',
  maxLeaves: 31,
  maxStep: Infinity,
};

test.each([1, 3])('nodes without room for a histogram give the same trees, on %i threads', threads => {
  const random = seeded(8);
  const rowCount = 4000;
  const columns = Array.from({ length: 4 }, () => Float64Array.from({ length: rowCount }, () => random.normal()));
  const targets = Float32Array.from(columns[0], (x, i) => Number(x * columns[1][i] + random.normal() > 0));
  const X = table(Object.fromEntries(columns.map((column, j) => [`x${j}`, numbers(column)])));
  const rows = { X, targets, weights: new Float32Array(rowCount).fill(1) };
  const roomy = boost(rows, params, logLoss, {}).ensemble;
  const crowded = boost(rows, { ...params, histogramBytes: 0 }, logLoss, { threads }).ensemble;
  expect(crowded.feature.length).toBeGreaterThan(1000);
  // The nodes come in another order.
  expect(crowded.value.toSorted()).toEqual(roomy.value.toSorted());
  expect(crowded.gain.toSorted()).toEqual(roomy.gain.toSorted());
});
