import { z } from 'zod';

/** What the thread can be asked. */
export type RuntimeRequest =
  | { readonly kind: 'open'; readonly model: Uint8Array }
  | { readonly kind: 'run'; readonly feeds: Readonly<Record<string, Tensor>>; readonly output: string };

/** Numbers, or texts of a string tensor, row by row. */
export type TensorData = Float32Array | Float64Array | Int32Array | BigInt64Array | Uint8Array | readonly string[];

/** A tensor as it travels between threads. */
export interface Tensor {
  /** As ONNX Runtime names it: `float32`, `int64`, `string`… */
  readonly type: string;
  readonly data: TensorData;
  readonly dims: readonly number[];
}

const signature = z.object({
  name: z.string(),
  /** Absent for maps and sequences, which are no tensors. */
  type: z.string().optional(),
  /** A number, or the name of a dimension that is free. */
  shape: z.array(z.union([z.number(), z.string()])).optional(),
});

/** An input or output of a model. */
export type Signature = z.infer<typeof signature>;

export const openedSchema = z.object({ inputs: z.array(signature), outputs: z.array(signature) });
export type Opened = z.infer<typeof openedSchema>;

export const scoredSchema = z.object({
  data: z.union([z.instanceof(Float32Array), z.instanceof(Float64Array)]),
  dims: z.array(z.number()),
});

export type RuntimeAnswer =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string };
