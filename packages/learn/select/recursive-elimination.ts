import type { Fitted } from '../protocol/estimator.ts';
import { inputsOf } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { seeded } from '../random/random.ts';
import { select, type Table } from '../table/table.ts';
import { attributedImportance, importanceIn, type ImportanceSource } from './importance-of.ts';

export interface EliminationPlan<F extends Fitted> extends ImportanceSource<F> {
  /** Inputs to keep. */
  readonly keep: number;
  /** Inputs left out after each fit: so many (from 1 on), or this share of those left (below 1); default 1. */
  readonly drop?: number;
  readonly onProgress?: (progress: { readonly step: 'rounds'; readonly done: number; readonly total: number }) => void;
}

export interface Elimination {
  /** The inputs kept, in the table's order; fits `keepColumns({ columns })`. */
  readonly kept: readonly string[];
  /** What was left out, by round, the first round first. */
  readonly rounds: readonly (readonly string[])[];
}

/**
 * Recursive feature elimination (Guyon et al. 2002): fit, leave out the inputs that matter least, and again, until
 * `keep` are left. Of equal ones the later by name goes first. Give it training rows only: what is kept was chosen by
 * their labels.
 * @throws LearnError `invalid-parameter` when `keep` or `drop` is impossible
 * @example recursiveElimination(X, y, { estimator: gradientBoostingClassifier(), keep: 20, drop: 0.1 })
 */
export function recursiveElimination<F extends Fitted>(
  X: Table,
  y: Float64Array,
  plan: EliminationPlan<F>,
): Elimination {
  let left = inputsOf(X).map(({ name }) => name);
  const sizes = sizesOf(left.length, plan);
  const rounds: string[][] = [];
  for (const size of sizes) {
    const order = leastFirst(select(X, left), y, { ...plan, random: (plan.random ?? seeded(0)).fork(rounds.length) });
    const gone = order.slice(0, left.length - size);
    left = left.filter(name => !gone.includes(name));
    rounds.push(gone);
    plan.onProgress?.({ step: 'rounds', done: rounds.length, total: sizes.length });
  }
  return { kept: left, rounds };
}

/** How many inputs are left after each round. */
function sizesOf(count: number, { keep, drop = 1 }: { readonly keep: number; readonly drop?: number }): number[] {
  if (!Number.isInteger(keep) || keep < 1 || keep > count) {
    throw new LearnError('invalid-parameter', `\`keep\` must be an integer from 1 to ${count} inputs; got ${keep}.`);
  }
  if (!(drop > 0) || (drop >= 1 && !Number.isInteger(drop))) {
    throw new LearnError('invalid-parameter', `\`drop\` must be an integer ≥ 1 or a share below 1; got ${drop}.`);
  }
  const sizes: number[] = [];
  for (let left = count; left > keep; sizes.push(left)) {
    left = Math.max(left - (drop < 1 ? Math.max(Math.floor(drop * left), 1) : drop), keep);
  }
  return sizes;
}

function leastFirst<F extends Fitted>(X: Table, y: Float64Array, source: ImportanceSource<F>): string[] {
  const { estimator, importance = attributedImportance, weights, random } = source;
  const fitted = estimator.fit(X, y, { ...(weights && { weights }), ...(random && { random }) });
  const importances = importance(fitted, X, y);
  const names = inputsOf(X).map(({ name }) => name);
  return names.sort((a, b) => importanceIn(importances, a) - importanceIn(importances, b) || (a > b ? -1 : 1));
}
