import { goesRight } from '../trees/scoring.ts';
import type { TreeEnsemble } from '../trees/tree-ensemble.ts';
import { tabulate, type TreeTable } from './leaf-tables.ts';
import type { RowShap } from './shap-by-paths.ts';
import type { TreePaths } from './tree-paths.ts';

/**
 * Shapley values by lookup, for shallow trees. What a leaf gives each input depends only on which inputs of its path
 * the row passes, so it is tabulated over these sets (the idea of Fast TreeSHAP v2, Yang, 2021). Up to four
 * neighbouring leaves share one table, whose index adds a bit for each split between them: fewer lookups, less memory.
 * Tables hold float32: values differ from those by paths by about 10⁻⁷ of a leaf.
 */
export function shapByTables(ensemble: TreeEnsemble, trees: readonly TreePaths[]): RowShap {
  const flat = flatten(trees.map(paths => tabulate(ensemble, paths)));
  const sets = new Int32Array(trees.reduce((most, { node }) => Math.max(most, node.length), 1));
  return (rows, offset, phi) => {
    for (let tree = 0; tree + 1 < flat.treeUppers.length; tree++) {
      passSplits(ensemble, flat, { tree, rows, offset, sets });
      addEntries(ensemble, flat, { tree, rows, offset, sets }, phi);
    }
  };
}

/** All trees' tables in flat arrays: one object per group would cost more than the lookups. */
interface FlatTables {
  /** Where each tree's splits and groups start, and their ends. */
  readonly treeUppers: Int32Array;
  readonly treeGroups: Int32Array;
  readonly upperNode: Int32Array;
  readonly upperPlace: Int32Array;
  readonly upperBit: Int32Array;
  readonly upperLeft: Int32Array;
  readonly groupPlace: Int32Array;
  readonly groupPathBits: Int32Array;
  /** Where each group's splits, inputs and entries start, and their ends. */
  readonly groupSplits: Int32Array;
  readonly groupInputs: Int32Array;
  readonly groupEntries: Int32Array;
  readonly splitNode: Int32Array;
  readonly input: Int32Array;
  readonly entry: Float32Array;
}

function flatten(tables: readonly TreeTable[]): FlatTables {
  const uppers = tables.flatMap(table => table.uppers);
  const groups = tables.flatMap(table => table.groups);
  const groupEntries = bounds(groups.map(group => group.entries.length));
  const entry = new Float32Array(groupEntries[groups.length]);
  groups.forEach((group, g) => entry.set(group.entries, groupEntries[g]));
  return {
    treeUppers: bounds(tables.map(table => table.uppers.length)),
    treeGroups: bounds(tables.map(table => table.groups.length)),
    upperNode: Int32Array.from(uppers, upper => upper.node),
    upperPlace: Int32Array.from(uppers, upper => upper.place),
    upperBit: Int32Array.from(uppers, upper => upper.bit),
    upperLeft: Int32Array.from(uppers, upper => upper.left),
    groupPlace: Int32Array.from(groups, group => group.place),
    groupPathBits: Int32Array.from(groups, group => group.pathBits),
    groupSplits: bounds(groups.map(group => group.splitNodes.length)),
    groupInputs: bounds(groups.map(group => group.inputs.length)),
    groupEntries,
    splitNode: Int32Array.from(groups.flatMap(group => group.splitNodes)),
    input: Int32Array.from(groups.flatMap(group => group.inputs)),
    entry,
  };
}

/** Where parts of these lengths start when they follow one another, and where the last ends. */
function bounds(lengths: readonly number[]): Int32Array {
  let end = 0;
  return Int32Array.from([0, ...lengths], length => (end += length));
}

interface RowOfTree {
  readonly tree: number;
  readonly rows: Float32Array;
  readonly offset: number;
  /** For each place of the tree, the inputs on the way to it that the row passes. */
  readonly sets: Int32Array;
}

function passSplits(ensemble: TreeEnsemble, flat: FlatTables, { tree, rows, offset, sets }: RowOfTree): void {
  const { treeUppers, upperNode, upperPlace, upperBit, upperLeft } = flat;
  const { feature, threshold, missingLeft, categoryStart } = ensemble;
  sets[0] = -1;
  for (let k = treeUppers[tree]; k < treeUppers[tree + 1]; k++) {
    const node = upperNode[k];
    const x = rows[offset + feature[node]];
    const isNumeric = categoryStart[node] < 0;
    const right = isNumeric
      ? Number(x >= threshold[node]) | (Number(x !== x) & (1 - missingLeft[node]))
      : Number(goesRight(ensemble, node, x));
    const set = sets[upperPlace[k]];
    sets[upperLeft[k]] = set & ~(upperBit[k] * right);
    sets[upperLeft[k] + 1] = set & ~(upperBit[k] * (1 - right));
  }
}

// oxlint-disable-next-line max-params -- an object for one more would cost as much as a lookup
function addEntries(
  ensemble: TreeEnsemble,
  flat: FlatTables,
  { tree, rows, offset, sets }: RowOfTree,
  phi: Float64Array,
): void {
  const { treeGroups, groupPlace, groupPathBits, groupSplits, groupInputs, groupEntries, splitNode, input, entry } =
    flat;
  const { feature, threshold, missingLeft, categoryStart } = ensemble;
  for (let group = treeGroups[tree]; group < treeGroups[tree + 1]; group++) {
    let bit = 1 << groupPathBits[group];
    let state = sets[groupPlace[group]] & (bit - 1);
    for (let k = groupSplits[group]; k < groupSplits[group + 1]; k++) {
      const node = splitNode[k];
      const x = rows[offset + feature[node]];
      const isNumeric = categoryStart[node] < 0;
      const right = isNumeric
        ? Number(x >= threshold[node]) | (Number(x !== x) & (1 - missingLeft[node]))
        : Number(goesRight(ensemble, node, x));
      state |= bit * right;
      bit <<= 1;
    }
    const start = groupInputs[group];
    const width = groupInputs[group + 1] - start;
    const at = groupEntries[group] + state * width;
    for (let i = 0; i < width; i++) phi[input[start + i]] += entry[at + i];
  }
}
