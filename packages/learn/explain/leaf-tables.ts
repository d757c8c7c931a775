import type { TreeEnsemble } from '../trees/tree-ensemble.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import type { TreePaths } from './tree-paths.ts';

/** One tree's splits above its groups, in the order of places, and its groups. */
export interface TreeTable {
  readonly uppers: readonly UpperSplit[];
  readonly groups: readonly GroupTable[];
}

export interface UpperSplit {
  readonly node: number;
  readonly place: number;
  /** The bit of its input. */
  readonly bit: number;
  /** Place of its left child. */
  readonly left: number;
}

export interface GroupTable {
  readonly place: number;
  readonly splitNodes: readonly number[];
  readonly pathBits: number;
  readonly inputs: readonly number[];
  readonly entries: Float64Array;
}

/** The tables of one tree; `tableBytes` says what they will take. */
export function tabulate(ensemble: TreeEnsemble, paths: TreePaths): TreeTable {
  const groups = groupsOf(ensemble, paths);
  const uppers = upperSplits(paths, groups).map(place => ({
    node: paths.node[place],
    place,
    bit: bitOf(ensemble, paths, place),
    left: paths.left[place],
  }));
  return { uppers, groups: groups.map(group => groupTable(ensemble, paths, group)) };
}

/** Inputs of a path, and splits below, that one table may tell apart. */
const MOST_BITS = 10;

/** Bytes that the tables of a tree take; Infinity when a path has too many inputs for them. */
export function tableBytes(ensemble: TreeEnsemble, paths: TreePaths): number {
  if (paths.distinct.some(distinct => distinct > MOST_BITS - 2)) return Infinity;
  return groupsOf(ensemble, paths).reduce((sum, group) => sum + 4 * 2 ** group.bits * group.inputs.length, 0);
}

/** Leaves that share a table: those below `place`. */
interface LeafGroup {
  readonly place: number;
  /** Splits below `place`, at most 3. */
  readonly splits: readonly number[];
  /** Inputs on the way to `place`; each has a bit, 1 while the row passes its splits. */
  readonly pathInputs: readonly number[];
  /** Those and the inputs of `splits`: the columns of the table. */
  readonly inputs: readonly number[];
  readonly bits: number;
}

function groupsOf(ensemble: TreeEnsemble, { node, left }: TreePaths): LeafGroup[] {
  const inputOf = (place: number): number => ensemble.feature[node[place]];
  const groups: LeafGroup[] = [];
  const visit = (place: number, pathInputs: readonly number[]): void => {
    const splits = splitsBelow(left, place);
    if (splits) {
      const inputs = [...new Set([...pathInputs, ...splits.map(inputOf)])];
      groups.push({ place, splits, pathInputs, inputs, bits: pathInputs.length + splits.length });
    } else {
      const inputs = pathInputs.includes(inputOf(place)) ? pathInputs : [...pathInputs, inputOf(place)];
      visit(left[place], inputs);
      visit(left[place] + 1, inputs);
    }
  };
  visit(0, []);
  return groups;
}

/** The splits at and below a place when they are on two levels at most. */
function splitsBelow(left: Int32Array, place: number): number[] | undefined {
  if (left[place] < 0) return [];
  const children = [left[place], left[place] + 1].filter(child => left[child] >= 0);
  const isTwoLevels = children.every(child => left[left[child]] < 0 && left[left[child] + 1] < 0);
  return isTwoLevels ? [place, ...children] : undefined;
}

function upperSplits({ left }: TreePaths, groups: readonly LeafGroup[]): number[] {
  const inGroups = new Set(groups.flatMap(group => group.splits));
  return [...left.keys()].filter(place => left[place] >= 0 && !inGroups.has(place));
}

/** The bit of a split's input: inputs have bits in the order in which the way from the root meets them. */
function bitOf(ensemble: TreeEnsemble, paths: TreePaths, place: number): number {
  const input = ensemble.feature[paths.node[place]];
  return 1 << inputsToward(ensemble, paths, paths.left[place]).indexOf(input);
}

function inputsToward({ feature }: TreeEnsemble, { node, parent }: TreePaths, place: number): number[] {
  const inputs: number[] = [];
  for (let above = parent[place]; above >= 0; above = parent[above]) inputs.unshift(feature[node[above]]);
  return [...new Set(inputs)];
}

