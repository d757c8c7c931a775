import type { KernelMemory } from '../kernels/kernel-memory.ts';
import type { RowShape } from './layer-spec.ts';

/** What flows between layers: for each row `steps` × `stride` floats, of which the first `channels` count; others are 0. */
export interface Signal extends RowShape {
  /** Floats of a step, a multiple of four. */
  readonly stride: number;
  /** Floats of a row. */
  readonly rowFloats: number;
  readonly value: number;
  /** Of the loss by the value; 0 where nobody asks for it. */
  readonly gradient: number;
}

export function signal(
  memory: KernelMemory,
  shape: RowShape,
  options: { mostRows: number; gradient: boolean },
): Signal {
  const stride = upToFour(shape.channels);
  const rowFloats = shape.steps * stride;
  const floats = options.mostRows * rowFloats;
  const value = memory.reserve(floats);
  return { ...shape, stride, rowFloats, value, gradient: options.gradient ? memory.reserve(floats) : 0 };
}

export function upToFour(count: number): number {
  return Math.ceil(count / 4) * 4;
}
