import type { TrainingRows } from '../training-rows.ts';

/** One row's inputs by position; NaN is missing. */
export interface ReferenceParams {
  readonly trees: number;
  readonly learningRate: number;
  readonly maxDepth: number;
  readonly lambda: number;
  readonly minChildWeight: number;
}

interface Row {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight: number;
  margin: number;
}

interface Split {
  readonly gain: number;
  readonly goesLeft: (row: Row) => boolean;
}

/**
 * Gradient boosting by log loss in the plainest way: every split of every input at every distinct value, sums in
 * float64, no bins. Returns the margins of the training rows.
 */
export function referenceMargins(
  x: readonly (readonly number[])[],
  { targets, weights }: Pick<TrainingRows, 'targets' | 'weights'>,
  params: ReferenceParams,
): number[] {
  const rows = x.map((one, i): Row => ({ x: one, y: targets[i], weight: weights[i], margin: 0 }));
  const weight = sum(rows, row => row.weight);
  const share = sum(rows, row => row.weight * row.y) / weight;
  for (const row of rows) row.margin = Math.log(share / (1 - share));
  for (let tree = 0; tree < params.trees; tree++) {
    const steps = new Map<Row, number>();
    grow(rows, params.maxDepth, params, steps);
    for (const row of rows) row.margin += steps.get(row)!;
  }
  return rows.map(row => row.margin);
}

function grow(rows: Row[], depth: number, params: ReferenceParams, steps: Map<Row, number>): void {
  const split = depth > 0 ? bestSplit(rows, params) : undefined;
  if (!split) {
    const step = (-params.learningRate * gradient(rows)) / (hessian(rows) + params.lambda);
    for (const row of rows) steps.set(row, step);
    return;
  }
  grow(rows.filter(split.goesLeft), depth - 1, params, steps);
  grow(
    rows.filter(row => !split.goesLeft(row)),
    depth - 1,
    params,
    steps,
  );
}

function bestSplit(rows: Row[], params: ReferenceParams): Split | undefined {
  let best: Split | undefined;
  for (let input = 0; input < rows[0].x.length; input++) {
    for (const split of splitsOf(rows, input)) {
      const left = rows.filter(split);
      const right = rows.filter(row => !split(row));
      if (Math.min(hessian(left), hessian(right)) < params.minChildWeight) continue;
      const gain = score(left, params) + score(right, params) - score(rows, params);
      if (gain > (best?.gain ?? 1e-6) + 1e-12) best = { gain, goesLeft: split };
    }
  }
  return best;
}

function splitsOf(rows: Row[], input: number): ((row: Row) => boolean)[] {
  const values = [...new Set(rows.map(row => row.x[input]))]
    .filter(value => !Number.isNaN(value))
    .sort((a, b) => a - b);
  return [...values.slice(1), Infinity].flatMap(threshold => [
    (row: Row) => row.x[input] < threshold,
    (row: Row) => Number.isNaN(row.x[input]) || row.x[input] < threshold,
  ]);
}

function score(rows: Row[], { lambda }: ReferenceParams): number {
  return gradient(rows) ** 2 / (hessian(rows) + lambda);
}

function gradient(rows: Row[]): number {
  return sum(rows, row => row.weight * (probability(row) - row.y));
}

function hessian(rows: Row[]): number {
  return sum(rows, row => row.weight * probability(row) * (1 - probability(row)));
}

function probability({ margin }: Row): number {
  return 1 / (1 + Math.exp(-margin));
}

function sum(rows: Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
