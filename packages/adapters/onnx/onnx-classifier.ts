import {
  type FittedClassifier,
  LearnError,
  PROTOCOL,
  type Restorable,
  selectInputs,
  type State,
  type Table,
} from '@rikuy/learn';
import { z } from 'zod';
import { findOnnxRuntime } from './find-runtime.ts';
import { feedsOf, type ModelInput, modelInputs } from './model-inputs.ts';
import { probabilities, probabilityOutput } from './model-output.ts';
import { RuntimeSession } from './runtime-session.ts';

const KIND = 'onnx-classifier';

/** Rows that go to the runtime together. */
const BATCH = 8192;

export interface OnnxOptions {
  /** For each input of several columns, the table's columns that fill it, in the model's order. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** The output that holds the probabilities; needed only where several are tensors of floats. */
  readonly output?: string;
  /** A folder in whose `node_modules` `onnxruntime-node` is, where it is no dependency. */
  readonly runtimeFolder?: string;
}

/** A two-class model of another library. It scores in a thread of its own, which `close` ends. */
export interface OnnxClassifier extends FittedClassifier {
  close(): void;
}

/**
 * A classifier from the bytes of an ONNX file, scored by ONNX Runtime: what skl2onnx and onnxmltools export of
 * scikit-learn, XGBoost and LightGBM, with probabilities as a tensor (no zipmap). Its inputs are the table's columns:
 * numbers for number tensors (NaN stays NaN), categories for string tensors (a gap is an empty text).
 * @throws LearnError `unsupported-model` or `invalid-parameter` when the runtime is absent or inputs or outputs do not fit
 * @example readOnnx(await readFile('model.onnx'), { columns: { X: ['amount', 'weight'] } }).predictProba(Z)
 */
export function readOnnx(model: Uint8Array, options: OnnxOptions = {}): OnnxClassifier {
  const session = new RuntimeSession(model, findOnnxRuntime(options.runtimeFolder));
  try {
    const inputs = modelInputs(session.signatures.inputs, options.columns ?? {});
    const output = probabilityOutput(session.signatures.outputs, options.output);
    return classifier({ session, model: new Uint8Array(model), inputs, output });
  } catch (error) {
    session.close();
    throw error;
  }
}

/**
 * What `restore` needs to read such a classifier back, its ONNX file included in the state.
 * @example restore(state, { ...catalogue, onnx: onnxClassifiers() })
 */
export function onnxClassifiers({ runtimeFolder }: Pick<OnnxOptions, 'runtimeFolder'> = {}): Restorable {
  return { kind: KIND, fromState: state => readOnnx(modelOf(state), { ...stored(state), runtimeFolder }) };
}

interface OpenModel {
  readonly session: RuntimeSession;
  readonly model: Uint8Array;
  readonly inputs: readonly ModelInput[];
  readonly output: string;
}

function classifier({ session, model, inputs, output }: OpenModel): OnnxClassifier {
  const columns = inputs.flatMap(input => input.columns);
  const batch = batchOf(session);
  return {
    kind: KIND,
    inputs: columns,
    predictProba(X) {
      const chosen = selectInputs(X, columns);
      const scores = new Float64Array(X.rowCount);
      for (let first = 0; first < X.rowCount; first += batch)
        scores.set(scored(chosen, first, Math.min(batch, X.rowCount - first)), first);
      return scores;
    },
    toState: () => ({
      kind: KIND,
      protocol: PROTOCOL,
      values: {
        columns: Object.fromEntries(inputs.map(input => [input.name, input.columns.map(({ name }) => name)])),
        output,
      },
      arrays: { model: model.slice() },
      parts: {},
    }),
    close: () => session.close(),
  };

  function scored(X: Table, first: number, count: number): Float64Array {
    return probabilities(session.run(feedsOf(X, inputs, { first, count }), output), count);
  }
}

/** Models exported for one row at a time get one row at a time. */
function batchOf({ signatures }: RuntimeSession): number {
  const [fixed = BATCH] = signatures.inputs.flatMap(({ shape }) => (typeof shape?.[0] === 'number' ? [shape[0]] : []));
  if (fixed === 1 || fixed === BATCH) return fixed;
  throw new LearnError(
    'unsupported-model',
    `the number of rows must be free or 1 in the model's inputs; it is ${fixed}. Export it with a free first dimension.`,
  );
}

const storedValues = z.strictObject({ columns: z.record(z.string(), z.array(z.string())), output: z.string() });

function stored(state: State): z.output<typeof storedValues> {
  const parsed = storedValues.safeParse(state.values);
  if (parsed.success) return parsed.data;
  throw new LearnError('unreadable-state', `the state of \`${KIND}\` is damaged.`, { cause: parsed.error });
}

function modelOf(state: State): Uint8Array {
  const { model } = state.arrays;
  if (model instanceof Uint8Array) return model;
  throw new LearnError('unreadable-state', `the state of \`${KIND}\` must hold the ONNX file as \`model\`; got none.`);
}
