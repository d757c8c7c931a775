import type { Platform } from '@rikuy/runtime';
import type { Handlers } from '../bind-routes.ts';
import type { Metrics } from '../metrics.ts';
import type { Sessions } from '../sessions.ts';
import { caseHandlers } from './cases.ts';
import { decisionHandlers } from './decisions.ts';
import { healthHandlers } from './health.ts';
import { knowledgeHandlers } from './knowledge.ts';
import { scoringHandlers } from './scoring.ts';
import { sessionHandlers } from './session.ts';

/** What the handlers work with. */
export interface Bench {
  readonly platform: Platform;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
}

export function createHandlers(bench: Bench): Handlers {
  return {
    ...sessionHandlers(bench),
    ...scoringHandlers(bench),
    ...decisionHandlers(bench),
    ...caseHandlers(bench),
    ...knowledgeHandlers(bench),
    ...healthHandlers(bench),
  };
}
