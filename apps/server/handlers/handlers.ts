import type { Handlers } from '../bind-routes.ts';
import type { Bench } from './bench.ts';
import { caseHandlers } from './cases.ts';
import { dataHandlers } from './data.ts';
import { decisionHandlers } from './decisions.ts';
import { healthHandlers } from './health.ts';
import { knowledgeHandlers } from './knowledge.ts';
import { scoringHandlers } from './scoring.ts';
import { sessionHandlers } from './session.ts';

/** One handler for every route of the contract. */
export function createHandlers(bench: Bench): Handlers {
  return {
    ...sessionHandlers(bench),
    ...scoringHandlers(bench),
    ...decisionHandlers(bench),
    ...caseHandlers(bench),
    ...knowledgeHandlers(bench),
    ...dataHandlers(bench),
    ...healthHandlers(bench),
  };
}
