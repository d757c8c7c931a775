import { LearnError } from '../protocol/learn-error.ts';
import type { TreeInput } from '../trees/matrix.ts';
import type { TreeEnsemble } from '../trees/tree-ensemble.ts';
import { isPossibleScore, marginOfScore } from './base-score.ts';
import { ensembleOfTrees, type TreeNode } from '../trees/ensemble-of-trees.ts';
import type { TreeModel, TreeObjective } from './tree-model.ts';
import { parseXgboost, type XgboostEncoding, type XgboostModel, type XgboostTree } from './xgboost-schema.ts';

export interface ReadXgboostOptions {
  /**
   * The levels of category inputs in the order of their codes, by input. Needed for models from before 3.1 and those
   * trained on bare codes, which do not store them; without it the codes themselves, as texts, are the levels, up
   * to the highest in any split; a table's other levels then count as missing.
   */
  readonly levels?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads a model that XGBoost saved as JSON: boosters `gbtree` and `dart`, objectives `binary:logistic`,
 * `reg:squarederror`, `count:poisson` and `reg:tweedie`, with numeric and native category splits. All its trees count:
 * after early stopping save `booster[: best_iteration + 1]`. Inputs without names are `f0`, `f1`, ….
 *
 * Of a `dart` model the weights of its trees become part of their leaves, as float32: the same bits in every score.
 * @throws LearnError `unsupported-model`
 */
export function readXgboost(text: string, { levels = {} }: ReadXgboostOptions = {}): TreeModel {
  const { learner } = parseXgboost(text);
  const inputCount = Number(learner.learner_model_param.num_feature);
  const { model, weight_drop } = learner.gradient_booster;
  if (weight_drop.length > 0 && weight_drop.length !== model.trees.length)
    throw damaged(
      `\`weight_drop\` must have a weight for each of ${model.trees.length} trees; got ${weight_drop.length}`,
    );
  const trees = model.trees.map((tree, index) => weighted(nodesOf(tree, index, inputCount), weight_drop[index]));
  const objective = learner.objective.name as TreeObjective;
  const ensemble = foldedEnsemble(trees, baseMargin(learner.learner_model_param.base_score, objective));
  return { objective, ...variancePower(learner.objective), ensemble, inputs: inputsOf(learner, ensemble, levels) };
}

function weighted(nodes: TreeNode[], weight = 1): TreeNode[] {
  return weight === 1 ? nodes : nodes.map(node => ({ ...node, value: Math.fround(node.value) * Math.fround(weight) }));
}

/** XGBoost keeps the power as float32; six digits are what people write. */
function variancePower({ tweedie_regression_param }: XgboostModel['learner']['objective']): { variancePower?: number } {
  if (!tweedie_regression_param) return {};
  return { variancePower: Number(Number(tweedie_regression_param.tweedie_variance_power).toPrecision(6)) };
}

/** `0.5`, `"5E-1"` and, since 3.1, `"[5E-1]"`. */
function baseMargin(baseScore: string | number, objective: TreeObjective): number {
  const score = Number(String(baseScore).replace(/^\[(.*)\]$/, '$1'));
  if (isPossibleScore(score, objective)) return marginOfScore(score, objective);
  throw damaged(`\`base_score\` must be ${possibleScores[objective]}; got ${baseScore}`);
}

const possibleScores: Readonly<Record<TreeObjective, string>> = {
  'binary:logistic': 'a number between 0 and 1',
  'reg:squarederror': 'a finite number',
  'count:poisson': 'a number above 0',
  'reg:tweedie': 'a number above 0',
};

/**
 * A constant first tree over a base margin of 0 is how `writeXgboost` keeps a base margin that no base score gives; here
 * it becomes the base margin again. The sums keep their bits.
 */
function foldedEnsemble(trees: readonly TreeNode[][], baseMargin: number): TreeEnsemble {
  const startsConstant = baseMargin === 0 && trees[0]?.length === 1;
  return startsConstant
    ? ensembleOfTrees(trees.slice(1), Math.fround(trees[0][0].value))
    : ensembleOfTrees(trees, baseMargin);
}

/** The nodes that the root reaches, level by level, so that the right child of each follows the left one. */
function nodesOf(tree: XgboostTree, index: number, inputCount: number): TreeNode[] {
  checkShape(tree, index);
  const categories = categoriesOfNodes(tree);
  const order = [0];
  const nodes: TreeNode[] = [];
  for (let k = 0; k < order.length; k++) {
    const node = order[k];
    if (tree.left_children[node] < 0) nodes.push(leaf(tree, node));
    else {
      nodes.push({ ...split(tree, node, inputCount), ...categorySplit(categories.get(node)), left: order.length });
      order.push(tree.left_children[node], tree.right_children[node]);
    }
    if (order.length > tree.left_children.length) throw damaged(`tree ${index} does not end: its nodes form a cycle`);
  }
  return nodes;
}

function leaf(tree: XgboostTree, node: number): TreeNode {
  const value = finite(tree.split_conditions[node]);
  return { feature: -1, threshold: 0, left: 0, missingLeft: 0, value, cover: finite(tree.sum_hessian[node]), gain: 0 };
}

function split(tree: XgboostTree, node: number, inputCount: number): Omit<TreeNode, 'left'> {
  const feature = tree.split_indices[node];
  if (!(feature >= 0 && feature < inputCount)) {
    throw damaged(`a split must use one of ${inputCount} inputs; got number ${feature}`);
  }
  return {
    feature,
    threshold: tree.split_type[node] === 1 ? 0 : finite(tree.split_conditions[node]),
    missingLeft: Number(tree.default_left[node]),
    value: 0,
    cover: finite(tree.sum_hessian[node]),
    gain: finite(tree.loss_changes[node]),
  };
}

function categorySplit(right: readonly number[] | undefined): Pick<TreeNode, 'categories'> {
  return right ? { categories: bitSet(right) } : {};
}

function checkShape(tree: XgboostTree, index: number): void {
  const nodes = tree.left_children.length;
  const { right_children, split_indices, split_conditions, default_left, sum_hessian, loss_changes } = tree;
  const columns = { right_children, split_indices, split_conditions, default_left, sum_hessian, loss_changes };
  for (const [name, values] of Object.entries(columns)) {
    if (values.length !== nodes || nodes === 0)
      throw damaged(
        `tree ${index}: \`${name}\` must have one value per node (${nodes}, at least 1); got ${values.length}`,
      );
  }
  tree.left_children.forEach((left, node) => {
    const right = right_children[node];
    if (left >= nodes || right >= nodes || left < 0 !== right < 0)
      throw damaged(
        `tree ${index}: a node must have two children among ${nodes} nodes or none; got ${left} and ${right}`,
      );
  });
}

/** The categories that go right, by node. */
function categoriesOfNodes(tree: XgboostTree): Map<number, number[]> {
  return new Map(
    tree.categories_nodes.map((node, i) => {
      const start = tree.categories_segments[i];
      return [node, tree.categories.slice(start, start + tree.categories_sizes[i])];
    }),
  );
}

/** XGBoost's own limit: codes are kept as float32 integers. */
const MAX_CATEGORY = 2 ** 24;

function bitSet(categories: readonly number[]): Uint32Array {
  for (const category of categories)
    if (!(category >= 0 && category < MAX_CATEGORY))
      throw damaged(`a category's code must be below 2²⁴; got ${category}`);
  const words = new Uint32Array(1 + (Math.max(0, ...categories) >>> 5));
  for (const category of categories) words[category >>> 5] |= 1 << (category & 31);
  return words;
}

function inputsOf(
  learner: XgboostModel['learner'],
  ensemble: TreeEnsemble,
  levels: Readonly<Record<string, readonly string[]>>,
): TreeInput[] {
  const codes = highestCodes(ensemble);
  const { enc } = learner.gradient_booster.model.cats;
  return Array.from({ length: Number(learner.learner_model_param.num_feature) }, (_, j) => {
    const name = learner.feature_names[j] ?? `f${j}`;
    const isCategory = codes.has(j) || learner.feature_types[j] === 'c';
    if (!isCategory) return { name, kind: 'number' };
    const stored = enc[j] ? storedLevels(enc[j]) : [];
    return {
      name,
      kind: 'category',
      levels: levels[name] ?? (stored.length > 0 ? stored : codesAsLevels(codes.get(j))),
    };
  });
}

/** The highest code in the splits of each input that has category splits. */
function highestCodes({ feature, categoryStart, categoryWords, categoryBits }: TreeEnsemble): Map<number, number> {
  const highest = new Map<number, number>();
  categoryStart.forEach((start, node) => {
    if (start < 0) return;
    const words = categoryWords[node];
    const top = words * 32 - 1 - Math.clz32(categoryBits[start + words - 1]);
    highest.set(feature[node], Math.max(highest.get(feature[node]) ?? -1, top));
  });
  return highest;
}

function codesAsLevels(highest = -1): string[] {
  return Array.from({ length: highest + 1 }, (_, code) => String(code));
}

function storedLevels(encoding: XgboostEncoding): string[] {
  if (!('offsets' in encoding)) return encoding.values.map(String);
  const { offsets, values } = encoding as { offsets: number[]; values: number[] };
  const bytes = Uint8Array.from(values);
  const decoder = new TextDecoder();
  return offsets.slice(1).map((end, i) => decoder.decode(bytes.subarray(offsets[i], end)));
}

function finite(value: number | null): number {
  if (value === null) throw damaged('a threshold, leaf, cover or gain must be a number; got NaN');
  return value;
}

function damaged(reason: string): LearnError {
  return new LearnError('unsupported-model', `XGBoost model: ${reason}.`);
}
