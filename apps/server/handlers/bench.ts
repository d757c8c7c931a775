import type { Platform } from '@rikuy/runtime';
import type { Metrics } from '../metrics.ts';
import type { Services } from '../services.ts';
import type { Sessions } from '../sessions.ts';

/** What the handlers work with. */
export interface Bench {
  readonly platform: Platform;
  readonly services: Services;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
}
