import type { TreeObjective } from './tree-model.ts';

/** A base score that means a margin of 0. */
export const neutralScore: Readonly<Record<TreeObjective, number>> = {
  'binary:logistic': 0.5,
  'reg:squarederror': 0,
  'count:poisson': 1,
  'reg:tweedie': 1,
};

/**
 * Where the sum starts. XGBoost stores it as a prediction (a probability, a mean) and computes the margin from it in
 * float32; doing the same gives the same bits.
 */
export function marginOfScore(score: number, objective: TreeObjective): number {
  if (objective === 'binary:logistic') return marginOfProbability(score);
  return objective === 'reg:squarederror' ? Math.fround(score) : Math.fround(Math.log(Math.fround(score)));
}

/** The float32 score whose margin has exactly these bits, if there is one: often several margins share one. */
export function scoreOfMargin(margin: number, objective: TreeObjective): number | undefined {
  if (objective === 'reg:squarederror') return margin;
  const near = objective === 'binary:logistic' ? 1 / (1 + Math.exp(-margin)) : Math.exp(margin);
  return neighbours(near, 4).find(one => isPossibleScore(one, objective) && marginOfScore(one, objective) === margin);
}

export function isPossibleScore(score: number, objective: TreeObjective): boolean {
  if (objective === 'binary:logistic') return score > 0 && score < 1;
  return objective === 'reg:squarederror' ? Number.isFinite(score) : score > 0 && score < Infinity;
}

function marginOfProbability(probability: number): number {
  const odds = Math.fround(Math.fround(1 / Math.fround(probability)) - 1);
  return Math.fround(0 - Math.log(odds));
}

function neighbours(value: number, reach: number): number[] {
  const bits = new Int32Array(Float32Array.of(value).buffer);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => (i % 2 === 0 ? i / 2 : -(i + 1) / 2));
  return steps.map(step => new Float32Array(Int32Array.of(bits[0] + step).buffer)[0]);
}
