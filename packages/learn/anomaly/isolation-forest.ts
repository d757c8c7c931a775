import { z } from 'zod';
import { treeAttributions, treeExplainer, type TreeExplainer } from '../explain/tree-explainer.ts';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type { Explainable, FittedDetector, FitOptions } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { countedRows } from '../protocol/weighted-rows.ts';
import { seeded } from '../random/random.ts';
import { takeRows, type Table } from '../table/table.ts';
import { ensembleOfTrees, type TreeNode } from '../trees/ensemble-of-trees.ts';
import { fittedTreeRegressor, readTreeModel, type TreeModelParts } from '../trees/fitted-trees.ts';
import { encodeMatrix, treeInputs } from '../trees/matrix.ts';
import { type IsolationRows, isolationTree, meanPathLength } from './isolation-tree.ts';
import { WeightedDraw } from './weighted-draw.ts';

const params = z.strictObject({
  trees: z.int().min(1).default(100).describe('Number of trees.'),
  sampleSize: z.int().min(2).default(256).describe('Rows that each tree isolates; fewer when there are not as many.'),
});
type Params = z.output<typeof params>;

/** Its attributions, on the scale `value`, sum to the base-2 logarithm of the anomaly score. */
export interface FittedIsolationForest extends FittedDetector, Explainable {}

const KIND = 'isolation-forest';

/**
 * Isolation forest: rows that random splits set apart early are odd (Liu, Ting and Zhou, "Isolation Forest", 2008).
 * The score is in (0, 1): near 1 anomalous, ordinary rows at or below 0.5. Categories split into random subsets;
 * missing values, and levels that training did not see, go with the greater side of a split. `y` is ignored.
 * @example isolationForest({ trees: 200 }).fit(X, y).anomalyScore(Z)
 */
export const isolationForest = defineEstimator<typeof params, FittedIsolationForest>({
  kind: KIND,
  role: 'detector',
  params,
  fit: (chosen, X, y, options) => fittedForest(grow(chosen, X, y, options)),
  fromState: state => fittedForest(readTreeModel(state, KIND)),
});

/** Leaves hold shares of log₂ of the score, so that the forest is a sum of trees like any other. */
function fittedForest(parts: TreeModelParts): FittedIsolationForest {
  const trees = fittedTreeRegressor(parts);
  let explainer: TreeExplainer | undefined;
  return {
    kind: KIND,
    inputs: trees.inputs,
    anomalyScore: X => trees.predict(X).map(logarithm => 2 ** logarithm),
    explain(X) {
      explainer ??= treeExplainer(parts.ensemble, parts.treeInputs.length, { tableBytes: 0 });
      return treeAttributions(explainer, X, { inputs: parts.treeInputs, scale: 'value' });
    },
    toState: () => trees.toState(),
  };
}

function grow({ trees, sampleSize }: Params, X: Table, y: Float64Array, options: FitOptions): TreeModelParts {
  if (X.columns.size === 0) throw new LearnError('invalid-data', '`X` must have at least one column; got none.');
  const counted = countedRows(X, y, options);
  const inputs = treeInputs(counted.X);
  const size = Math.min(sampleSize, counted.X.rowCount);
  const random = options.random ?? seeded(0);
  const draw = new WeightedDraw(counted.weights);
  const grown = Array.from({ length: trees }, (_, t) => {
    const stream = random.fork(t);
    const sample = takeRows(counted.X, draw.draw(size, stream));
    const rows: IsolationRows = { values: encodeMatrix(sample, inputs), rowCount: size, inputs };
    const tree = isolationTree(rows, Math.ceil(Math.log2(size)), stream);
    options.onProgress?.({ step: 'trees', done: t + 1, total: trees });
    return withShares(tree, size, trees);
  });
  return { kind: KIND, link: 'mean', treeInputs: inputs, ensemble: ensembleOfTrees(grown, 0) };
}

/** Path lengths as shares of log₂ of the score, 2^(−mean length / expected length). A row alone has length 0 of 0: ordinary. */
function withShares(tree: readonly TreeNode[], sampleSize: number, trees: number): TreeNode[] {
  const expected = meanPathLength(sampleSize);
  const shareOf = (length: number): number => -(expected > 0 ? length / expected : 1) / trees;
  return tree.map(node => (node.feature < 0 ? { ...node, value: shareOf(node.value) } : node));
}
