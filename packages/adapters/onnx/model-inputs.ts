import { type CategoryColumn, column, type InputColumn, LearnError, type NumberColumn, type Table } from '@rikuy/learn';
import type { Signature, Tensor, TensorData } from './runtime-messages.ts';

/** An input tensor of a model and the columns of a table that fill it, in order. */
export interface ModelInput {
  readonly name: string;
  readonly type: string;
  readonly columns: readonly InputColumn[];
}

type Columns = Readonly<Record<string, readonly string[]>>;

/** What holds the values of a tensor of each type, and what a column for it must be. */
const TYPES: Readonly<
  Record<string, { readonly kind: InputColumn['kind']; readonly data: (length: number) => Filled }>
> = {
  float32: { kind: 'number', data: length => new Float32Array(length) },
  float64: { kind: 'number', data: length => new Float64Array(length) },
  int32: { kind: 'number', data: length => new Int32Array(length) },
  int64: { kind: 'number', data: length => new BigInt64Array(length) },
  bool: { kind: 'number', data: length => new Uint8Array(length) },
  string: { kind: 'category', data: length => Array.from({ length }, () => '') },
};
type Filled = Exclude<TensorData, readonly string[]> | string[];

/**
 * The inputs of a model with their columns. An input of one column is fed by the column of its name; one of several by
 * those that `columns` lists for it.
 * @throws LearnError `unsupported-model` for tensors that rows of a table cannot fill, `invalid-parameter` when `columns` does not fit
 */
export function modelInputs(signatures: readonly Signature[], columns: Columns): ModelInput[] {
  const names = signatures.map(({ name }) => name);
  const strange = Object.keys(columns).find(name => !names.includes(name));
  if (strange !== undefined)
    throw new LearnError(
      'invalid-parameter',
      `\`columns\`: the model has no input \`${strange}\`; it has ${names.join(', ')}.`,
    );
  return signatures.map(signature => modelInput(signature, columns[signature.name]));
}

function modelInput(
  { name, type = 'no tensor', shape = [] }: Signature,
  listed: readonly string[] | undefined,
): ModelInput {
  if (!TYPES[type] || shape.length < 1 || shape.length > 2)
    throw new LearnError(
      'unsupported-model',
      `input \`${name}\` must be a tensor of rows × columns of ${Object.keys(TYPES).join(', ')}; it is ${type} of ${shape.length} dimensions.`,
    );
  const width = shape[1] ?? 1;
  const columns = listed ?? (width === 1 ? [name] : []);
  if (columns.length === 0 || (typeof width === 'number' && columns.length !== width))
    throw new LearnError(
      'invalid-parameter',
      `\`columns\` must name the ${width} columns of input \`${name}\` in the model's order; got ${columns.length}.`,
    );
  return { name, type, columns: columns.map(column => ({ name: column, kind: TYPES[type].kind })) };
}

/** The rows from `first` on as the model's tensors. */
export function feedsOf(
  X: Table,
  inputs: readonly ModelInput[],
  { first, count }: { readonly first: number; readonly count: number },
): Record<string, Tensor> {
  return Object.fromEntries(
    inputs.map(input => {
      const data = TYPES[input.type].data(count * input.columns.length);
      input.columns.forEach(({ name, kind }, place) => {
        const found = column(X, name);
        if (found.kind !== kind) throw kindDiffers(name, kind, found.kind);
        const at = { first, count, place, width: input.columns.length, name };
        if (found.kind === 'category') fillTexts(data as string[], found, at);
        else fillNumbers(data as Exclude<Filled, string[]>, found, at);
      });
      return [input.name, { type: input.type, data, dims: [count, input.columns.length] }];
    }),
  );
}

interface Place {
  readonly first: number;
  readonly count: number;
  readonly place: number;
  readonly width: number;
  readonly name: string;
}

/** Missing categories are empty texts, as pandas users fill them for scikit-learn's encoders. */
function fillTexts(data: string[], { codes, levels }: CategoryColumn, { first, count, place, width }: Place): void {
  for (let i = 0; i < count; i++) data[i * width + place] = levels[codes[first + i]] ?? '';
}

function fillNumbers(data: Exclude<Filled, string[]>, { values }: NumberColumn, at: Place): void {
  const { first, count, place, width, name } = at;
  const put = putterInto(data);
  for (let i = 0; i < count; i++) {
    const value = values[first + i];
    if (!put(i * width + place, value))
      throw new LearnError(
        'invalid-data',
        `column \`${name}\` holds what the model's input cannot: gaps or fractions for whole numbers, or numbers beyond float32. Impute, round or scale it as in training.`,
      );
  }
}

/** Puts a number where it belongs, or tells that it does not fit. Floats take NaN: it is the model that knows gaps. */
function putterInto(data: Exclude<Filled, string[]>): (at: number, value: number) => boolean {
  if (data instanceof BigInt64Array)
    return (at, value) => Number.isSafeInteger(value) && ((data[at] = BigInt(value)), true);
  return (at, value) => {
    data[at] = value;
    return (
      Object.is(data[at], value) ||
      (data instanceof Float32Array && (Number.isFinite(data[at]) || !Number.isFinite(value)))
    );
  };
}

function kindDiffers(name: string, expected: string, got: string): LearnError {
  return new LearnError(
    'invalid-data',
    `column \`${name}\` must be of kind ${expected} for the model; it is of kind ${got}.`,
  );
}
