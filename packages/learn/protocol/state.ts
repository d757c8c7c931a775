export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type StateArray = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The number of the state format written now. Readers of older numbers are kept; newer ones are refused. */
export const PROTOCOL = 1;

/** A fitted object as plain data: what it is, its small parts as JSON, its long ones as typed arrays, and its parts. */
export interface State {
  readonly kind: string;
  readonly protocol: number;
  readonly values: { readonly [key: string]: Json };
  readonly arrays: { readonly [key: string]: StateArray };
  readonly parts: { readonly [key: string]: State };
}
