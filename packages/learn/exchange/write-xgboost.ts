import type { Json } from '../protocol/state.ts';
import type { TreeInput } from '../trees/matrix.ts';
import type { TreeEnsemble } from '../trees/tree-ensemble.ts';
import { neutralScore, scoreOfMargin } from './base-score.ts';
import { floatArray, floatText, jsonObject } from './json-text.ts';
import type { TreeModel, TreeObjective } from './tree-model.ts';

/**
 * The model as JSON that XGBoost loads (`xgb.Booster().load_model("model.json")`, tried with 1.7, 2.1 and 3.2). Its
 * margins there have the same bits as here. Category inputs become native ones with their levels stored, so that since
 * 3.1 a pandas frame may have its categories in any order; older versions and bare codes need the order of `levels`.
 *
 * A base margin that no float32 base score gives is written as a first tree of one leaf; `readXgboost` undoes it.
 */
export function writeXgboost({ objective, variancePower, inputs, ensemble }: TreeModel): string {
  const margin = Math.fround(ensemble.baseMargin);
  const baseScore = scoreOfMargin(margin, objective);
  const trees = treesOf(ensemble, inputs.length);
  if (baseScore === undefined) trees.unshift(constantTree(ensemble, inputs.length));
  return jsonObject({
    learner: jsonObject({
      attributes: '{}',
      feature_names: JSON.stringify(inputs.map(input => input.name)),
      feature_types: JSON.stringify(inputs.map(input => (input.kind === 'category' ? 'c' : 'float'))),
      gradient_booster: boosterText(trees, inputs),
      learner_model_param: JSON.stringify({
        // Without the brackets that 3.1 writes: 3.x reads both, 2.x silently takes 0.5 when it meets brackets.
        base_score: floatText(baseScore ?? neutralScore[objective]),
        boost_from_average: '1',
        num_class: '0',
        num_feature: String(inputs.length),
        num_target: '1',
      }),
      objective: JSON.stringify({ name: objective, ...objectiveParams(objective, variancePower) }),
    }),
    version: '[3,2,0]',
  });
}

/** What XGBoost wants to read beside an objective's name; it matters to further training only. */
function objectiveParams(objective: TreeObjective, variancePower = 1.5): Readonly<Record<string, Json>> {
  switch (objective) {
    case 'count:poisson':
      return { poisson_regression_param: { max_delta_step: '0.7' } };
    case 'reg:tweedie':
      return { tweedie_regression_param: { tweedie_variance_power: String(variancePower) } };
    case 'binary:logistic':
    case 'reg:squarederror':
      return { reg_loss_param: { scale_pos_weight: '1' } };
  }
}

/** The members of a written tree, each as a text of JSON. */
type WrittenTree = Readonly<Record<string, string>>;

function boosterText(trees: readonly WrittenTree[], inputs: readonly TreeInput[]): string {
  const texts = trees.map((tree, id) => jsonObject({ ...tree, id: String(id) }));
  const model = jsonObject({
    cats: JSON.stringify(categoriesOf(inputs)),
    gbtree_model_param: JSON.stringify({ num_parallel_tree: '1', num_trees: String(trees.length) }),
    iteration_indptr: JSON.stringify([...trees.keys(), trees.length]),
    tree_info: JSON.stringify(trees.map(() => 0)),
    trees: `[${texts.join(',')}]`,
  });
  return jsonObject({ model, name: '"gbtree"' });
}

const NO_PARENT = 2147483647;

function treesOf(ensemble: TreeEnsemble, inputCount: number): WrittenTree[] {
  return Array.from(ensemble.roots, root => writtenTree(ensemble, nodesFrom(ensemble, root), inputCount));
}

/** The nodes of a tree, the root first; children keep their order, so that a tree read is written as it was. */
function nodesFrom({ feature, left }: TreeEnsemble, root: number): number[] {
  const nodes = [root];
  for (const node of nodes) if (feature[node] >= 0) nodes.push(left[node], left[node] + 1);
  return nodes;
}

