import type { Policy, ThresholdPolicy } from '../../use-case/policy.ts';
import { costChoice } from './by-cost.ts';
import { costThresholds, type JudgedScores } from './cost-thresholds.ts';
import { costOf } from './outcome-costs.ts';

/** What the decisions of a policy by cost would have cost on judged rows. */
export interface PolicyCosts {
  readonly currency: string;
  /** Thresholds are chosen on the other half of the rows, so that none is judged by what it chose. */
  costs(rows: JudgedScores): Float64Array;
  /** The same if every row got the mildest outcome. */
  costsOfNothing(rows: Omit<JudgedScores, 'score'>): Float64Array;
}

/** Null for policies that do not go by cost. */
export function policyCosts(policy: Policy, currency: string): PolicyCosts | null {
  if (policy.kind !== 'thresholds') return null;
  return {
    currency,
    costs: rows => {
      const halves = [0, 1].map(half => everyOther(rows, half));
      const chosen = halves.map(half => (policy.choose === 'on-validation' ? costThresholds(policy, half) : {}));
      return rows.y.map((label, row) => {
        const event = { score: rows.score[row], amountAtStake: rows.amountAtStake[row] };
        const outcome = costChoice(policy, { ...event, thresholds: chosen[1 - (row % 2)] });
        return costOf(policy, outcome, label === 1 ? 1 : 0, event.amountAtStake);
      });
    },
    costsOfNothing: ({ y, amountAtStake }) => mildestCosts(policy, y, amountAtStake),
  };
}

function everyOther({ y, score, amountAtStake }: JudgedScores, first: number): JudgedScores {
  const take = (values: Float64Array): Float64Array => values.filter((_, row) => row % 2 === first);
  return { y: take(y), score: take(score), amountAtStake: take(amountAtStake) };
}

function mildestCosts(policy: ThresholdPolicy, y: Float64Array, amounts: Float64Array): Float64Array {
  const mildest = policy.outcomes[0].code;
  return y.map((label, row) => costOf(policy, mildest, label === 1 ? 1 : 0, amounts[row]));
}
