import { kernel } from '../generated/kernels.ts';
import type { KernelPool } from '../kernels/kernel-pool.ts';
import type { TreeEnsemble } from '../tree-ensemble.ts';
import type { InputBins } from './bins.ts';
import { codesOfBins, upperBound } from './ensemble-builder.ts';

/** What one quantum of the packed sums is worth. */
export interface ForestUnits {
  readonly gradient: number;
  readonly hessian: number;
}

export type ForestTree = Omit<TreeEnsemble, 'roots' | 'baseMargin'>;

/** Copies a tree out of kernel memory, bins turned into thresholds and sets of codes. */
export function readForestTree(
  { ints, doubles }: KernelPool,
  output: { readonly nodes: number; readonly sets: number },
  { bins, units, treeCount }: { bins: readonly InputBins[]; units: ForestUnits; treeCount: number },
): ForestTree {
  const count = ints[output.nodes >>> 2];
  const tree = emptyTree(count);
  const categoryBits: number[] = [];
  for (let node = 0; node < count; node++) {
    const at = (output.nodes + kernel.NODE_OUT_FIRST + node * kernel.NODE_OUT_BYTES) >>> 2;
    const weight = (ints[at + 4] >>> 0) * units.hessian;
    const input = ints[at];
    tree.feature[node] = input;
    tree.cover[node] = weight;
    if (input < 0) {
      tree.value[node] = weight > 0 ? (-ints[at + 5] * units.gradient) / weight / treeCount : 0;
      continue;
    }
    tree.gain[node] = doubles[(at + 6) >>> 1];
    tree.missingLeft[node] = ints[at + 2];
    tree.left[node] = ints[at + 3];
    const inputBins = bins[input];
    if (inputBins.kind === 'number') {
      tree.threshold[node] = upperBound(inputBins.cuts, ints[at + 1]);
    } else {
      const set = (output.sets + node * kernel.NODE_SET_BYTES) >>> 2;
      const words = codesOfBins(inputBins.binOfCode, Uint32Array.from(ints.subarray(set, set + 8)));
      tree.categoryStart[node] = categoryBits.length;
      tree.categoryWords[node] = words.length;
      for (const word of words) categoryBits.push(word);
    }
  }
  return { ...tree, categoryBits: Uint32Array.from(categoryBits) };
}

/** One ensemble of all trees. */
export function joinForestTrees(trees: readonly ForestTree[], baseMargin: number): TreeEnsemble {
  const count = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
  const joined = emptyTree(count);
  const roots = new Int32Array(trees.length);
  const categoryBits = new Uint32Array(trees.reduce((sum, tree) => sum + tree.categoryBits.length, 0));
  let node = 0;
  let word = 0;
  trees.forEach((tree, t) => {
    roots[t] = node;
    for (const name of ['feature', 'threshold', 'missingLeft', 'value', 'cover', 'gain', 'categoryWords'] as const) {
      joined[name].set(tree[name], node);
    }
    joined.left.set(tree.left.map(shifted(node)), node);
    joined.categoryStart.set(tree.categoryStart.map(shifted(word)), node);
    categoryBits.set(tree.categoryBits, word);
    node += tree.feature.length;
    word += tree.categoryBits.length;
  });
  return { ...joined, roots, categoryBits, baseMargin };
}

function emptyTree(count: number) {
  return {
    feature: new Int32Array(count),
    threshold: new Float32Array(count),
    left: new Int32Array(count).fill(-1),
    missingLeft: new Uint8Array(count),
    value: new Float32Array(count),
    cover: new Float32Array(count),
    gain: new Float32Array(count),
    categoryStart: new Int32Array(count).fill(-1),
    categoryWords: new Int32Array(count),
  };
}

/** −1 stays: it means none. */
function shifted(by: number): (index: number) => number {
  return index => (index < 0 ? index : index + by);
}
