import type { TreeEnsemble } from '../trees/tree-ensemble.ts';

/** One tree's nodes, parents before children, and what Shapley values need of the way to each. */
export interface TreePaths {
  /** The ensemble's node at each place; place 0 is the root. */
  readonly node: Int32Array;
  /** Place of the left child, −1 for a leaf; the right one follows it. */
  readonly left: Int32Array;
  readonly parent: Int32Array;
  /** The nearest place above whose edge from its parent splits on the same input as this one's, −1 for none. */
  readonly previous: Int32Array;
  /**
   * Of the rows that come to the first split on this edge's input, the share that all splits on it so far let pass:
   * the product of covers' ratios over the edges of this input.
   */
  readonly passing: Float64Array;
  /** Different inputs split on along the way. */
  readonly distinct: Int32Array;
  /** The sum of the leaves weighted by the shares of rows that reach them: the tree's mean output. */
  readonly mean: number;
}

export function treePaths(ensemble: TreeEnsemble, root: number): TreePaths {
  const node = nodesBelow(ensemble, root);
  const count = node.length;
  const paths = {
    node: Int32Array.from(node),
    left: new Int32Array(count).fill(-1),
    parent: new Int32Array(count).fill(-1),
    previous: new Int32Array(count).fill(-1),
    passing: new Float64Array(count).fill(1),
    distinct: new Int32Array(count),
  };
  const reach = new Float64Array(count).fill(1);
  let next = 1;
  for (let place = 0; place < count; place++) {
    if (ensemble.feature[node[place]] < 0) continue;
    paths.left[place] = next;
    for (const child of [next, next + 1]) {
      const ratio = coverRatio(ensemble, node[place], node[child]);
      linkChild(paths, { ensemble, place, child, ratio });
      reach[child] = reach[place] * ratio;
    }
    next += 2;
  }
  let mean = 0;
  for (let place = 0; place < count; place++)
    if (paths.left[place] < 0) mean += reach[place] * ensemble.value[node[place]];
  return { ...paths, mean };
}

/** Level by level, so that siblings are neighbours and parents come first. */
function nodesBelow({ feature, left }: TreeEnsemble, root: number): number[] {
  const nodes = [root];
  for (const node of nodes) if (feature[node] >= 0) nodes.push(left[node], left[node] + 1);
  return nodes;
}

interface ChildLink {
  readonly ensemble: TreeEnsemble;
  readonly place: number;
  readonly child: number;
  readonly ratio: number;
}

function linkChild(paths: Omit<TreePaths, 'mean'>, { ensemble, place, child, ratio }: ChildLink): void {
  const previous = previousEdge(paths, ensemble, place);
  paths.parent[child] = place;
  paths.previous[child] = previous;
  paths.passing[child] = ratio * (previous < 0 ? 1 : paths.passing[previous]);
  paths.distinct[child] = paths.distinct[place] + (previous < 0 ? 1 : 0);
}

function previousEdge({ parent, node }: Omit<TreePaths, 'mean'>, { feature }: TreeEnsemble, place: number): number {
  let edge = place;
  while (parent[edge] >= 0 && feature[node[parent[edge]]] !== feature[node[place]]) edge = parent[edge];
  return parent[edge] < 0 ? -1 : edge;
}

/** A node that no training row reached gets a share above zero, so that nothing is divided by zero. */
const LEAST_RATIO = 1e-30;

function coverRatio({ cover }: TreeEnsemble, parent: number, child: number): number {
  return cover[parent] > 0 ? Math.max(LEAST_RATIO, cover[child] / cover[parent]) : 0.5;
}
