import type { EncodedRows } from '@rikuy/learn';
import type { MessagePort } from 'node:worker_threads';

/** What the training thread is told. */
export interface TrainingOrder {
  readonly library: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly names: readonly string[];
  /** `float` or `c` for each input. */
  readonly types: readonly string[];
  readonly rows: EncodedRows;
  readonly validation?: EncodedRows;
  readonly trees: number;
  readonly patience?: number;
  /** What `XGCommunicatorInit` is given when several processes train together. */
  readonly communicator?: string;
  /** Where the answer goes. */
  readonly answer: MessagePort;
  /** Words by `place`, for a caller who cannot hear while it waits. */
  readonly signals: Int32Array;
}

/** Places of the words that training writes. */
export const place = { state: 0, trees: 1 } as const;

export const state = { waiting: 0, training: 1, done: 2 } as const;

export type TrainingAnswer =
  | { readonly kind: 'model'; readonly text: string; readonly version: string }
  | { readonly kind: 'failure'; readonly message: string };
