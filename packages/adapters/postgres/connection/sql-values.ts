/** Object ids of the types that JavaScript cannot hold as they come. */
export const int8 = 20;
export const json = 114;
export const jsonb = 3802;
export const bytea = 17;

/** @throws RangeError beyond 2^53: our counts, positions and epoch milliseconds never get there */
export function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('An int8 beyond 2^53 came out of the database.');
  return value;
}

export function readBytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.slice(2), 'hex'));
}

export function writeBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}
