import type { TreeObjective } from '../exchange/tree-model.ts';
import type { FitOptions } from '../protocol/estimator.ts';
import { seeded } from '../random/random.ts';
import { boostingEngine, type EncodedRows } from './engines.ts';
import type { BoostedTrees, BoostingParams } from './growing/boost.ts';
import { encodeMatrix, treeInputs } from './matrix.ts';
import type { TrainingRows } from './training-rows.ts';

/** Gradient boosting by a registered engine. Its random draws are its own: another engine gives other trees. */
export function boostByEngine(
  name: string,
  rows: TrainingRows,
  { params, objective, variancePower }: { params: BoostingParams; objective: TreeObjective; variancePower?: number },
  options: FitOptions,
): BoostedTrees {
  const engine = boostingEngine(name);
  const inputs = treeInputs(rows.X);
  const ensemble = engine.train({
    objective,
    variancePower,
    params,
    inputs,
    rows: { matrix: encodeMatrix(rows.X, inputs), targets: rows.targets, weights: unlessAllOne(rows.weights) },
    validation: params.earlyStoppingRounds === undefined ? undefined : heldBack(options.validation, inputs),
    threads: options.threads ?? 1,
    seed: Math.floor((options.random ?? seeded(0)).fork('boosting').next() * 2 ** 31),
    onProgress: options.onProgress,
  });
  return { inputs, ensemble };
}

function heldBack(given: FitOptions['validation'], inputs: BoostedTrees['inputs']): EncodedRows | undefined {
  if (!given) return undefined;
  const weights = given.weights && Float32Array.from(given.weights);
  return { matrix: encodeMatrix(given.X, inputs), targets: Float32Array.from(given.y), weights };
}

function unlessAllOne(weights: Float32Array): Float32Array | undefined {
  return weights.every(weight => weight === 1) ? undefined : weights;
}
