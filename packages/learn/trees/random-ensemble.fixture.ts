import type { Random } from '../random/random.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

interface EnsembleShape {
  readonly trees: number;
  readonly depth: number;
  readonly inputs: number;
  /** Whether odd inputs are categories, with codes 0 to 39. */
  readonly categories?: boolean;
}

interface Node {
  feature: number;
  threshold: number;
  missingLeft: number;
  value: number;
  cover: number;
  bits?: number[];
  left: number;
}

/** For tests: trees of any shape up to a depth, over inputs that repeat along a path, with covers that add up. */
export function randomEnsemble(shape: EnsembleShape, random: Random): TreeEnsemble {
  const nodes: Node[] = [];
  const roots = Int32Array.from({ length: shape.trees }, () => {
    nodes.push(leaf(1000, random));
    return grow(nodes, nodes.length - 1, shape.depth, shape, random);
  });
  return { roots, ...flatten(nodes), baseMargin: Math.fround(random.normal()) };
}

/** Rows for such an ensemble, one in eight values missing; some codes lie beyond every set. */
export function randomRows(
  rowCount: number,
  ensemble: TreeEnsemble,
  random: Random,
): { values: Float32Array; width: number } {
  const width = Math.max(0, ...ensemble.feature) + 1;
  const isCategory = new Set(
    [...ensemble.feature.keys()].filter(k => ensemble.categoryStart[k] >= 0).map(k => ensemble.feature[k]),
  );
  const values = Float32Array.from({ length: rowCount * width }, (_, i) => {
    if (random.below(8) === 0) return NaN;
    return isCategory.has(i % width) ? random.below(80) : random.next();
  });
  return { values, width };
}

// oxlint-disable-next-line max-params -- one recursive step needs the tree, the place and the source of randomness
function grow(nodes: Node[], at: number, depth: number, shape: EnsembleShape, random: Random): number {
  if (depth === 0 || random.below(6) === 0) return at;
  const node = nodes[at];
  node.feature = random.below(shape.inputs);
  node.threshold = random.next();
  node.missingLeft = random.below(2);
  node.value = 0;
  if (shape.categories && node.feature % 2 === 1) {
    node.bits = Array.from({ length: 1 + random.below(2) }, () => Math.floor(random.next() * 2 ** 32));
  }
  node.left = nodes.length;
  const leftCover = node.cover * (0.1 + 0.8 * random.next());
  nodes.push(leaf(leftCover, random), leaf(node.cover - leftCover, random));
  grow(nodes, node.left, depth - 1, shape, random);
  grow(nodes, node.left + 1, depth - 1, shape, random);
  return at;
}

function leaf(cover: number, random: Random): Node {
  return { feature: -1, threshold: 0, missingLeft: 0, value: random.normal() / 10, cover, left: 0 };
}

function flatten(nodes: readonly Node[]): Omit<TreeEnsemble, 'roots' | 'baseMargin'> {
  const bits: number[] = [];
  const categoryStart = Int32Array.from(nodes, node => {
    if (!node.bits) return -1;
    bits.push(...node.bits);
    return bits.length - node.bits.length;
  });
  return {
    feature: Int32Array.from(nodes, node => node.feature),
    threshold: Float32Array.from(nodes, node => node.threshold),
    left: Int32Array.from(nodes, node => node.left),
    missingLeft: Uint8Array.from(nodes, node => node.missingLeft),
    value: Float32Array.from(nodes, node => node.value),
    cover: Float32Array.from(nodes, node => node.cover),
    gain: Float32Array.from(nodes, node => (node.feature < 0 ? 0 : 1)),
    categoryStart,
    categoryWords: Int32Array.from(nodes, node => node.bits?.length ?? 0),
    categoryBits: Uint32Array.from(bits),
  };
}