function writtenTree(ensemble: TreeEnsemble, nodes: readonly number[], inputCount: number): WrittenTree {
  const place = new Map(nodes.map((node, k) => [node, k]));
  const isLeaf = (node: number): boolean => ensemble.feature[node] < 0;
  const child = (node: number, side: number): number => (isLeaf(node) ? -1 : place.get(ensemble.left[node] + side)!);
  const parents = parentsOf(nodes.map(node => child(node, 0)));
  return {
    base_weights: floatArray(nodes.map(node => ensemble.value[node])),
    ...categorySplits(ensemble, nodes),
    default_left: JSON.stringify(nodes.map(node => ensemble.missingLeft[node])),
    left_children: JSON.stringify(nodes.map(node => child(node, 0))),
    loss_changes: floatArray(nodes.map(node => ensemble.gain[node])),
    parents: JSON.stringify(parents),
    right_children: JSON.stringify(nodes.map(node => child(node, 1))),
    split_conditions: floatArray(nodes.map(node => (isLeaf(node) ? ensemble.value[node] : ensemble.threshold[node]))),
    split_indices: JSON.stringify(nodes.map(node => Math.max(0, ensemble.feature[node]))),
    split_type: JSON.stringify(nodes.map(node => (isCategorySplit(ensemble, node) ? 1 : 0))),
    sum_hessian: floatArray(nodes.map(node => ensemble.cover[node])),
    tree_param: JSON.stringify({
      num_deleted: '0',
      num_feature: String(inputCount),
      num_nodes: String(nodes.length),
      size_leaf_vector: '1',
    }),
  };
}

function parentsOf(leftChildren: readonly number[]): number[] {
  const parents = leftChildren.map(() => NO_PARENT);
  leftChildren.forEach((left, k) => {
    if (left >= 0) parents[left] = parents[left + 1] = k;
  });
  return parents;
}

function isCategorySplit({ feature, categoryStart }: TreeEnsemble, node: number): boolean {
  return feature[node] >= 0 && categoryStart[node] >= 0;
}

function categorySplits(ensemble: TreeEnsemble, nodes: readonly number[]): WrittenTree {
  const places = [...nodes.keys()].filter(k => isCategorySplit(ensemble, nodes[k]));
  const sets = places.map(k => categoriesRight(ensemble, nodes[k]));
  let start = 0;
  return {
    categories: JSON.stringify(sets.flat()),
    categories_nodes: JSON.stringify(places),
    categories_segments: JSON.stringify(sets.map(set => (start += set.length) - set.length)),
    categories_sizes: JSON.stringify(sets.map(set => set.length)),
  };
}

function categoriesRight({ categoryStart, categoryWords, categoryBits }: TreeEnsemble, node: number): number[] {
  const isRight = (code: number): boolean =>
    ((categoryBits[categoryStart[node] + (code >>> 5)] >>> (code & 31)) & 1) === 1;
  return Array.from({ length: categoryWords[node] * 32 }, (_, code) => code).filter(isRight);
}

function constantTree(ensemble: TreeEnsemble, inputCount: number): WrittenTree {
  const leaf: TreeEnsemble = {
    ...ensemble,
    feature: Int32Array.of(-1),
    value: Float32Array.of(ensemble.baseMargin),
    cover: Float32Array.of(ensemble.cover[ensemble.roots[0]] ?? 1),
    gain: Float32Array.of(0),
  };
  return writtenTree(leaf, [0], inputCount);
}

/** The levels of each input: texts as UTF-8 in signed bytes, cut at offsets; and how each input's texts sort. */
function categoriesOf(inputs: readonly TreeInput[]): Json {
  const levels = inputs.map(input => (input.kind === 'category' ? input.levels : []));
  if (levels.every(one => one.length === 0)) return { enc: [], feature_segments: [], sorted_idx: [] };
  const texts = levels.map(one => one.map(level => new Int8Array(new TextEncoder().encode(level))));
  return {
    enc: texts.map(one => ({ offsets: ends(one), values: one.flatMap(text => [...text]) })),
    feature_segments: ends(texts),
    sorted_idx: texts.flatMap(one => [...one.keys()].sort((i, j) => compareBytes(one[i], one[j]))),
  };
}

/** 0 and the end of each part; nothing for no parts, as XGBoost writes it for numbers. */
function ends(parts: readonly { readonly length: number }[]): number[] {
  let end = 0;
  return parts.length === 0 ? [] : [0, ...parts.map(part => (end += part.length))];
}

function compareBytes(a: Int8Array, b: Int8Array): number {
  const at = a.findIndex((byte, i) => byte !== b[i]);
  if (at < 0) return a.length - b.length;
  return at >= b.length ? 1 : a[at] - b[at];
}
