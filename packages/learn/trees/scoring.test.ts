import { describe, expect, it } from 'vitest';
import { seeded } from '../random/random.ts';
import { randomEnsemble, randomRows } from './random-ensemble.fixture.ts';
import { goesRight, leafOf, treeDepth, treeScorer } from './scoring.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

/** One split per tree: number 0 below 0.5; category 1 in {1, 33}; missing left, then right. */
const stumps: TreeEnsemble = {
  roots: Int32Array.of(0, 3),
  feature: Int32Array.of(0, -1, -1, 1, -1, -1),
  threshold: Float32Array.of(0.5, 0, 0, 0, 0, 0),
  left: Int32Array.of(1, 0, 0, 4, 0, 0),
  missingLeft: Uint8Array.of(1, 0, 0, 0, 0, 0),
  value: Float32Array.of(0, 1, 2, 0, 10, 20),
  cover: Float32Array.of(2, 1, 1, 2, 1, 1),
  gain: Float32Array.of(1, 0, 0, 1, 0, 0),
  categoryStart: Int32Array.of(-1, -1, -1, 0, -1, -1),
  categoryWords: Int32Array.of(0, 0, 0, 2, 0, 0),
  categoryBits: Uint32Array.of(0b10, 0b10),
  baseMargin: 100,
};

function scoreOne(x: number, category: number): number {
  return treeScorer(stumps).margins(Float32Array.of(x, category), 1)[0];
}

describe('treeScorer', () => {
  it('sends numbers below the threshold left and the threshold itself right', () => {
    expect(scoreOne(0.49, 0)).toBe(111);
    expect(scoreOne(0.5, 0)).toBe(112);
  });

  it('sends categories of the set right, others and those beyond the set left', () => {
    expect([0, 1, 32, 33, 34, 64, 1000].map(code => scoreOne(0, code))).toEqual([111, 121, 111, 121, 111, 111, 111]);
  });

  it('sends missing values where the node says', () => {
    expect(scoreOne(NaN, NaN)).toBe(121);
  });

  it.each([
    { categories: false, trees: 7 },
    { categories: true, trees: 9 },
  ])('adds the leaves in float32 in the order of the trees (categories: $categories)', ({ categories, trees }) => {
    const random = seeded(3);
    const ensemble = randomEnsemble({ trees, depth: 5, inputs: 6, categories }, random);
    const rows = randomRows(200, ensemble, random);
    expect(treeScorer(ensemble).margins(rows.values, 200)).toEqual(plainMargins(ensemble, rows.values, 200));
  });

  it('gives a row alone the same bits as among others', () => {
    const random = seeded(4);
    const ensemble = randomEnsemble({ trees: 6, depth: 4, inputs: 5, categories: true }, random);
    const { values, width } = randomRows(150, ensemble, random);
    const scorer = treeScorer(ensemble);
    const together = scorer.margins(values, 150);
    for (let row = 0; row < 150; row++)
      expect(scorer.margins(values.subarray(row * width, (row + 1) * width), 1)[0]).toBe(together[row]);
  });

  it('adds the leaves in float64 for sums', () => {
    const random = seeded(5);
    const ensemble = { ...randomEnsemble({ trees: 5, depth: 3, inputs: 4 }, random), baseMargin: 0 };
    const { values, width } = randomRows(1, ensemble, random);
    const leaves = [...ensemble.roots].map(root => ensemble.value[leafOf(ensemble, root, values.subarray(0, width))]);
    expect(treeScorer(ensemble).sums(values, 1)[0]).toBe(leaves.reduce((sum, leaf) => sum + leaf, 0));
  });

  it('gives the base margin for no trees, and nothing for no rows', () => {
    const none = { ...stumps, roots: new Int32Array(0) };
    expect(treeScorer(none).margins(Float32Array.of(1, 1), 1)).toEqual(Float32Array.of(100));
    expect(treeScorer(stumps).margins(new Float32Array(0), 0)).toEqual(new Float32Array(0));
  });
});

describe('treeDepth', () => {
  it('counts the splits on the longest way', () => {
    expect(treeDepth(stumps, 0)).toBe(1);
    expect(treeDepth(stumps, 1)).toBe(0);
  });
});

describe('goesRight', () => {
  it('follows the direction of missing values', () => {
    expect(goesRight(stumps, 0, NaN)).toBe(false);
    expect(goesRight(stumps, 3, NaN)).toBe(true);
  });
});

function plainMargins(ensemble: TreeEnsemble, rows: Float32Array, rowCount: number): Float32Array {
  const width = rows.length / rowCount;
  return Float32Array.from({ length: rowCount }, (_, row) => {
    let sum = Math.fround(ensemble.baseMargin);
    for (const root of ensemble.roots)
      sum = Math.fround(sum + ensemble.value[leafOf(ensemble, root, rows, row * width)]);
    return sum;
  });
}
