// A thread of a search: it imports the objective, then measures the trials it is given, one at a time.
import { parentPort, workerData } from 'node:worker_threads';
import { LearnError } from '../protocol/learn-error.ts';
import { measureTrial } from './measure-trial.ts';
import type { ModuleObjective } from './objective.ts';
import type { ThreadAnswer, ThreadData, ThreadTask } from './trial-runner.ts';

const { module, name, rows, settings } = workerData as ThreadData;
const objective = await importedObjective();
parentPort!.on('message', (task: ThreadTask) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(answerTo(task));
});

async function importedObjective(): Promise<ModuleObjective<unknown> | LearnError> {
  const found = ((await import(module)) as Record<string, ModuleObjective<unknown>>)[name];
  if (found && typeof found.make === 'function' && typeof found.metric === 'function') return found;
  return new LearnError('invalid-parameter', `the objective's module must export \`${name}\`; ${module} does not.`);
}

function answerTo({ params, limits }: ThreadTask): ThreadAnswer {
  try {
    if (objective instanceof LearnError) throw objective;
    return { kind: 'measured', measured: measureTrial(params, limits, { objective, rows, settings }) };
  } catch (error) {
    // The class of an error does not travel between threads.
    return error instanceof LearnError
      ? { kind: 'refused', code: error.code, message: error.message }
      : { kind: 'failed', error };
  }
}
