/** The values at these positions. A loop, because `Float64Array.from` with a function takes ten times as long. */
export function gather(values: Float64Array | Float32Array, positions: ArrayLike<number>): Float64Array {
  const taken = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i++) taken[i] = values[positions[i]];
  return taken;
}

/** 0, 1, …, `count` − 1. */
export function positionsUpTo(count: number): Uint32Array {
  const positions = new Uint32Array(count);
  for (let i = 0; i < count; i++) positions[i] = i;
  return positions;
}

/** The same numbers as float64; the array itself where it is so already. */
export function asDoubles(values: Float64Array | Float32Array): Float64Array {
  return values instanceof Float64Array ? values : new Float64Array(values);
}
