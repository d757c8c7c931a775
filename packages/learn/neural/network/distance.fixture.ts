/** The greatest difference between values, relative where they are above 1; infinite when lengths differ. */
export function distance(actual: Float32Array, expected: Float32Array): number {
  if (actual.length !== expected.length) return Infinity;
  let greatest = 0;
  for (let i = 0; i < actual.length; i++) {
    const difference = Math.abs(actual[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
    if (!(difference <= greatest)) greatest = difference;
  }
  return greatest;
}
