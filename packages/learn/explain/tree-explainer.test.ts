import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REAL_MODELS, realModel } from '../exchange/fixtures/real-models.ts';
import { readXgboost } from '../exchange/read-xgboost.ts';
import { seeded } from '../random/random.ts';
import { categories, numbers } from '../table/column.ts';
import { table } from '../table/table.ts';
import { randomEnsemble, randomRows } from '../trees/random-ensemble.fixture.ts';
import { goesRight, treeScorer } from '../trees/scoring.ts';
import type { TreeEnsemble } from '../trees/tree-ensemble.ts';
import { treeAttributions, treeExplainer } from './tree-explainer.ts';

const shapes = fc.record({
  seed: fc.nat(),
  trees: fc.integer({ min: 1, max: 4 }),
  depth: fc.integer({ min: 0, max: 7 }),
  inputs: fc.integer({ min: 1, max: 6 }),
  categories: fc.boolean(),
});

const methods = [
  { method: 'tables', tableBytes: Infinity },
  { method: 'paths', tableBytes: 0 },
];

describe.each(methods)('treeExplainer by $method', ({ tableBytes }) => {
  it('gives the Shapley values that summing over all coalitions gives', () => {
    fc.assert(
      fc.property(shapes, ({ seed, ...shape }) => {
        const random = seeded(seed);
        const ensemble = randomEnsemble(shape, random);
        const { values, width } = randomRows(3, ensemble, random);
        const found = treeExplainer(ensemble, width, { tableBytes }).contributions(values, 3);
        const expected = [0, 1, 2].flatMap(row => shapleyByCoalitions(ensemble, values.subarray(row * width), width));
        expect(greatestDifference(found, expected)).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('gives values that sum to the score', () => {
    fc.assert(
      fc.property(shapes, ({ seed, ...shape }) => {
        const random = seeded(seed);
        const ensemble = randomEnsemble({ ...shape, inputs: shape.inputs + 4, depth: shape.depth + 2 }, random);
        const { values, width } = randomRows(20, ensemble, random);
        const explainer = treeExplainer(ensemble, width, { tableBytes });
        const contributions = explainer.contributions(values, 20);
        const sums = Array.from({ length: 20 }, (_, row) =>
          contributions.subarray(row * width, (row + 1) * width).reduce((sum, value) => sum + value, explainer.base),
        );
        expect(greatestDifference(sums, treeScorer(ensemble).sums(values, 20))).toBeLessThan(1e-6);
      }),
      { numRuns: 100 },
    );
  });

  it.each(REAL_MODELS)('gives what the real XGBoost gives for %s', name => {
    const { text, rows, rowCount, contributions } = realModel(name);
    const { ensemble } = readXgboost(text);
    const explainer = treeExplainer(ensemble, 5, { tableBytes });
    const found = explainer.contributions(rows, rowCount);
    const withBase = Array.from(contributions, (_, i) =>
      i % 6 === 5 ? explainer.base : found[Math.floor(i / 6) * 5 + (i % 6)],
    );
    expect(greatestDifference(withBase, contributions)).toBeLessThan(1e-6);
  });
});

describe('treeExplainer', () => {
  it('gives an input that no tree uses exactly nothing', () => {
    const random = seeded(1);
    const ensemble = randomEnsemble({ trees: 3, depth: 4, inputs: 3 }, random);
    const found = treeExplainer(ensemble, 4).contributions(Float32Array.of(0.5, 0.5, 0.5, 9), 1);
    expect(found[3]).toBe(0);
  });

  it('explains trees with nodes that no training row reached', () => {
    const ensemble = { ...randomEnsemble({ trees: 2, depth: 3, inputs: 3 }, seeded(2)) };
    const covers = ensemble.cover.map((cover, node) => (node % 3 === 0 ? cover : 0));
    for (const { tableBytes } of methods) {
      const explainer = treeExplainer({ ...ensemble, cover: covers }, 3, { tableBytes });
      const row = Float32Array.of(0.2, 0.9, NaN);
      const sum = explainer.contributions(row, 1).reduce((total, value) => total + value, explainer.base);
      expect(sum).toBeCloseTo(treeScorer(ensemble).sums(row, 1)[0], 6);
    }
  });
});

describe('treeAttributions', () => {
  it('names inputs and scale, and takes columns in any order', () => {
    const { text } = realModel('categories');
    const { ensemble, inputs } = readXgboost(text);
    const X = table({
      origin: categories(['3', null]),
      'NaN share': numbers([0, 1]),
      days: numbers([1, NaN]),
      weight: numbers([0.5, -1]),
      amount: numbers([2, -2]),
    });
    const explainer = treeExplainer(ensemble, 5);
    const attributions = treeAttributions(explainer, X, { inputs, scale: 'log-odds' });
    const rows = Float32Array.of(2, 0.5, 1, 0, 3, -2, -1, NaN, 1, NaN);
    expect(attributions).toEqual({
      inputs: ['amount', 'weight', 'days', 'NaN share', 'origin'],
      base: explainer.base,
      values: explainer.contributions(rows, 2),
      scale: 'log-odds',
    });
  });
});

/** φᵢ = Σ over coalitions S without i of |S|!(n−|S|−1)!/n! · (score(S ∪ i) − score(S)). */
function shapleyByCoalitions(ensemble: TreeEnsemble, row: Float32Array, inputCount: number): number[] {
  const scores = Array.from({ length: 2 ** inputCount }, (_, known) => scoreOfCoalition(ensemble, row, known));
  return Array.from({ length: inputCount }, (_, i) => {
    let phi = 0;
    for (let known = 0; known < 2 ** inputCount; known++) {
      if ((known >> i) & 1) continue;
      const size = known.toString(2).replaceAll('0', '').length;
      const weight = (factorial(size) * factorial(inputCount - size - 1)) / factorial(inputCount);
      phi += weight * (scores[known | (1 << i)] - scores[known]);
    }
    return phi;
  });
}

/** The mean score when only the inputs in `known` are followed and the others go both ways by their covers. */
function scoreOfCoalition(ensemble: TreeEnsemble, row: Float32Array, known: number): number {
  const mean = (node: number): number => {
    const feature = ensemble.feature[node];
    if (feature < 0) return ensemble.value[node];
    const left = ensemble.left[node];
    if ((known >> feature) & 1) return mean(left + Number(goesRight(ensemble, node, row[feature])));
    return (ensemble.cover[left] * mean(left) + ensemble.cover[left + 1] * mean(left + 1)) / ensemble.cover[node];
  };
  return [...ensemble.roots].reduce((sum, root) => sum + mean(root), 0);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} values beside ${b.length}`);
  return Array.from(a, (value, i) => Math.abs(value - b[i])).reduce((most, one) => Math.max(most, one), 0);
}
