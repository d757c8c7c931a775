import { type Random, shuffle } from '../random/random.ts';
import type { TreeNode } from '../trees/ensemble-of-trees.ts';
import type { TreeInput } from '../trees/matrix.ts';

/** Rows to isolate, row-major float32 in the coding of `encodeMatrix`. */
export interface IsolationRows {
  readonly values: Float32Array;
  readonly rowCount: number;
  readonly inputs: readonly TreeInput[];
}

/** Mean length of an unsuccessful search in a binary tree of n rows: what remains of a path that stops among n rows. */
export function meanPathLength(n: number): number {
  if (n <= 1) return 0;
  return n === 2 ? 1 : 2 * (Math.log(n - 1) + 0.5772156649015329) - (2 * (n - 1)) / n;
}

/** Splits rows at random until each is alone or the tree is `maxDepth` deep; a leaf's value is its path length. */
export function isolationTree(rows: IsolationRows, maxDepth: number, random: Random): TreeNode[] {
  const nodes: TreeNode[] = [];
  const waiting: Isolated[] = [{ place: 0, depth: 0, members: Array.from({ length: rows.rowCount }, (_, row) => row) }];
  let places = 1;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const split = next.depth < maxDepth ? randomSplit(rows, next.members, random) : undefined;
    if (!split) {
      nodes[next.place] = leafOf(next);
      continue;
    }
    nodes[next.place] = splitOf(next, split, places);
    waiting.push({ place: places, depth: next.depth + 1, members: split.left });
    waiting.push({ place: places + 1, depth: next.depth + 1, members: split.right });
    places += 2;
  }
  return nodes;
}

interface Isolated {
  readonly place: number;
  readonly depth: number;
  readonly members: readonly number[];
}

function leafOf({ depth, members }: Isolated): TreeNode {
  const value = depth + meanPathLength(members.length);
  return { feature: -1, threshold: 0, left: 0, missingLeft: 0, value, cover: members.length, gain: 0 };
}

function splitOf({ members }: Isolated, { feature, rule, missingLeft }: Split, left: number): TreeNode {
  return { feature, ...rule, left, missingLeft: missingLeft ? 1 : 0, value: 0, cover: members.length, gain: 0 };
}

interface Split {
  readonly feature: number;
  readonly rule: Rule;
  readonly missingLeft: boolean;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** A threshold, or the set of categories that go right. */
type Rule = Pick<TreeNode, 'threshold' | 'categories'>;

/** A split on an input drawn among those in which the members differ; none when they are all alike. */
function randomSplit(rows: IsolationRows, members: readonly number[], random: Random): Split | undefined {
  if (members.length < 2) return undefined;
  const order = shuffle([...rows.inputs.keys()], random);
  for (const feature of order) {
    const valueOf = (row: number): number => rows.values[row * rows.inputs.length + feature];
    const present = members.filter(row => !Number.isNaN(valueOf(row)));
    const rule = (rows.inputs[feature].kind === 'number' ? thresholdRule : subsetRule)(present.map(valueOf), random);
    if (rule) return { feature, rule, ...divided(members, valueOf, rule) };
  }
  return undefined;
}

function thresholdRule(values: readonly number[], random: Random): Rule | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(least < most)) return undefined;
  const drawn = Math.fround(least + random.next() * (most - least));
  return { threshold: drawn > least ? drawn : most };
}

/** Some of the categories present go right, some left, any number of them alike. */
function subsetRule(codes: readonly number[], random: Random): Rule | undefined {
  const present = [...new Set(codes)];
  if (present.length < 2) return undefined;
  const right = shuffle(present, random).slice(0, 1 + random.below(present.length - 1));
  const categories = new Uint32Array(1 + (Math.max(...right) >>> 5));
  for (const code of right) categories[code >>> 5] |= 1 << (code & 31);
  return { threshold: 0, categories };
}

/** The members on each side; those without a value stay with the greater number. */
function divided(
  members: readonly number[],
  valueOf: (row: number) => number,
  { threshold, categories }: Rule,
): Pick<Split, 'missingLeft' | 'left' | 'right'> {
  const isRight = (x: number): boolean =>
    categories ? ((categories[x >>> 5] ?? 0) >>> (x & 31)) % 2 === 1 : x >= threshold;
  const missing = members.filter(row => Number.isNaN(valueOf(row)));
  const right = members.filter(row => isRight(valueOf(row)) && !Number.isNaN(valueOf(row)));
  const left = members.filter(row => !isRight(valueOf(row)) && !Number.isNaN(valueOf(row)));
  const missingLeft = left.length >= right.length;
  (missingLeft ? left : right).push(...missing);
  return { missingLeft, left, right };
}
