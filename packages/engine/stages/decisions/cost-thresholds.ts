import type { ThresholdPolicy } from '../../use-case/policy.ts';
import { costOf } from './outcome-costs.ts';

/** Rows of known label as a model scored them. */
export interface JudgedScores {
  readonly y: Float64Array;
  readonly score: Float64Array;
  readonly amountAtStake: Float64Array;
}

/**
 * The probabilities from which the outcomes apply, by name `block/from`, that cost least on these rows: in ascending
 * order of score every outcome takes one stretch of them, found exactly by dynamic programming. An outcome that pays
 * nowhere takes nothing. Rows of equal score stay together.
 */
export function costThresholds(policy: ThresholdPolicy, rows: JudgedScores): Record<string, number> {
  const order = Int32Array.from(rows.score.keys()).sort((a, b) => rows.score[a] - rows.score[b] || a - b);
  const starts = leastCostStarts(policy, rows, order);
  const named = policy.outcomes.slice(1).map(({ code }, k) => {
    const from = starts[k + 1];
    return [`${code}/from`, from < order.length ? scoreFrom(rows, order, from) : Number.MAX_VALUE] as const;
  });
  return Object.fromEntries(named);
}

/** Half-way between the last row before a stretch and its first. */
function scoreFrom({ score }: JudgedScores, order: Int32Array, from: number): number {
  return from === 0 ? 0 : (score[order[from - 1]] + score[order[from]]) / 2;
}

/** Where the stretch of each outcome begins in the order; at its length where there is none. */
function leastCostStarts(policy: ThresholdPolicy, rows: JudgedScores, order: Int32Array): number[] {
  const count = order.length;
  // least[i]: what the first i rows cost with the outcomes so far; choice[k][i]: where outcome k then begins.
  let least = cumulated(policy, rows, { order, outcome: policy.outcomes[0].code });
  const choices: Int32Array[] = [];
  for (const { code } of policy.outcomes.slice(1)) {
    const own = cumulated(policy, rows, { order, outcome: code });
    const [next, choice] = [new Float64Array(count + 1), new Int32Array(count + 1)];
    let from = 0;
    for (let i = 0; i <= count; i++) {
      if (isBorder(rows, order, i) && least[i] - own[i] < least[from] - own[from]) from = i;
      // Not to begin at all costs what the outcomes before it cost.
      const begun = least[from] + own[i] - own[from];
      [next[i], choice[i]] = begun < least[i] ? [begun, from] : [least[i], i];
    }
    choices.push(choice);
    least = next;
  }
  return startsOf(choices, count);
}

function startsOf(choices: readonly Int32Array[], count: number): number[] {
  const starts: number[] = [];
  let end = count;
  for (const choice of choices.toReversed()) {
    end = choice[end];
    starts.unshift(end);
  }
  return [0, ...starts];
}

function cumulated(
  policy: ThresholdPolicy,
  { y, amountAtStake }: JudgedScores,
  { order, outcome }: { readonly order: Int32Array; readonly outcome: string },
): Float64Array {
  const sums = new Float64Array(order.length + 1);
  order.forEach((row, i) => {
    sums[i + 1] = sums[i] + costOf(policy, outcome, y[row] === 1 ? 1 : 0, amountAtStake[row]);
  });
  return sums;
}

/** Whether a stretch may begin here. */
function isBorder({ score }: JudgedScores, order: Int32Array, i: number): boolean {
  return i === 0 || i === order.length || score[order[i]] !== score[order[i - 1]];
}
