import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../protocol/estimator.ts';
import { LearnError } from '../protocol/learn-error.ts';
import { scalarRecord, versionRecord } from './tensorboard-event.ts';

export interface TensorboardOptions {
  /** Epoch milliseconds now. */
  readonly clock: () => number;
}

/** A run that TensorBoard shows while it goes on. */
export interface TensorboardLog {
  /** The event file. */
  readonly file: string;
  /** To hand to `fit`: writes the loss on `options.validation` after each tree or epoch as `loss/validation`. */
  readonly onProgress: (progress: Progress) => void;
  /** Writes one point of a curve of any name; steps count from 0. */
  point(tag: string, step: number, value: number): void;
  /** Writes a whole curve, its first value at step 1, such as `fitted.network.curve.training`. */
  curve(tag: string, values: readonly number[]): void;
  close(): void;
}

/**
 * Starts an event file of TensorBoard in a folder, one folder per run: `tensorboard --logdir` above it shows the curves.
 * Values are stored as float32, as TensorBoard's scalars are.
 * @throws LearnError `invalid-data` when a run of the same second is in the folder, or for a step that is no whole number
 * @example
 * const log = tensorboardLog('runs/deep', { clock: Date.now });
 * const fitted = gradientBoostingClassifier().fit(X, y, { validation, onProgress: log.onProgress });
 * log.close();
 */
export function tensorboardLog(folder: string, { clock }: TensorboardOptions): TensorboardLog {
  const seconds = (): number => clock() / 1000;
  const { file, descriptor } = opened(folder, seconds());
  const write = (record: Uint8Array): void => void writeSync(descriptor, record);
  const point = (tag: string, step: number, value: number): void =>
    write(scalarRecord({ wallTime: seconds(), step: checkedStep(step), tag, value }));
  write(versionRecord(seconds()));
  return {
    file,
    point,
    onProgress: ({ done, loss }) => {
      if (loss !== undefined) point('loss/validation', done, loss);
    },
    curve: (tag, values) => values.forEach((value, k) => point(tag, k + 1, value)),
    close: () => closeSync(descriptor),
  };
}

function opened(folder: string, seconds: number): { file: string; descriptor: number } {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `events.out.tfevents.${String(Math.floor(seconds)).padStart(10, '0')}.rikuy`);
  try {
    return { file, descriptor: openSync(file, 'wx') };
  } catch (cause) {
    throw new LearnError('invalid-data', `the event file must be new; cannot create ${file}. Give each run a folder.`, {
      cause,
    });
  }
}

function checkedStep(step: number): number {
  if (Number.isSafeInteger(step) && step >= 0) return step;
  throw new LearnError('invalid-data', `a step must be a whole number from 0 on; got ${step}.`);
}
