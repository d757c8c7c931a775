import { createHash } from 'node:crypto';
import { LearnError } from '../protocol/learn-error.ts';
import { PROTOCOL, type State } from '../protocol/state.ts';
import { readProtocol1 } from './read-protocol-1.ts';
import { layOut } from './lay-out.ts';

/*
 * An archive, all numbers little-endian:
 *   0   8 bytes  `RIKUYML` and a zero
 *   8   uint32   protocol
 *   12  uint32   length of the JSON, a multiple of 8
 *   16  JSON in UTF-8, padded with spaces: the tree of states, each array as its type, place and length
 *       arrays, each starting at a multiple of 8
 *   −32 SHA-256 of all before
 */
const MAGIC = new TextEncoder().encode('RIKUYML\0');
const HEADER = 16;
const DIGEST = 32;

/** Readers by protocol, oldest first; each gives today's `State`. One is added for each new number, none is removed. */
const readers: Readonly<Record<number, (json: string, arrays: Uint8Array) => State>> = { 1: readProtocol1 };

/**
 * A fitted object's state as one archive of bytes: plain JSON and binary arrays behind a checksum, nothing executable.
 * Every number comes back with the same bits, NaN, infinities and −0 among `values` included.
 * @throws LearnError `invalid-data` for what is no plain data (`undefined`, functions, views of other types)
 * @example await writeFile('model.rikuy', writeState(fitted.toState()))
 */
export function writeState(state: State): Uint8Array {
  const { json, arrays } = layOut(state);
  const text = new TextEncoder().encode(json);
  const jsonLength = Math.ceil(text.length / 8) * 8;
  const archive = new Uint8Array(HEADER + jsonLength + arrays.length + DIGEST);
  const view = new DataView(archive.buffer);
  archive.set(MAGIC);
  view.setUint32(8, PROTOCOL, true);
  view.setUint32(12, jsonLength, true);
  archive.fill(0x20, HEADER, HEADER + jsonLength).set(text, HEADER);
  archive.set(arrays, HEADER + jsonLength);
  archive.set(digestOf(archive), archive.length - DIGEST);
  return archive;
}

/**
 * The state in an archive, copied out of it.
 * @throws LearnError `unreadable-state` when the bytes are no archive, cut short, altered, or of a newer protocol
 */
export function readState(archive: Uint8Array): State {
  const protocol = protocolOf(archive);
  const reader = readers[protocol];
  if (!reader) {
    throw unreadable(
      `the archive has protocol ${protocol}; this version reads ${Object.keys(readers).join(', ')}. Use the version that wrote it, or a newer one`,
    );
  }
  checkDigest(archive);
  const jsonLength = viewOf(archive).getUint32(12, true);
  const end = archive.length - DIGEST;
  if (HEADER + jsonLength > end) throw unreadable('the archive states more JSON than it holds');
  const json = new TextDecoder().decode(archive.subarray(HEADER, HEADER + jsonLength));
  return reader(json, archive.subarray(HEADER + jsonLength, end));
}

function protocolOf(archive: Uint8Array): number {
  if (archive.length < HEADER + DIGEST || MAGIC.some((byte, i) => archive[i] !== byte)) {
    throw unreadable(
      `expected an archive made by \`writeState\`; got ${archive.length} bytes that do not start as one`,
    );
  }
  return viewOf(archive).getUint32(8, true);
}

function checkDigest(archive: Uint8Array): void {
  const digest = digestOf(archive);
  if (digest.some((byte, i) => archive[archive.length - DIGEST + i] !== byte)) {
    throw unreadable('the checksum does not match: the archive was cut short or altered. Take another copy of it');
  }
}

function digestOf(archive: Uint8Array): Uint8Array {
  return createHash('sha256')
    .update(archive.subarray(0, archive.length - DIGEST))
    .digest();
}

function viewOf(archive: Uint8Array): DataView {
  return new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
}

function unreadable(reason: string): LearnError {
  return new LearnError('unreadable-state', `${reason}.`);
}
