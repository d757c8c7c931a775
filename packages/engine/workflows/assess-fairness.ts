import type { GroupFairness } from '@rikuy/contracts';
import { categoryColumn, type Random } from '@rikuy/learn';
import type { EventLog } from '../ports/event-log.ts';
import { outcomesOf } from '../stages/decisions/fit-policy.ts';
import type { FiredRule } from '../stages/decisions/fired-rule.ts';
import { underRules } from '../stages/decisions/under-rules.ts';
import type { ReplayedDataset } from '../stages/features/replay-dataset.ts';
import { groupFairness } from '../stages/training/fairness.ts';
import type { TimeSplit } from '../stages/training/split-by-time.ts';
import { scoreRows, type TrainedModel } from '../stages/training/train.ts';
import type { Policy } from '../use-case/policy.ts';
import type { UseCase } from '../use-case/use-case.ts';
import { visitFired } from './rules-alone.ts';

interface Judged {
  readonly data: ReplayedDataset;
  readonly split: TimeSplit;
  readonly model: TrainedModel;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly random: Random;
}

/**
 * How the whole policy – model, rules and lists, without the random draw – treats the groups that the use case names,
 * on events from the cut on. Those whose truth is known are scored by the model of before its last fit, the others,
 * which no fit has seen, by the one in the bundle.
 */
export async function assessFairness(
  useCase: UseCase,
  eventLog: Pick<EventLog, 'read'>,
  { data, split, model, thresholds, random }: Judged,
): Promise<GroupFairness[]> {
  const { policy, fairness = [] } = useCase;
  if (fairness.length === 0 || policy.kind === 'quotas') return [];
  const unknown = Int32Array.from(data.labels.keys()).filter(
    row => Number.isNaN(data.labels[row]) && data.eventTimes[row] >= split.cut,
  );
  const rows = Int32Array.from([...split.validation, ...unknown]);
  const [known, others] = [model.judged.get(model.chosen)!, scoreRows(model, data.takeRows(unknown))];
  const outcomes = [known, others].flatMap(scored =>
    outcomesOf(policy, { scores: scored.score, amountsAtStake: scored.amountAtStake }, thresholds),
  );
  await visitFired(useCase, { eventLog, data, rows }, (place, fired) => {
    outcomes[place] = outcomeUnder(policy, outcomes[place], fired);
  });
  const [mildest] = policy.outcomes;
  const decided = {
    isFavoured: outcomes.map(outcome => outcome === mildest.code),
    labels: Float64Array.from(rows, row => data.labels[row]),
  };
  return fairness.map(by => {
    const { codes, levels } = categoryColumn(data.X, by);
    const groups = Array.from(rows, row => (codes[row] < 0 ? null : levels[codes[row]]));
    return groupFairness(by, groups, decided, random);
  });
}

function outcomeUnder(policy: Policy, outcome: string, fired: readonly FiredRule[]): string {
  const proposal = { outcome, lane: 'model', propensity: 1, assessment: { kind: 'quotas' } } as const;
  return underRules(policy, proposal, fired).outcome;
}
