import type { KernelMemory } from '../kernels/kernel-memory.ts';
import { upToFour } from './signal.ts';

/** Weights in the kernels' memory: `blocks` × `rows` × `columns`, rows and columns of each block padded with 0. */
export interface Parameter {
  readonly address: number;
  /** 0 for what is not learned by gradient, such as moving averages. */
  readonly gradient: number;
  readonly floats: number;
  /** Whether the L2 penalty counts it. */
  readonly isPenalised: boolean;
  read(): Float32Array;
  write(values: Float32Array): void;
  /** The gradient, without padding. */
  readGradient(): Float32Array;
}

export interface ParameterShape {
  readonly blocks: number;
  readonly rows: number;
  /** Rows of a block in memory, at least `rows`. */
  readonly paddedRows: number;
  readonly columns: number;
}

export function parameter(
  memory: KernelMemory,
  shape: ParameterShape,
  { isLearned, isPenalised }: { isLearned: boolean; isPenalised: boolean },
): Parameter {
  const floats = shape.blocks * shape.paddedRows * upToFour(shape.columns);
  const address = memory.reserve(floats);
  const gradient = isLearned ? memory.reserve(floats) : 0;
  return {
    address,
    gradient,
    floats,
    isPenalised,
    read: () => compacted(memory.floats(address, floats), shape),
    write: values => spread(values, memory.floats(address, floats), shape),
    readGradient: () => compacted(memory.floats(gradient, floats), shape),
  };
}

/** A vector with one value for each channel. */
export function vector(memory: KernelMemory, columns: number, isLearned = true): Parameter {
  return parameter(memory, { blocks: 1, rows: 1, paddedRows: 1, columns }, { isLearned, isPenalised: false });
}

function compacted(padded: Float32Array, shape: ParameterShape): Float32Array {
  const values = new Float32Array(shape.blocks * shape.rows * shape.columns);
  eachRow(shape, (compact, at) => values.set(padded.subarray(at, at + shape.columns), compact));
  return values;
}

function spread(values: Float32Array, padded: Float32Array, shape: ParameterShape): void {
  eachRow(shape, (compact, at) => padded.set(values.subarray(compact, compact + shape.columns), at));
}

function eachRow(
  { blocks, rows, paddedRows, columns }: ParameterShape,
  visit: (compact: number, at: number) => void,
): void {
  for (let block = 0; block < blocks; block++) {
    for (let row = 0; row < rows; row++) {
      visit((block * rows + row) * columns, (block * paddedRows + row) * upToFour(columns));
    }
  }
}
