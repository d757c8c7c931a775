// Trains one model with XGBoost and answers with its JSON: node's main thread waits for it, since fitting is synchronous.
import type { EncodedRows } from '@rikuy/learn';
import { workerData } from 'node:worker_threads';
import type { Handle, XgboostLibrary } from './library.ts';
import { place, state, type TrainingAnswer, type TrainingOrder } from './training-order.ts';

const order = workerData as TrainingOrder;
Atomics.store(order.signals, place.state, state.training);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
order.answer.postMessage(await answerTo(order));
Atomics.store(order.signals, place.state, state.done);
Atomics.notify(order.signals, place.state);

async function answerTo(given: TrainingOrder): Promise<TrainingAnswer> {
  try {
    // Loaded here, so that a machine without koffi or the library hears why.
    const { openLibrary } = await import('./library.ts');
    const library = openLibrary(given.library);
    return { kind: 'model', text: trainTogether(library, given), version: library.version() };
  } catch (error) {
    return { kind: 'failure', message: (error as Error).message };
  }
}

/** The communicator belongs to the thread that made it. */
function trainTogether(library: XgboostLibrary, given: TrainingOrder): string {
  if (given.communicator === undefined) return train(library, given);
  library.joinOthers(given.communicator);
  try {
    return train(library, given);
  } finally {
    library.leaveOthers();
  }
}

function train(library: XgboostLibrary, given: TrainingOrder): string {
  const data = matrixOf(library, given, given.rows);
  const held = given.validation && matrixOf(library, given, given.validation);
  const booster = library.booster(held ? [data, held] : [data], held ? 2 : 1);
  try {
    for (const [name, value] of Object.entries(given.parameters)) library.setParameter(booster, name, value);
    const trees = growTrees(library, given, { booster, data, held });
    return modelOfFirst(library, booster, trees);
  } finally {
    library.freeBooster(booster);
    if (held) library.freeMatrix(held);
    library.freeMatrix(data);
  }
}

function matrixOf(library: XgboostLibrary, { names, types }: TrainingOrder, rows: EncodedRows): Handle {
  const rowCount = rows.targets.length;
  const handle = library.matrix(rows.matrix, rowCount, names.length, NaN);
  library.setFloats(handle, 'label', rows.targets, rowCount);
  if (rows.weights) library.setFloats(handle, 'weight', rows.weights, rowCount);
  library.setTexts(handle, 'feature_name', names, names.length);
  library.setTexts(handle, 'feature_type', types, types.length);
  return handle;
}

interface Growth {
  readonly booster: Handle;
  readonly data: Handle;
  readonly held?: Handle;
}

/** Returns how many trees to keep: with patience, those up to the lowest loss. */
function growTrees(library: XgboostLibrary, given: TrainingOrder, { booster, data, held }: Growth): number {
  const patience = given.patience ?? Infinity;
  let [lowest, best] = [Infinity, 0];
  for (let tree = 0; tree < given.trees; tree++) {
    library.update(booster, tree, data);
    Atomics.store(given.signals, place.trees, tree + 1);
    if (held === undefined) continue;
    const loss = lossIn(library.evaluate(booster, tree, [held], ['held'], 1));
    if (loss < lowest) [lowest, best] = [loss, tree + 1];
    if (tree + 1 - best >= patience) break;
  }
  return held === undefined ? given.trees : best;
}

/** Of `[12]\theld-logloss:0.4321`. */
function lossIn(evaluation: string): number {
  return Number(evaluation.slice(evaluation.lastIndexOf(':') + 1));
}

function modelOfFirst(library: XgboostLibrary, booster: Handle, trees: number): string {
  const slice = library.slice(booster, 0, trees, 1);
  try {
    return library.modelText(slice);
  } finally {
    library.freeBooster(slice);
  }
}
