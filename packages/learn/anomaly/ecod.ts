import { z } from 'zod';
import { defineEstimator } from '../protocol/define-estimator.ts';
import type {
  Attributions,
  EstimatorFactory,
  Explainable,
  FittedDetector,
  InputColumn,
} from '../protocol/estimator.ts';
import { inputsOf, selectInputs } from '../protocol/inputs.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { readValues } from '../protocol/read-state.ts';
import { countedRows, type WeightedRows } from '../protocol/weighted-rows.ts';
import type { CategoryColumn, Column, NumberColumn } from '../table/column.ts';
import { column, type Table } from '../table/table.ts';
import { levelWeights, lookUpLevels } from '../preprocess/levels.ts';
import { distributionOf, type EmpiricalDistribution, joined, tailParts } from './ecod-distribution.ts';

const params = z.strictObject({});

/** Its attributions, on the scale `value`, sum to the score; the base is 0. */
export interface FittedEcod extends FittedDetector, Explainable {
  /**
   * The scores of these rows when they all count among the observed ones, as PyOD computes them: a row's score
   * depends on the rows it comes with. `anomalyScore` lets each row count alone, beside the
   * skew of training.
   */
  scoreTogether(X: Table): Float64Array;
}

const KIND = 'ecod';

/**
 * ECOD: how far out in its tails a row lies, column by column, as −log of the empirical distribution (Li et al.,
 * "ECOD: Unsupervised Outlier Detection Using Empirical Cumulative Distribution Functions", 2022); no parameter, no
 * seed. A column's part is the greatest of the left tail's, the right tail's, and that of the tail on the side of the
 * column's skew. A category counts by −log of its share, a gap not at all. `y` is ignored.
 */
export const ecod: EstimatorFactory<typeof params, FittedEcod> = defineEstimator({
  kind: KIND,
  role: 'detector',
  params,
  fit: (_, X, y, options) => {
    const counted = countedRows(X, y, options);
    const inputs = inputsOf(counted.X);
    if (inputs.length === 0) throw new LearnError('invalid-data', '`X` must have at least one column; got none.');
    return fittedEcod(inputs.map(input => ({ input, seen: observed(counted, input) })));
  },
  fromState: readEcod,
});

/** What training has seen of a column: a distribution of numbers, or weights by level. */
type Seen =
  | { readonly kind: 'number'; readonly distribution: EmpiricalDistribution }
  | { readonly kind: 'category'; readonly weights: ReadonlyMap<string, number>; readonly total: number };

interface SeenColumn {
  readonly input: InputColumn;
  readonly seen: Seen;
}

function observed({ X, weights }: WeightedRows, { name }: InputColumn): Seen {
  const one = column(X, name);
  if (one.kind !== 'category') return { kind: 'number', distribution: distributionOf(one.values, weights) };
  const levels = levelWeights(one, weights);
  return seenLevels(new Map(levels.levels.map((level, k) => [level, levels.weights[k]])));
}

