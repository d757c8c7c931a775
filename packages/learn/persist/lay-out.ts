import { LearnError } from '../protocol/learn-error.ts';
import type { Json, State, StateArray } from '../protocol/state.ts';
import { ARRAY_TYPES, type ArrayType } from './array-types.ts';

/** The mark of numbers beyond JSON, and the key that would set a prototype. */
const RESERVED_KEYS = ['$number', '__proto__'];

/** A state split into its JSON and one blob, in which each array starts at a multiple of 8. */
export function layOut(state: State): { json: string; arrays: Uint8Array } {
  const blob: { length: number; readonly pieces: { at: number; array: StateArray }[] } = { length: 0, pieces: [] };
  const place = (array: StateArray, path: string): Json => {
    const at = blob.length;
    blob.pieces.push({ at, array });
    blob.length += Math.ceil(array.byteLength / 8) * 8;
    return { type: typeOf(array, path), at, length: array.length };
  };
  const json = JSON.stringify(laidOut(state, place, 'state'));
  const arrays = new Uint8Array(blob.length);
  for (const { at, array } of blob.pieces)
    arrays.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
  return { json, arrays };
}

function laidOut(state: State, place: (array: StateArray, path: string) => Json, path: string): Json {
  return {
    kind: state.kind,
    values: mapped(state.values, (value, key) => plain(value, `${path}.values.${key}`), `${path}.values`),
    arrays: mapped(state.arrays, (array, key) => place(array, `${path}.arrays.${key}`), `${path}.arrays`),
    parts: mapped(state.parts, (part, key) => laidOut(part, place, `${path}.parts.${key}`), `${path}.parts`),
  };
}

/** Numbers that JSON has no word for become `{ "$number": … }`. */
function plain(value: unknown, path: string): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return plainNumber(value);
  if (Array.isArray(value)) return Array.from(value, (one, i) => plain(one, `${path}[${i}]`));
  if (isPlainObject(value)) {
    return mapped(value, (one, key) => plain(one, `${path}.${key}`), path);
  }
  throw notPlain(path, typeof value === 'object' ? value.constructor.name : typeof value);
}

function plainNumber(value: number): Json {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { $number: Object.is(value, -0) ? '-0' : String(value) };
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function mapped<From>(
  from: Readonly<Record<string, From>>,
  to: (value: From, key: string) => Json,
  path: string,
): Json {
  for (const key of RESERVED_KEYS) if (Object.hasOwn(from, key)) throw notPlain(`${path}.${key}`, 'a reserved key');
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value, key)]));
}

function typeOf(array: StateArray, path: string): ArrayType {
  for (const [name, { prototype }] of Object.entries(ARRAY_TYPES))
    if (Object.getPrototypeOf(array) === prototype) return name as ArrayType;
  throw notPlain(
    path,
    `${(array as object).constructor.name}, which is not one of ${Object.keys(ARRAY_TYPES).join(', ')}`,
  );
}

function notPlain(path: string, got: string): LearnError {
  return new LearnError(
    'invalid-data',
    `\`${path}\` must be plain data (null, booleans, numbers, strings, arrays, objects; typed arrays under \`arrays\`); got ${got}.`,
  );
}
