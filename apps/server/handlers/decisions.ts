import { type Decision, RikuyError } from '@rikuy/contracts';
import {
  decisionContext,
  decisionDetail,
  findCounterfactual,
  overrideDecision,
  standingOutcome,
  type StoredEntry,
} from '@rikuy/engine';
import type { Handlers } from '../bind-routes.ts';
import type { Bench } from './bench.ts';

type Own = Pick<
  Handlers,
  'decision' | 'decisionContext' | 'counterfactual' | 'standingOutcome' | 'override' | 'search'
>;

export function decisionHandlers({ platform, services }: Bench): Own {
  const { decisionLog, eventLog, caseStore } = platform.stores;

  const find = async (useCaseId: string, id: string): Promise<{ decision: Decision; entry: StoredEntry }> => {
    const useCase = platform.useCase(useCaseId);
    const decision = await decisionLog.find(useCase.id, id);
    const entry = decision && (await eventLog.find(useCase.id, decision.eventId));
    if (!decision || !entry) throw new RikuyError('not-found', `There is no decision ${id}.`);
    return { decision, entry };
  };

  return {
    decision: async ({ params }) => {
      const { live } = services.of(params.useCase);
      const { decision, entry } = await find(params.useCase, params.id);
      const caseFile = await caseStore.findByDecision(params.useCase, decision.id);
      return decisionDetail(live, decision, { values: entry.values, caseId: caseFile?.id ?? null });
    },
    decisionContext: async ({ params }) => {
      const { decision, entry } = await find(params.useCase, params.id);
      return decisionContext(platform.useCase(params.useCase), eventLog, entry, decision);
    },
    counterfactual: async ({ params }) => {
      const { entry } = await find(params.useCase, params.id);
      return findCounterfactual(services.of(params.useCase).live, entry.values);
    },
    standingOutcome: async ({ params }) => {
      const { decision } = await find(params.useCase, params.id);
      return standingOutcome(platform.useCase(params.useCase), eventLog, decision);
    },
    override: async ({ params, body, user }) => {
      const { decision } = await find(params.useCase, params.id);
      const { live } = services.of(params.useCase);
      return overrideDecision(live, platform.stores, decision, { ...body, by: user!, clock: platform.clock });
    },
    search: async ({ params, query }) => [
      ...(await decisionLog.search(platform.useCase(params.useCase).id, query.q, 20)),
    ],
  };
}
