import { z } from 'zod';
import { treeAttributions, type TreeExplainer, treeExplainer } from '../explain/tree-explainer.ts';
import type {
  Attributions,
  Explainable,
  FittedClassifier,
  FittedRegressor,
  InputColumn,
  ScoreScale,
} from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { PROTOCOL, type State, type StateArray } from '../protocol/state.ts';
import type { Table } from '../table/table.ts';
import { splitImportance, type SplitImportance } from './importance.ts';
import { encodeMatrix, type TreeInput } from './matrix.ts';
import { treeScorer, type TreeScorer } from './scoring.ts';
import { requireSoundEnsemble } from './sound-ensemble.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

/** What every fitted model of trees holds. Its explanations are exact Shapley values. */
export interface FittedTrees<Scale extends ScoreScale = Exclude<ScoreScale, 'log-value'>> extends Explainable<Scale> {
  readonly ensemble: TreeEnsemble;
  /** The ensemble's inputs, in its order, with the levels that training saw. */
  readonly treeInputs: readonly TreeInput[];
  /** What the splits on each input did, the greatest gain first. */
  importance(): SplitImportance[];
}

export interface FittedTreeClassifier extends FittedClassifier, FittedTrees {}

export interface FittedTreeRegressor extends FittedRegressor, FittedTrees<ScoreScale> {
  /** See `TreeModelParts`. */
  readonly variancePower?: number;
}

/**
 * From a row's leaves to its prediction. Boosting adds up margins in float32, as XGBoost does: `logistic` takes σ of
 * them, `exponential` their exponential, `identity` takes them as they are. Forests add up shares of a `probability` or
 * of a `mean` in float64.
 */
export type Link = 'logistic' | 'exponential' | 'identity' | 'probability' | 'mean';

export interface TreeModelParts {
  readonly kind: string;
  readonly link: Link;
  readonly treeInputs: readonly TreeInput[];
  readonly ensemble: TreeEnsemble;
  /**
   * Of a model with the link `exponential`: the power of the mean to which it took the variance to be proportional, 1
   * for Poisson, between 1 and 2 for Tweedie.
   */
  readonly variancePower?: number;
}

/** A fitted classifier of these trees. */
export function fittedTreeClassifier(parts: TreeModelParts): FittedTreeClassifier {
  const predict = predictor(parts);
  return { ...common<Exclude<ScoreScale, 'log-value'>>(parts), predictProba: predict };
}

/** A fitted regressor of these trees. */
export function fittedTreeRegressor(parts: TreeModelParts): FittedTreeRegressor {
  const predict = predictor(parts);
  const { variancePower } = parts;
  return { ...common<ScoreScale>(parts), predict, ...(variancePower !== undefined && { variancePower }) };
}

function common<Scale extends ScoreScale>(parts: TreeModelParts) {
  const { kind, treeInputs, ensemble } = parts;
  const inputs: InputColumn[] = treeInputs.map(({ name, kind }) => ({ name, kind }));
  return {
    kind,
    inputs,
    treeInputs,
    ensemble,
    importance: () => splitImportance(ensemble, treeInputs),
    explain: explainer<Scale>(parts),
    toState: () => toState(parts),
  };
}

function predictor({ ensemble, treeInputs, link }: TreeModelParts): (X: Table) => Float64Array {
  let scorer: TreeScorer | undefined;
  return X => {
    scorer ??= treeScorer(ensemble);
    const rows = encodeMatrix(X, treeInputs);
    if (link === 'logistic') return Float64Array.from(scorer.margins(rows, X.rowCount), sigmoid);
    if (link === 'exponential') return Float64Array.from(scorer.margins(rows, X.rowCount), Math.exp);
    if (link === 'identity') return Float64Array.from(scorer.margins(rows, X.rowCount));
    if (link === 'probability') return scorer.sums(rows, X.rowCount).map(share => Math.min(Math.max(share, 0), 1));
    return scorer.sums(rows, X.rowCount);
  };
}

const scales: Readonly<Record<Link, ScoreScale>> = {
  logistic: 'log-odds',
  exponential: 'log-value',
  identity: 'value',
  probability: 'probability',
  mean: 'value',
};

/** Classifiers have none of the links whose scale is not of `Scale`. */
function explainer<Scale extends ScoreScale>({
  ensemble,
  treeInputs,
  link,
}: TreeModelParts): (X: Table) => Attributions<Scale> {
  let prepared: TreeExplainer | undefined;
  return X => {
    prepared ??= treeExplainer(ensemble, treeInputs.length);
    return treeAttributions(prepared, X, { inputs: treeInputs, scale: scales[link] as Scale });
  };
}

function sigmoid(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}

const storedInputs = z.array(
  z.discriminatedUnion('kind', [
    z.object({ name: z.string(), kind: z.literal('number') }),
    z.object({ name: z.string(), kind: z.literal('category'), levels: z.array(z.string()) }),
  ]),
);

const storedValues = z.object({
  link: z.enum(['logistic', 'exponential', 'identity', 'probability', 'mean']),
  inputs: storedInputs,
  baseMargin: z.number(),
  variancePower: z.number().min(1).lt(2).optional(),
});

function toState({ kind, link, treeInputs, ensemble, variancePower }: TreeModelParts): State {
  const inputs = treeInputs.map(input => (input.kind === 'category' ? { ...input, levels: [...input.levels] } : input));
  const power: State['values'] = variancePower === undefined ? {} : { variancePower };
  const values = { link, inputs, baseMargin: ensemble.baseMargin, ...power };
  // Read like a stored one, so that its arrays are the same and in the same order whoever grew the trees.
  return { kind, protocol: PROTOCOL, values, arrays: readArrays({ ...ensemble }), parts: {} };
}

/** The parts of a model that `toState` wrote. */
export function readTreeModel(state: State, kind: string): TreeModelParts {
  const values = storedValues.safeParse(state.values);
  if (state.kind !== kind || !values.success) {
    throw new LearnError('unreadable-state', `expected the state of a \`${kind}\`; got one of \`${state.kind}\`.`, {
      cause: values.error,
    });
  }
  const { link, inputs, baseMargin, variancePower } = values.data;
  const ensemble = requireSoundEnsemble({ ...readArrays(state.arrays), baseMargin }, inputs.length);
  return { kind, link, treeInputs: inputs, ensemble, variancePower };
}

function readArrays(arrays: Readonly<Record<string, unknown>>): Omit<TreeEnsemble, 'baseMargin'> {
  return {
    roots: array(arrays, 'roots', Int32Array),
    feature: array(arrays, 'feature', Int32Array),
    threshold: array(arrays, 'threshold', Float32Array),
    left: array(arrays, 'left', Int32Array),
    missingLeft: array(arrays, 'missingLeft', Uint8Array),
    value: array(arrays, 'value', Float32Array),
    cover: array(arrays, 'cover', Float32Array),
    gain: array(arrays, 'gain', Float32Array),
    categoryStart: array(arrays, 'categoryStart', Int32Array),
    categoryWords: array(arrays, 'categoryWords', Int32Array),
    categoryBits: array(arrays, 'categoryBits', Uint32Array),
  };
}

function array<A extends StateArray>(
  arrays: Readonly<Record<string, unknown>>,
  name: string,
  type: new (length: number) => A,
): A {
  const found = arrays[name];
  if (found instanceof type) return found;
  throw new LearnError('unreadable-state', `a model of trees must have the array \`${name}\` (${type.name}).`);
}
