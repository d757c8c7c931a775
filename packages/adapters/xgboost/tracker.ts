import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TrackerOrder } from './native/tracker-thread.ts';

/** What every process needs to find the others. */
export interface TrackerAddress {
  readonly dmlc_tracker_uri: string;
  readonly dmlc_tracker_port: number;
}

export interface Tracker {
  readonly address: TrackerAddress;
  /** Settles when all processes have left; rejects when one was lost. */
  readonly finished: Promise<void>;
}

export interface TrackerOptions {
  /** The file of XGBoost's library: see `findXgboost`. */
  readonly library: string;
  /** Processes that will train together. */
  readonly workers: number;
  /** Address of this machine at which all of them reach it; default 127.0.0.1, for processes of this machine only. */
  readonly host?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** Seconds within which all must have come. */
  readonly timeoutSeconds?: number;
}

/**
 * Starts XGBoost's own tracker, which brings the processes of one training together: one of them or a process apart
 * starts it and tells all of them its address. It authenticates nobody: use it within a network you trust.
 */
export async function startTracker(options: TrackerOptions): Promise<Tracker> {
  const { library, workers, host = '127.0.0.1', port = 0, timeoutSeconds = 300 } = options;
  const config = { dmlc_communicator: 'rabit', n_workers: workers, host, port, timeout: timeoutSeconds };
  const order: TrackerOrder = { library, config: JSON.stringify(config) };
  const thread = new Worker(new URL('./native/tracker-thread.ts', import.meta.url), { workerData: order });
  const [address] = (await once(thread, 'message')) as [TrackerAddress];
  return { address, finished: once(thread, 'exit').then(() => undefined) };
}
