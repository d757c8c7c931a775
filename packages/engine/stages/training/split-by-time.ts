import { RikuyError } from '@rikuy/contracts';
import { cutForShare, timeSplit } from '@rikuy/learn';
import type { TrainingPlan } from '../../use-case/training-plan.ts';

/** Rows to fit on and rows to judge by. */
export interface TimeSplit {
  /** Epoch ms; validation happened at or after it, and nothing fitted was known after it. */
  readonly cut: number;
  readonly train: Int32Array;
  readonly validation: Int32Array;
  /** Every row whose label is known, the warm-up left out. */
  readonly labelled: Int32Array;
}

interface LabelledEvents {
  readonly eventTimes: Float64Array;
  readonly labels: Float64Array;
  readonly labelKnownAt: Float64Array;
}

const msPerDay = 86_400_000;

/**
 * Divides labelled rows at the plan's cut, or at the time that leaves the newest `validationShare` of them to judge by.
 * A row trains only if its label was known by the cut, as it would have been on that day. The last `delayDays` before
 * it are left out: their known labels are those that came quickly, and these are not like the rest.
 * @throws RikuyError `no-model` when either side lacks a class
 */
export function splitByTime({ eventTimes, labels, labelKnownAt }: LabelledEvents, plan: TrainingPlan): TimeSplit {
  const start = earliest(eventTimes) + plan.warmUpDays * msPerDay;
  const labelled = Int32Array.from(eventTimes.keys()).filter(
    row => !Number.isNaN(labels[row]) && eventTimes[row] >= start,
  );
  requireBothClasses(labelled, labels, 'in the history, before and after');
  const happened = Float64Array.from(labelled, row => eventTimes[row]);
  const known = Float64Array.from(labelled, row => labelKnownAt[row]);
  const cut = plan.cut ? Date.parse(plan.cut) : cutForShare(happened, plan.validationShare);
  const positions = timeSplit({ happened, known }, { cut });
  const until = cut - plan.delayDays * msPerDay;
  const split = {
    cut,
    labelled,
    train: Int32Array.from(positions.train, at => labelled[at]).filter(row => eventTimes[row] < until),
    validation: Int32Array.from(positions.validation, at => labelled[at]),
  };
  requireBothClasses(split.train, labels, 'before');
  requireBothClasses(split.validation, labels, 'after');
  return split;
}

function requireBothClasses(rows: Int32Array, labels: Float64Array, side: string): void {
  const positives = rows.reduce((sum, row) => sum + labels[row], 0);
  if (positives > 0 && positives < rows.length) return;
  throw new RikuyError(
    'no-model',
    `Training needs verified events of both kinds ${side} the cut; there are ${rows.length} verified, ${positives} of them positive. Load more history, or lower the warm-up and the delay of the plan.`,
  );
}

function earliest(times: Float64Array): number {
  return times.reduce((first, time) => Math.min(first, time), Infinity);
}
