import type { KernelMemory } from '../kernels/kernel-memory.ts';
import type { RowShape } from './layer-spec.ts';
import { upToFour } from './signal.ts';

/** Rows without padding, one behind the other. */
export interface NetworkRows {
  readonly values: Float32Array;
  readonly count: number;
}

/** Floats of a padded row. */
export function paddedFloats({ steps, channels }: RowShape): number {
  return steps * upToFour(channels);
}

/** Copies rows from `first` on, padded, to an address. */
export function writeRows(
  memory: KernelMemory,
  { values, count }: NetworkRows,
  { shape, address, first }: { shape: RowShape; address: number; first: number },
): void {
  const { steps, channels } = shape;
  const stride = upToFour(channels);
  const target = memory.floats(address, count * steps * stride);
  const start = first * steps * channels;
  if (stride === channels) return target.set(values.subarray(start, start + target.length));
  for (let step = 0; step < count * steps; step++) {
    for (let c = 0; c < channels; c++) target[step * stride + c] = values[start + step * channels + c];
  }
}
