type TypedArray = Float64Array | Int32Array | Uint16Array | Uint32Array;

/** The array, or a copy twice as long, so that it has room for this many numbers. New ones are 0. */
export function withRoom<T extends TypedArray>(array: T, length: number): T {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(length, 2 * array.length, 16));
  larger.set(array);
  return larger;
}
