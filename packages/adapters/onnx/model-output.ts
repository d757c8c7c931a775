import { LearnError } from '@rikuy/learn';
import type { Signature } from './runtime-messages.ts';

const FLOATS = ['float32', 'float64'];

/**
 * The name of the output that holds probabilities: the one asked for, or the only tensor of floats.
 * @throws LearnError `unsupported-model` when there is none or several, or `invalid-parameter` when the one asked for is none
 */
export function probabilityOutput(outputs: readonly Signature[], asked: string | undefined): string {
  const fitting = outputs.filter(({ type }) => FLOATS.includes(type ?? '')).map(({ name }) => name);
  if (asked !== undefined) {
    if (fitting.includes(asked)) return asked;
    throw new LearnError(
      'invalid-parameter',
      `\`output\` must be one of the model's float tensors (${fitting.join(', ') || 'none'}); got ${asked}.`,
    );
  }
  if (fitting.length === 1) return fitting[0];
  const remedy =
    fitting.length === 0
      ? "Export without zipmap: `to_onnx(model, X, options={'zipmap': False})`, `convert_lightgbm(…, zipmap=False)`"
      : `Say which one by \`output\`: ${fitting.join(', ')}`;
  throw new LearnError(
    'unsupported-model',
    `the model must have one float tensor of probabilities; its outputs are ${outputs.map(shown).join(', ')}. ${remedy}.`,
  );
}

/**
 * The probabilities of class 1 among a model's numbers: the second of two columns, or the only one.
 * @throws LearnError `unsupported-model` when they are not probabilities of two classes
 */
export function probabilities(
  { data, dims }: { readonly data: Float32Array | Float64Array; readonly dims: readonly number[] },
  rows: number,
): Float64Array {
  const width = data.length / rows;
  if (dims[0] !== rows || (width !== 1 && width !== 2))
    throw new LearnError(
      'unsupported-model',
      `the output must have one or two columns (two classes) for each of ${rows} rows; it is ${dims.join(' × ')}.`,
    );
  return Float64Array.from({ length: rows }, (_, i) => probability(data[i * width + width - 1]));
}

/** Float32 sums of shares may pass 1 by a rounding. */
function probability(value: number): number {
  if (value >= -1e-6 && value <= 1 + 1e-6) return Math.min(1, Math.max(0, value));
  throw new LearnError(
    'unsupported-model',
    `the output must be probabilities between 0 and 1; got ${value}. Export probabilities, not raw scores, or choose \`output\`.`,
  );
}

function shown({ name, type }: Signature): string {
  return `\`${name}\` (${type ?? 'no tensor'})`;
}
