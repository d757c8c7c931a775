import type { TreeEnsemble } from './tree-ensemble.ts';

/** One node of a tree under construction; a leaf has `feature` −1. */
export interface TreeNode {
  readonly feature: number;
  readonly threshold: number;
  /** Place of the left child in its tree; the right child follows it. */
  readonly left: number;
  readonly missingLeft: number;
  readonly value: number;
  readonly cover: number;
  readonly gain: number;
  /** The bit set of a category split: categories in it go right. */
  readonly categories?: Uint32Array;
}

/** Trees, each a list of nodes that starts with its root, laid out in flat arrays. */
export function ensembleOfTrees(trees: readonly (readonly TreeNode[])[], baseMargin: number): TreeEnsemble {
  const nodes = trees.flat();
  const roots = runningSums(trees.map(tree => tree.length));
  const left = trees.flatMap((tree, t) => tree.map(node => (node.feature < 0 ? 0 : roots[t] + node.left)));
  const bitSets = nodes.map(node => node.categories ?? []);
  const starts = runningSums(bitSets.map(words => words.length));
  return {
    roots: Int32Array.from(roots),
    feature: Int32Array.from(nodes, node => node.feature),
    threshold: Float32Array.from(nodes, node => node.threshold),
    left: Int32Array.from(left),
    missingLeft: Uint8Array.from(nodes, node => node.missingLeft),
    value: Float32Array.from(nodes, node => node.value),
    cover: Float32Array.from(nodes, node => node.cover),
    gain: Float32Array.from(nodes, node => node.gain),
    categoryStart: Int32Array.from(nodes, (node, k) => (node.categories ? starts[k] : -1)),
    categoryWords: Int32Array.from(bitSets, words => words.length),
    categoryBits: Uint32Array.from(bitSets.flatMap(words => [...words])),
    baseMargin,
  };
}

/** Where each part starts when parts of these lengths follow one another. */
function runningSums(lengths: readonly number[]): number[] {
  let sum = 0;
  return lengths.map(length => (sum += length) - length);
}
