import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { LearnError, type LearnErrorCode } from '../protocol/learn-error.ts';
import type { Json } from '../protocol/state.ts';
import { type Bench, type FitSettings, type Measured, measureTrial, type SearchRows } from './measure-trial.ts';
import { isOfModule } from './objective.ts';
import type { Limits } from './pruning.ts';
import { sharedRows } from './shared-rows.ts';

/** Measures trials, one at a time. */
export interface TrialRunner {
  measure(task: ThreadTask): Promise<Measured>;
  close(): void;
}

export interface ThreadTask {
  readonly params: Readonly<Record<string, Json>>;
  readonly limits: Limits;
}

export interface ThreadData {
  readonly module: string;
  readonly name: string;
  readonly rows: SearchRows;
  readonly settings: FitSettings;
}

export type ThreadAnswer =
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'refused'; readonly code: LearnErrorCode; readonly message: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * So many runners: one works on the calling thread, several on a thread each.
 * @throws LearnError `invalid-parameter` when other threads could not import the objective
 */
export function openRunners<P>(workers: number, bench: Bench<P>): TrialRunner[] {
  if (workers === 1) return [ownThread(bench)];
  const { objective, settings } = bench;
  if (!isOfModule(objective)) {
    throw new LearnError(
      'invalid-parameter',
      `\`objective\` must be made by moduleObjective to be searched by ${workers} workers: functions do not travel between threads.`,
    );
  }
  const data = { module: objective.module, name: objective.name, rows: sharedRows(bench.rows), settings };
  return Array.from({ length: workers }, () => otherThread(data));
}

function ownThread<P>(bench: Bench<P>): TrialRunner {
  return {
    measure: async ({ params, limits }) => {
      await setImmediate(); // lets a signal through between trials
      return measureTrial(params as P, limits, bench);
    },
    close: () => {},
  };
}

function otherThread(workerData: ThreadData): TrialRunner {
  const thread = new Worker(new URL('./trial-thread.ts', import.meta.url), { workerData });
  thread.on('error', () => {}); // whoever waits for an answer hears of it, too
  return {
    measure: async task => {
      const gone = new AbortController();
      const ended = once(thread, 'exit', { signal: gone.signal }).then(() => {
        throw new Error('A thread of the search ended in the middle of a trial.');
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage(task);
      try {
        const [answer] = (await Promise.race([once(thread, 'message', { signal: gone.signal }), ended])) as [
          ThreadAnswer,
        ];
        return measuredBy(answer);
      } finally {
        ended.catch(() => {});
        gone.abort();
      }
    },
    close: () => void thread.terminate(),
  };
}

function measuredBy(answer: ThreadAnswer): Measured {
  if (answer.kind === 'measured') return answer.measured;
  if (answer.kind === 'refused') throw new LearnError(answer.code, answer.message);
  throw answer.error;
}
