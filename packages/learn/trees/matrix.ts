import type { CategoryColumn } from '../table/column.ts';
import { column, type Table } from '../table/table.ts';
import { LearnError } from '../protocol/learn-error.ts';

/** A column as a tree model sees it: a number, or a category by its place among the levels seen in training. */
export type TreeInput =
  | { readonly name: string; readonly kind: 'number' }
  | { readonly name: string; readonly kind: 'category'; readonly levels: readonly string[] };

/** Every column of `X` as an input, in order; a category keeps the levels that occur, in the column's order. */
export function treeInputs(X: Table): TreeInput[] {
  return [...X.columns].map(([name, one]) => {
    if (one.kind === 'number') return { name, kind: 'number' };
    if (one.kind === 'category') return { name, kind: 'category', levels: occurringLevels(one) };
    throw notAnInput(name, 'number or category', one.kind);
  });
}

/**
 * The rows of `X` as one row-major float32 matrix, rows × inputs: numbers rounded to float32, categories as their
 * code in the input's own levels, NaN for what is missing and for levels that training did not see.
 * @throws LearnError `missing-column`, or `invalid-data` for a column of another kind
 */
export function encodeMatrix(X: Table, inputs: readonly TreeInput[]): Float32Array {
  const matrix = new Float32Array(X.rowCount * inputs.length);
  inputs.forEach((input, j) => fillColumn(matrix, encodedColumn(X, input), { first: j, width: inputs.length }));
  return matrix;
}

/** One input of `X` in the coding of `encodeMatrix`; a number column's own array when it needs no change. */
export function encodedColumn(X: Table, input: TreeInput): Float32Array | Float64Array {
  const found = column(X, input.name);
  if (found.kind === 'number' && input.kind === 'number') return found.values;
  if (found.kind === 'category' && input.kind === 'category') return recoded(found, input.levels);
  throw notAnInput(input.name, input.kind, found.kind);
}

function recoded({ codes, levels }: CategoryColumn, wanted: readonly string[]): Float32Array {
  const codeOf = codesOf(wanted);
  const translate = (code: number): number => codeOf.get(levels[code]) ?? NaN;
  if (codes.length < levels.length) return Float32Array.from(codes, code => (code < 0 ? NaN : translate(code)));
  const translated = Float32Array.from(levels, (_, code) => translate(code));
  return Float32Array.from(codes, code => (code < 0 ? NaN : translated[code]));
}

const codesOfLevels = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The code of each level, made once for the levels of a model: a single row would wait for it otherwise. */
function codesOf(levels: readonly string[]): ReadonlyMap<string, number> {
  const known = codesOfLevels.get(levels);
  if (known) return known;
  const codes = new Map(levels.map((level, code) => [level, code]));
  codesOfLevels.set(levels, codes);
  return codes;
}

function fillColumn(
  matrix: Float32Array,
  values: Float32Array | Float64Array,
  { first, width }: { first: number; width: number },
): void {
  for (let i = 0, at = first; i < values.length; i++, at += width) matrix[at] = values[i];
}

function occurringLevels({ codes, levels }: CategoryColumn): string[] {
  const occurs = new Uint8Array(levels.length);
  for (const code of codes) if (code >= 0) occurs[code] = 1;
  return levels.filter((_, code) => occurs[code] === 1);
}

function notAnInput(name: string, wanted: string, got: string): LearnError {
  return new LearnError(
    'invalid-data',
    `column \`${name}\` must be of kind ${wanted}; it is of kind ${got}. Leave it out or turn it into a ${wanted} first.`,
  );
}