function seenLevels(weights: ReadonlyMap<string, number>): Seen {
  return { kind: 'category', weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}

function fittedEcod(columns: readonly SeenColumn[]): FittedEcod {
  const inputs = columns.map(({ input }) => input);
  const partsOf = (X: Table, part: (seen: Seen, one: Column) => Float64Array): Float64Array[] => {
    const chosen = selectInputs(X, inputs);
    return columns.map(({ input, seen }) => part(seen, column(chosen, input.name)));
  };
  return {
    kind: KIND,
    inputs,
    anomalyScore: X => summed(partsOf(X, partsAlone), X.rowCount),
    scoreTogether: X => summed(partsOf(X, partsTogether), X.rowCount),
    explain: X => attributions(inputs, partsOf(X, partsAlone), X.rowCount),
    toState: () => ecodState(columns),
  };
}

/** Each row joins the observed ones by itself. */
function partsAlone(seen: Seen, one: Column): Float64Array {
  if (seen.kind === 'number') return tailParts(seen.distribution, (one as NumberColumn).values, 1);
  return levelParts(seen.weights, seen.total + 1, { one: one as CategoryColumn, joining: 1 });
}

function partsTogether(seen: Seen, one: Column): Float64Array {
  if (seen.kind === 'number') {
    const { values } = one as NumberColumn;
    return tailParts(joined(seen.distribution, values), values, 0);
  }
  const given = levelWeights(one as CategoryColumn, new Float64Array((one as CategoryColumn).codes.length).fill(1));
  const weights = new Map(seen.weights);
  given.levels.forEach((level, k) => weights.set(level, (weights.get(level) ?? 0) + given.weights[k]));
  const total = given.weights.reduce((sum, weight) => sum + weight, seen.total);
  return levelParts(weights, total, { one: one as CategoryColumn, joining: 0 });
}

/** −log of each level's share, a row's own weight `joining` it; 0 for a gap. */
function levelParts(
  weights: ReadonlyMap<string, number>,
  total: number,
  { one, joining }: { one: CategoryColumn; joining: number },
): Float64Array {
  const known = new Map([...weights].map(([level, weight]) => [level, -Math.log((weight + joining) / total)]));
  return lookUpLevels(one, known, { unseen: -Math.log(joining / total), missing: 0 });
}

function summed(parts: readonly Float64Array[], rows: number): Float64Array {
  const score = new Float64Array(rows);
  for (const own of parts) for (let i = 0; i < rows; i++) score[i] += own[i];
  return score;
}

function attributions(inputs: readonly InputColumn[], parts: readonly Float64Array[], rows: number): Attributions {
  const values = new Float64Array(rows * inputs.length);
  parts.forEach((own, j) => own.forEach((part, i) => (values[i * inputs.length + j] = part)));
  return { inputs: inputs.map(({ name }) => name), base: 0, values, scale: 'value' };
}

function ecodState(columns: readonly SeenColumn[]): State {
  const arrays = columns.flatMap(({ seen }, j): [string, Float64Array][] =>
    seen.kind === 'number'
      ? [
          [`values${j}`, seen.distribution.values.slice()],
          [`reached${j}`, seen.distribution.reached.slice()],
        ]
      : [[`weights${j}`, Float64Array.from(seen.weights.values())]],
  );
  const described = columns.map(({ input, seen }) => ({
    ...input,
    levels: seen.kind === 'category' ? [...seen.weights.keys()] : [],
  }));
  return {
    kind: KIND,
    protocol: PROTOCOL,
    values: { columns: described },
    arrays: Object.fromEntries(arrays),
    parts: {},
  };
}

function readEcod(state: State): FittedEcod {
  const described = z.object({ name: z.string(), kind: z.enum(['number', 'category']), levels: z.array(z.string()) });
  const { columns } = readValues(state, KIND, z.object({ columns: z.array(described).min(1) }));
  return fittedEcod(
    columns.map(({ name, kind, levels }, j) => ({ input: { name, kind }, seen: readSeen(state, j, { kind, levels }) })),
  );
}

function readSeen(state: State, j: number, { kind, levels }: { kind: string; levels: readonly string[] }): Seen {
  if (kind === 'number') {
    const values = doubles(state, `values${j}`);
    return { kind: 'number', distribution: distributionFrom(values, doubles(state, `reached${j}`)) };
  }
  const weights = doubles(state, `weights${j}`);
  if (weights.length !== levels.length) throw damaged(`weights${j}`);
  return seenLevels(new Map(levels.map((level, k) => [level, weights[k]])));
}

function distributionFrom(values: Float64Array, reached: Float64Array): EmpiricalDistribution {
  if (values.length === reached.length) return { values, reached };
  throw damaged('reached');
}

function doubles(state: State, name: string): Float64Array {
  const found = state.arrays[name];
  if (found instanceof Float64Array) return found;
  throw damaged(name);
}

function damaged(name: string): LearnError {
  return new LearnError('unreadable-state', `the state of \`${KIND}\` is damaged: \`${name}\` is absent or too short.`);
}
