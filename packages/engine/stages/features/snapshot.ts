import { createHash } from 'node:crypto';
import { RikuyError } from '@rikuy/contracts';
import { z } from 'zod';
import { canonicalJson } from '../../ports/canonical-json.ts';
import type { UseCase } from '../../use-case/use-case.ts';
import type { StateColumn, StateColumns } from './state-columns.ts';

/** How far in the log a state has come: the last entry taken, in the log's order. */
export interface LogPosition {
  /** Epoch ms; −Infinity before the first. */
  readonly knownAt: number;
  /** The largest so far; 0 before the first. */
  readonly sequence: number;
}

/** The state of a use case's features as of a position of its log. */
export interface FeatureSnapshot {
  readonly position: LogPosition;
  readonly columns: StateColumns;
}

/** What a snapshot is written by; a change of the arrays or of what they mean takes a new number. */
const protocol = 1;
const magic = 'RIKUYFS1';
const hashBytes = 32;
const alignment = 8;

const kinds = { f64: Float64Array, i32: Int32Array, u32: Uint32Array, u16: Uint16Array } as const;
type ColumnKind = keyof typeof kinds;

const header = z.strictObject({
  protocol: z.literal(protocol),
  useCase: z.string(),
  declarations: z.string(),
  knownAt: z.number().nullable(),
  sequence: z.int(),
  columns: z.array(z.strictObject({ name: z.string(), kind: z.enum(['f64', 'i32', 'u32', 'u16']), length: z.int() })),
});
type Header = z.infer<typeof header>;

/**
 * A snapshot as bytes: magic, length of the header, header as JSON, the arrays (little-endian, each at a multiple of 8),
 * and the SHA-256 of all of it.
 */
export function writeSnapshot(useCase: UseCase, { position, columns }: FeatureSnapshot): Uint8Array {
  const head: Header = {
    protocol,
    useCase: useCase.id,
    declarations: declarationsHash(useCase),
    knownAt: Number.isFinite(position.knownAt) ? position.knownAt : null,
    sequence: position.sequence,
    columns: [...columns].map(([name, column]) => ({ name, kind: kindOf(column), length: column.length })),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const start = aligned(magic.length + 4 + json.length);
  const end = [...columns.values()].reduce((at, { byteLength }) => at + aligned(byteLength), start);
  const bytes = new Uint8Array(end + hashBytes);
  bytes.set(new TextEncoder().encode(magic));
  new DataView(bytes.buffer).setUint32(magic.length, json.length, true);
  bytes.set(json, magic.length + 4);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of columns.values()) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  bytes.set(sha256(bytes.subarray(0, end)), end);
  return bytes;
}

/**
 * Reads a snapshot of this use case.
 * @throws RikuyError `snapshot-refused` when it is damaged, of another version, or of other declarations
 */
export function readSnapshot(useCase: UseCase, bytes: Uint8Array): FeatureSnapshot {
  const { head, start, end } = readHeader(useCase, bytes);
  const columns: StateColumns = new Map();
  let at = start;
  for (const { name, kind, length } of head.columns) {
    const { BYTES_PER_ELEMENT: width } = kinds[kind];
    // A copy, and not by `slice`, which of a Buffer makes none: what was read may lie at an odd address.
    columns.set(name, new kinds[kind](new Uint8Array(bytes.subarray(at, at + length * width)).buffer));
    at += aligned(length * width);
  }
  if (at !== end) throw refused(useCase, 'is damaged: its arrays do not fill it');
  return { position: { knownAt: head.knownAt ?? -Infinity, sequence: head.sequence }, columns };
}

function readHeader(useCase: UseCase, bytes: Uint8Array): { head: Header; start: number; end: number } {
  const end = bytes.length - hashBytes;
  const start = magic.length + 4;
  if (end < start || new TextDecoder('latin1').decode(bytes.subarray(0, magic.length)) !== magic)
    throw refused(useCase, 'is none that this version writes');
  if (!sha256(bytes.subarray(0, end)).equals(bytes.subarray(end)))
    throw refused(useCase, 'is damaged: its hash differs');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  const parsed = header.safeParse(JSON.parse(new TextDecoder().decode(bytes.subarray(start, start + length))));
  if (!parsed.success) throw refused(useCase, 'was written by another version');
  if (parsed.data.useCase !== useCase.id) throw refused(useCase, 'is of another use case');
  if (parsed.data.declarations !== declarationsHash(useCase))
    throw refused(useCase, 'was made with other declarations of records, features or lookups');
  return { head: parsed.data, start: aligned(start + length), end };
}

/** A hash of all that the state depends on; titles and texts may change. */
export function declarationsHash(useCase: UseCase): string {
  const { records, decides, lookups, features, allowedLatenessDays = null } = useCase;
  const content = {
    decides,
    allowedLatenessDays,
    lookups: Object.entries(lookups).map(([name, { rows }]) => [name, rows]),
    records: Object.entries(records).map(([type, { fields, timeField }]) => [
      type,
      timeField,
      fields.map(({ name, kind }) => [name, kind]),
    ]),
    features: features.map(({ name, kind, value }) => [name, kind, value]),
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function refused({ id }: UseCase, what: string): RikuyError {
  return new RikuyError(
    'snapshot-refused',
    `The snapshot of the features of ${id} ${what}. The state is made from the whole log instead, and saved anew.`,
  );
}

function kindOf(column: StateColumn): ColumnKind {
  return (Object.keys(kinds) as ColumnKind[]).find(kind => column instanceof kinds[kind])!;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
