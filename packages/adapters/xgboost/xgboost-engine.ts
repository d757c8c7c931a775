import { type BoostingEngine, type BoostingRequest, type EncodedRows, LearnError, readXgboost } from '@rikuy/learn';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { place, state, type TrainingAnswer, type TrainingOrder } from './native/training-order.ts';
import type { TrackerAddress } from './tracker.ts';
import { xgboostParameters } from './xgboost-parameters.ts';

export interface XgboostEngineOptions {
  /** The file of XGBoost's library, 3.0 or newer: see `findXgboost`. */
  readonly library: string;
  /** Given when this process is one of several that train one model, each on rows of its own. */
  readonly collective?: Collective;
}

export interface Collective {
  readonly tracker: TrackerAddress;
  /** This process among all, `0`, `1`, …. */
  readonly taskId: string;
}

/**
 * XGBoost itself as an engine of gradient boosting: for data beyond one machine, or for its GPU build. It trains in a
 * thread of its own while the caller waits, and the trees come back through XGBoost's JSON, so that scores,
 * explanations and stored models are those of any other.
 *
 * With `collective`, XGBoost's own communicator joins the processes: every process gets the same model. Inputs must be
 * numbers then, since each process would number the levels that it happens to see.
 * @example registerBoostingEngine(xgboostEngine({ library: findXgboost(process.env)! }))
 */
export function xgboostEngine({ library, collective }: XgboostEngineOptions): BoostingEngine {
  return {
    name: 'xgboost',
    train(request) {
      if (collective) refuseCategories(request);
      const text = train(orderFor(request, library, collective), request);
      return readXgboost(text, { levels: levelsOf(request) }).ensemble;
    },
  };
}

function refuseCategories({ inputs }: BoostingRequest): void {
  const category = inputs.find(input => input.kind === 'category');
  if (!category) return;
  throw new LearnError(
    'invalid-data',
    `training over several processes takes numbers only; \`${category.name}\` is a category. Encode it first.`,
  );
}

type Told = Omit<TrainingOrder, 'answer' | 'signals'>;

function orderFor(request: BoostingRequest, library: string, collective: Collective | undefined): Told {
  return {
    library,
    parameters: xgboostParameters(request),
    names: request.inputs.map(({ name }) => name),
    types: request.inputs.map(({ kind }) => (kind === 'category' ? 'c' : 'float')),
    rows: shared(request.rows),
    validation: request.validation && shared(request.validation),
    trees: request.params.trees,
    patience: request.params.earlyStoppingRounds,
    communicator:
      collective &&
      JSON.stringify({ dmlc_communicator: 'rabit', ...collective.tracker, dmlc_task_id: collective.taskId }),
  };
}

/** Rows in memory that both threads see: what is posted to a thread would be copied. */
function shared({ matrix, targets, weights }: EncodedRows): EncodedRows {
  return { matrix: sharedFloats(matrix), targets: sharedFloats(targets), weights: weights && sharedFloats(weights) };
}

function sharedFloats(values: Float32Array): Float32Array {
  const copy = new Float32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

function levelsOf({ inputs }: BoostingRequest): Record<string, readonly string[]> {
  return Object.fromEntries(inputs.flatMap(input => (input.kind === 'category' ? [[input.name, input.levels]] : [])));
}

const LOOK_MILLISECONDS = 50;
const START_MILLISECONDS = 60_000;

function train(told: Told, { onProgress, params }: BoostingRequest): string {
  const { port1, port2 } = new MessageChannel();
  const signals = new Int32Array(new SharedArrayBuffer(8));
  const order: TrainingOrder = { ...told, answer: port2, signals };
  const thread = new Worker(new URL('./native/training-thread.ts', import.meta.url), {
    workerData: order,
    transferList: [port2],
  });
  thread.unref();
  awaitDone(signals, done => onProgress?.({ step: 'trees', done, total: params.trees }));
  const answer = receiveMessageOnPort(port1)?.message as TrainingAnswer | undefined;
  port1.close();
  if (answer?.kind === 'model') return answer.text;
  throw new Error(
    `XGBoost could not train: ${answer?.message ?? 'its thread did not start'}. Check \`${told.library}\` and that koffi is installed.`,
  );
}

/** Waits for the thread, without the event loop, and tells of trees as they grow. */
function awaitDone(signals: Int32Array, onTrees: (done: number) => void): void {
  const started = performance.now();
  let told = 0;
  for (;;) {
    const now = Atomics.load(signals, place.state);
    const trees = Atomics.load(signals, place.trees);
    if (trees > told) onTrees((told = trees));
    if (now === state.done || (now === state.waiting && performance.now() - started > START_MILLISECONDS)) return;
    Atomics.wait(signals, place.state, now, LOOK_MILLISECONDS);
  }
}
