import { ascendingOrder } from '../math/order.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { rowsWhere, type Split } from './split.ts';

/** When each row happened and when its label became known; all in epoch milliseconds. */
export interface LabelTimes {
  /** When the row's features were read, that is when it would have been scored. */
  readonly happened: Float64Array;
  /** When the label became known; NaN for never. Absent: `delay` after the row happened. */
  readonly known?: Float64Array;
  /** Milliseconds from a row to its label where `known` is absent; default 0. */
  readonly delay?: number;
}

export interface TimeCut {
  /** The day of training: rows are trained on if their label was known before it. */
  readonly cut: number;
  /** Validation rows happen before it; default no end. */
  readonly until?: number;
}

/**
 * A split as it would have been lived: train on the rows whose label was known before the cut, validate on the rows
 * that happened at the cut or later. Rows from before the cut whose label came later are in neither, which leaves the
 * gap that the labels' delay makes.
 *
 * @throws LearnError `invalid-data` when a side would be empty
 * @example timeSplit({ happened, delay: 30 * DAY }, { cut: Date.UTC(2021, 0, 1) })
 */
export function timeSplit(times: LabelTimes, { cut, until = Infinity }: TimeCut): Split {
  const known = knownTimes(times);
  const { happened } = times;
  const split = {
    train: rowsWhere(happened.length, row => happened[row] < cut && known[row] < cut),
    validation: rowsWhere(happened.length, row => happened[row] >= cut && happened[row] < until),
  };
  for (const [side, rows] of Object.entries(split)) if (rows.length === 0) throw emptySide(side, cut);
  return split;
}

/** The time at or after which the last `share` of the rows happened. */
export function cutForShare(happened: Float64Array, share: number): number {
  if (!(share > 0 && share < 1)) {
    throw new LearnError('invalid-parameter', `\`share\` must be between 0 and 1; got ${share}.`);
  }
  const order = ascendingOrder(happened);
  const dated = order.filter(row => !Number.isNaN(happened[row]));
  return happened[dated[Math.min(Math.ceil(dated.length * (1 - share)), dated.length - 1)]];
}

export interface TimeFoldsOptions {
  readonly folds: number;
  /** Share of the rows, in order of time, before the first validation fold; default 1 / (folds + 1). */
  readonly firstTrainShare?: number;
}

/**
 * Folds in order of time: each validates on the next stretch of rows and trains on all rows whose label was known when
 * it began. Stretches have about equally many rows; rows of one instant stay together.
 */
export function timeFolds(times: LabelTimes, options: TimeFoldsOptions): Split[] {
  const { folds, firstTrainShare = 1 / (folds + 1) } = options;
  if (!Number.isInteger(folds) || folds < 1) {
    throw new LearnError('invalid-parameter', `\`folds\` must be an integer ≥ 1; got ${folds}.`);
  }
  const cuts = Array.from({ length: folds }, (_, k) =>
    cutForShare(times.happened, (1 - firstTrainShare) * (1 - k / folds)),
  );
  return cuts.map((cut, k) => timeSplit(times, { cut, until: cuts[k + 1] ?? Infinity }));
}

function knownTimes({ happened, known, delay = 0 }: LabelTimes): Float64Array {
  if (!(delay >= 0)) throw new LearnError('invalid-parameter', `\`delay\` must be ≥ 0 milliseconds; got ${delay}.`);
  if (known && known.length !== happened.length) {
    throw new LearnError(
      'invalid-data',
      `\`known\` must have one time per row (${happened.length}); got ${known.length}.`,
    );
  }
  return known ?? happened.map(time => time + delay);
}

function emptySide(side: string, cut: number): LearnError {
  const when = Number.isFinite(cut) ? new Date(cut).toISOString() : String(cut);
  const repair = side === 'train' ? 'no label was known before it; choose a later cut' : 'choose an earlier cut';
  return new LearnError('invalid-data', `the cut at ${when} leaves no rows for ${side}: ${repair}.`);
}
