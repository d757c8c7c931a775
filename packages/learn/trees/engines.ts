import type { TreeObjective } from '../exchange/tree-model.ts';
import type { Progress } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import type { BoostingParams } from './growing/boost.ts';
import type { TreeInput } from './matrix.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

/** Another library that grows the trees of gradient boosting. This one has none: adapters bring them. */
export interface BoostingEngine {
  /** What `engine` is called in the parameters of an estimator. */
  readonly name: string;
  /** Trains while the caller waits; the trees' inputs are those of the request, in its order. */
  train(request: BoostingRequest): TreeEnsemble;
}

export interface BoostingRequest {
  readonly objective: TreeObjective;
  /** Of `reg:tweedie`. */
  readonly variancePower?: number;
  readonly params: BoostingParams;
  readonly inputs: readonly TreeInput[];
  readonly rows: EncodedRows;
  /** Rows held back for early stopping. */
  readonly validation?: EncodedRows;
  readonly threads: number;
  /** In [0, 2³¹). */
  readonly seed: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** Rows as `encodeMatrix` gives them: numbers, the codes of categories, NaN for what is missing. */
export interface EncodedRows {
  readonly matrix: Float32Array;
  readonly targets: Float32Array;
  /** Absent when all are 1. */
  readonly weights?: Float32Array;
}

const engines = new Map<string, BoostingEngine>();

/**
 * Makes an engine known under its name; once, where a program starts.
 * @example registerBoostingEngine(xgboostEngine({ library })); gradientBoostingClassifier({ engine: 'xgboost' })
 */
export function registerBoostingEngine(engine: BoostingEngine): void {
  engines.set(engine.name, engine);
}

/** @throws LearnError `invalid-parameter` when nobody registered it */
export function boostingEngine(name: string): BoostingEngine {
  const found = engines.get(name);
  if (found) return found;
  throw new LearnError(
    'invalid-parameter',
    `\`engine\` is \`${name}\`, which is not there; call \`registerBoostingEngine\` with it first, or leave \`engine\` out.`,
  );
}
