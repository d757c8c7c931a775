import { z } from 'zod';
import { LearnError } from '../protocol/learn-error.ts';
import { type Json, PROTOCOL, type State, type StateArray } from '../protocol/state.ts';
import { ARRAY_TYPES, type ArrayType } from './array-types.ts';

const place = z.strictObject({
  type: z.enum(Object.keys(ARRAY_TYPES) as [ArrayType, ...ArrayType[]]),
  at: z.int().nonnegative().multipleOf(8),
  length: z.int().nonnegative(),
});
type Place = z.infer<typeof place>;

interface StoredState {
  kind: string;
  values: Record<string, Json>;
  arrays: Record<string, Place>;
  parts: Record<string, StoredState>;
}
const storedState: z.ZodType<StoredState> = z.strictObject({
  kind: z.string().min(1),
  values: z.record(z.string(), z.json()),
  arrays: z.record(z.string(), place),
  get parts() {
    return z.record(z.string(), storedState);
  },
});

/** The state in an archive of protocol 1, whose checksum has been checked. */
export function readProtocol1(json: string, arrays: Uint8Array): State {
  return rebuilt(parse(json), arrays);
}

function parse(json: string): StoredState {
  try {
    return storedState.parse(JSON.parse(json));
  } catch (cause) {
    throw new LearnError('unreadable-state', 'the JSON of the archive is not that of a state of protocol 1.', {
      cause,
    });
  }
}

function rebuilt(stored: StoredState, arrays: Uint8Array): State {
  return {
    kind: stored.kind,
    protocol: PROTOCOL,
    values: mapped(stored.values, revived),
    arrays: mapped(stored.arrays, found => arrayAt(found, arrays)),
    parts: mapped(stored.parts, part => rebuilt(part, arrays)),
  };
}

function arrayAt({ type, at, length }: Place, arrays: Uint8Array): StateArray {
  const Type = ARRAY_TYPES[type];
  const end = at + length * Type.BYTES_PER_ELEMENT;
  if (end > arrays.length) {
    throw new LearnError('unreadable-state', `an array ends at byte ${end} of ${arrays.length}.`);
  }
  const copy = new Uint8Array(arrays.subarray(at, end));
  return new Type(copy.buffer);
}

function revived(value: Json): Json {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  return '$number' in value ? Number(value.$number) : mapped(value as Record<string, Json>, revived);
}

function mapped<From, To>(from: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value)]));
}
