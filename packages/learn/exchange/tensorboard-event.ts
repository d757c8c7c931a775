import { crc32c } from './crc32c.ts';

/** What an event file starts with, after its first frame. */
const FILE_VERSION = 'brain.Event:2';

/** One point of a curve. */
export interface ScalarEvent {
  /** Seconds since 1970. */
  readonly wallTime: number;
  readonly step: number;
  readonly tag: string;
  readonly value: number;
}

/** The record that every event file starts with. */
export function versionRecord(wallTime: number): Uint8Array {
  return record([...double(1, wallTime), ...bytes(3, text(FILE_VERSION))]);
}

/** A point as a record: an `Event` (tensorflow/core/util/event.proto) with a `Summary` of one simple value. */
export function scalarRecord({ wallTime, step, tag, value }: ScalarEvent): Uint8Array {
  const point = [...bytes(1, text(tag)), ...float(2, value)];
  const summary = bytes(1, point);
  return record([...double(1, wallTime), ...whole(2, step), ...bytes(5, summary)]);
}

/**
 * A TFRecord (tensorflow/core/lib/io/record_writer.h): length as uint64, its masked CRC-32C, the bytes, theirs; all
 * little-endian.
 */
function record(content: readonly number[]): Uint8Array {
  const framed = new Uint8Array(8 + 4 + content.length + 4);
  const view = new DataView(framed.buffer);
  view.setBigUint64(0, BigInt(content.length), true);
  view.setUint32(8, maskedCrc(framed.subarray(0, 8)), true);
  framed.set(content, 12);
  view.setUint32(12 + content.length, maskedCrc(framed.subarray(12, 12 + content.length)), true);
  return framed;
}

/** Masked as the format asks, because a check of bytes that hold checks of their own would be weak. */
function maskedCrc(content: Uint8Array): number {
  const crc = crc32c(content);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/*
 * Fields of protocol buffers: a key, which is the field's number and how its value is written (0 varint, 1 eight bytes,
 * 2 length and bytes, 5 four bytes), then the value.
 */

function double(field: number, value: number): number[] {
  return [...varint((field << 3) | 1), ...new Uint8Array(littleEndian(8, view => view.setFloat64(0, value, true)))];
}

function float(field: number, value: number): number[] {
  return [...varint((field << 3) | 5), ...new Uint8Array(littleEndian(4, view => view.setFloat32(0, value, true)))];
}

function whole(field: number, value: number): number[] {
  return [...varint(field << 3), ...varint(value)];
}

function bytes(field: number, content: readonly number[] | Uint8Array): number[] {
  return [...varint((field << 3) | 2), ...varint(content.length), ...content];
}

function varint(value: number): number[] {
  const rest = Math.floor(value / 128);
  return rest === 0 ? [value] : [(value % 128) | 128, ...varint(rest)];
}

function littleEndian(size: number, write: (view: DataView) => void): ArrayBuffer {
  const buffer = new ArrayBuffer(size);
  write(new DataView(buffer));
  return buffer;
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