function groupTable(ensemble: TreeEnsemble, paths: TreePaths, group: LeafGroup): GroupTable {
  const sums = new Float64Array(2 ** group.bits * group.inputs.length);
  for (const leaf of leavesBelow(paths, group.place)) addLeaf(sums, { ensemble, paths, group, leaf });
  return {
    place: group.place,
    splitNodes: group.splits.map(place => paths.node[place]),
    pathBits: group.pathInputs.length,
    inputs: group.inputs,
    entries: sums,
  };
}

function leavesBelow({ left }: TreePaths, place: number): number[] {
  return left[place] < 0
    ? [place]
    : [left[place], left[place] + 1].flatMap(child => leavesBelow({ left } as TreePaths, child));
}

interface LeafOfGroup {
  readonly ensemble: TreeEnsemble;
  readonly paths: TreePaths;
  readonly group: LeafGroup;
  readonly leaf: number;
}

function addLeaf(sums: Float64Array, { ensemble, paths, group, leaf }: LeafOfGroup): void {
  const inputs = inputsToward(ensemble, paths, leaf);
  const table = leafTable(ensemble.value[paths.node[leaf]], sharesPassing(ensemble, paths, leaf));
  const columns = inputs.map(input => group.inputs.indexOf(input));
  const turns = turnsToward({ ensemble, paths, group, leaf }, inputs);
  const fromPath = 2 ** group.pathInputs.length - 1;
  const all = 2 ** inputs.length - 1;
  for (let state = 0; state < 2 ** group.bits; state++) {
    let set = (state & fromPath) | (all & ~fromPath);
    for (const { splitBit, taken, inputBit } of turns) if ((state & splitBit) !== taken) set &= ~inputBit;
    const from = set * inputs.length;
    const to = state * group.inputs.length;
    for (let i = 0; i < columns.length; i++) sums[to + columns[i]] += table[from + i];
  }
}

/** A split between a group's place and a leaf: the row passes it when its bit of the state is `taken`. */
interface Turn {
  readonly splitBit: number;
  readonly taken: number;
  /** The bit of its input in the leaf's sets. */
  readonly inputBit: number;
}

function turnsToward({ ensemble, paths, group, leaf }: LeafOfGroup, inputs: readonly number[]): Turn[] {
  const turns: Turn[] = [];
  for (let edge = leaf; edge !== group.place; edge = paths.parent[edge]) {
    const split = paths.parent[edge];
    const splitBit = 1 << (group.pathInputs.length + group.splits.indexOf(split));
    const inputBit = 1 << inputs.indexOf(ensemble.feature[paths.node[split]]);
    turns.push({ splitBit, taken: edge === paths.left[split] ? 0 : splitBit, inputBit });
  }
  return turns;
}

/** For each input on the way to a leaf, the share of training rows that pass its splits. */
function sharesPassing(ensemble: TreeEnsemble, paths: TreePaths, leaf: number): number[] {
  const lastEdge = new Map<number, number>();
  for (let edge = leaf; paths.parent[edge] >= 0; edge = paths.parent[edge]) {
    const input = ensemble.feature[paths.node[paths.parent[edge]]];
    if (!lastEdge.has(input)) lastEdge.set(input, edge);
  }
  return inputsToward(ensemble, paths, leaf).map(input => paths.passing[lastEdge.get(input)!]);
}

/** What a leaf gives each of its inputs, for each set of inputs that the row passes: see `shapByPaths`. */
function leafTable(value: number, shares: readonly number[]): Float64Array {
  const { points, weights } = gaussLegendre(Math.max(1, Math.ceil(shares.length / 2)));
  const count = shares.length;
  const table = new Float64Array(2 ** count * count);
  const factors = new Float64Array(count);
  for (let set = 0; set < 2 ** count; set++) {
    for (let q = 0; q < points.length; q++) {
      let product = weights[q] * value;
      for (let j = 0; j < count; j++) {
        factors[j] = shares[j] * (1 - points[q]) + ((set >> j) & 1) * points[q];
        product *= factors[j];
      }
      for (let i = 0; i < count; i++) table[set * count + i] += (product / factors[i]) * (((set >> i) & 1) - shares[i]);
    }
  }
  return table;
}
