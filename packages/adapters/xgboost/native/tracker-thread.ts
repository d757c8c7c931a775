// Runs XGBoost's tracker until all processes have left: waiting for them blocks a thread.
import { parentPort, workerData } from 'node:worker_threads';
import { openLibrary } from './library.ts';

export interface TrackerOrder {
  readonly library: string;
  /** What `XGTrackerCreate` is given. */
  readonly config: string;
}

const { library: file, config } = workerData as TrackerOrder;
const library = openLibrary(file);
const tracker = library.tracker(config);
library.runTracker(tracker, '{}');
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort!.postMessage(JSON.parse(library.trackerArguments(tracker)));
library.awaitTracker(tracker, '{}');
library.freeTracker(tracker);
