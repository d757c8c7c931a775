/** The types of array that a state may hold, by the names they have in an archive. */
export const ARRAY_TYPES = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  uint32: Uint32Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
} as const;

export type ArrayType = keyof typeof ARRAY_TYPES;
