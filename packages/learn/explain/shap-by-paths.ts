import { goesRight } from '../trees/scoring.ts';
import type { TreeEnsemble } from '../trees/tree-ensemble.ts';
import { gaussLegendre, type Quadrature } from './gauss-legendre.ts';
import type { TreePaths } from './tree-paths.ts';

/** Adds the Shapley values of the row at `offset` to `phi`, over the trees it was made for. */
export type RowShap = (rows: Float32Array, offset: number, phi: Float64Array) => void;

/**
 * Shapley values of trees of any depth, in time proportional to nodes × depth.
 *
 * A leaf with value v is reached from the coalition S of inputs with weight ∏ f_j, f_j = 1 or 0 for j in S (the row
 * passes the leaf's splits on j or not) and otherwise z_j, the share of training rows that pass. Summed with Shapley's
 * weights, as k!(D−1−k)!/D! = ∫ tᵏ(1−t)ᴰ⁻¹⁻ᵏ dt, input i gets
 *
 *     v · (o_i − z_i) · ∫₀¹ ∏_{j≠i} (z_j (1−t) + o_j t) dt,
 *
 * an integral of a polynomial of degree D − 1, which ⌈D/2⌉ points of Gauss and Legendre give exactly. The products
 * are built going down, the leaves below each edge summed going up, so that each edge is met once (as in Linear
 * TreeSHAP, Yu et al., NeurIPS 2022). Values are those of Lundberg et al., "From local explanations to global
 * understanding with explainable AI for trees", 2020, algorithm 2 (path-dependent).
 */
export function shapByPaths(ensemble: TreeEnsemble, trees: readonly TreePaths[]): RowShap {
  const rules = trees.map(quadratureFor);
  const scratch = scratchFor(trees, rules);
  return (rows, offset, phi) => {
    trees.forEach((paths, t) => {
      const tree = { ensemble, paths, rule: rules[t], scratch };
      descend(tree, rows, offset);
      gather(tree, phi);
    });
  };
}

interface Work {
  readonly ensemble: TreeEnsemble;
  readonly paths: TreePaths;
  readonly rule: Quadrature;
  readonly scratch: Scratch;
}

/** One tree's numbers at a time: for each edge, and each point of the rule where there are several. */
interface Scratch {
  /** 1 where the row passes all splits on the edge's input so far. */
  readonly passes: Uint8Array;
  /** Of the factor of the edge's input. */
  readonly inverse: Float64Array;
  /** Going down, the product of the factors; going up, its sum over the leaves below, weighted by their values. */
  readonly product: Float64Array;
}

function quadratureFor({ distinct }: TreePaths): Quadrature {
  return gaussLegendre(Math.max(1, Math.ceil(distinct.reduce((most, one) => Math.max(most, one), 0) / 2)));
}

function scratchFor(trees: readonly TreePaths[], rules: readonly Quadrature[]): Scratch {
  const places = trees.reduce((most, { node }) => Math.max(most, node.length), 0);
  const points = trees.reduce((most, { node }, t) => Math.max(most, node.length * rules[t].points.length), 0);
  return { passes: new Uint8Array(places), inverse: new Float64Array(points), product: new Float64Array(points) };
}

function descend({ ensemble, paths, rule, scratch }: Work, rows: Float32Array, offset: number): void {
  const { node, left, previous, passing } = paths;
  const { passes, inverse, product } = scratch;
  const { points, weights } = rule;
  const count = points.length;
  product.set(weights);
  for (let place = 0; place < node.length; place++) {
    if (left[place] < 0) continue;
    const right = Number(goesRight(ensemble, node[place], rows[offset + ensemble.feature[node[place]]]));
    for (let side = 0; side < 2; side++) {
      const edge = left[place] + side;
      const before = previous[edge];
      const agrees = side === right ? 1 : 0;
      const passed = before < 0 ? agrees : agrees & passes[before];
      passes[edge] = passed;
      const share = passing[edge];
      const rise = passed - share;
      const [from, to, undo] = [place * count, edge * count, before * count];
      for (let q = 0; q < count; q++) {
        const factor = share + rise * points[q];
        inverse[to + q] = 1 / factor;
        product[to + q] = product[from + q] * factor;
      }
      if (before >= 0) for (let q = 0; q < count; q++) product[to + q] *= inverse[undo + q];
    }
  }
}

function gather({ ensemble, paths, rule, scratch }: Work, phi: Float64Array): void {
  const { node, left, parent, previous, passing } = paths;
  const { passes, inverse, product } = scratch;
  const count = rule.points.length;
  for (let place = node.length - 1; place > 0; place--) {
    const at = place * count;
    const child = left[place] * count;
    const value = ensemble.value[node[place]];
    let sum = 0;
    for (let q = 0; q < count; q++) {
      const below = child < 0 ? product[at + q] * value : product[child + q] + product[child + count + q];
      product[at + q] = below;
      sum += below * inverse[at + q];
    }
    sum *= passes[place] - passing[place];
    const before = previous[place];
    if (before >= 0) sum -= countedBefore(scratch, at, before * count, count) * (passes[before] - passing[before]);
    phi[ensemble.feature[node[parent[place]]]] += sum;
  }
}

/** What the edge's earlier split on the same input counts for the same leaves. */
// oxlint-disable-next-line max-params -- places in the scratch arrays
function countedBefore({ product, inverse }: Scratch, at: number, before: number, count: number): number {
  let sum = 0;
  for (let q = 0; q < count; q++) sum += product[at + q] * inverse[before + q];
  return sum;
}
