import { type CaseFile, RikuyError } from '@rikuy/contracts';
import { assignCase, giveVerdict, queuePage, queueSummary } from '@rikuy/engine';
import type { Handlers } from '../bind-routes.ts';
import type { Bench } from './bench.ts';

type Own = Pick<Handlers, 'queue' | 'queueSummary' | 'caseFile' | 'claimCase' | 'giveVerdict'>;

export function caseHandlers({ platform, services, metrics }: Bench): Own {
  const { stores, clock } = platform;
  const { caseStore } = stores;
  return {
    queue: async ({ params, query }) => {
      const { q: text, ...filter } = query;
      const { policy, id } = platform.useCase(params.useCase);
      return queuePage(policy, await caseStore.queue({ useCase: id, text, ...filter }));
    },
    queueSummary: async ({ params, query }) => {
      const { policy, id, label } = platform.useCase(params.useCase);
      const counts = await caseStore.countsByDay(id);
      const day = query.day ?? counts.at(0)?.day ?? new Date(clock.now()).toISOString().slice(0, 10);
      return queueSummary(policy, counts, { day, office: query.office, currency: label.currency });
    },
    caseFile: async ({ params }) =>
      found(await caseStore.find(platform.useCase(params.useCase).id, params.id), params.id),
    claimCase: async ({ params, body, user }) => {
      const { live } = services.of(params.useCase);
      const assignee = body.release ? null : user!.id;
      return assignCase(live, stores, params.id, { revision: body.revision, assignee, by: user!, clock });
    },
    giveVerdict: async ({ params, body, user }) => {
      const { live } = services.of(params.useCase);
      const closed = await giveVerdict(live, stores, params.id, { finding: body, by: user! });
      metrics.verdicts.inc({ use_case: params.useCase, label: String(body.label) });
      return closed;
    },
  };
}

function found(caseFile: CaseFile | null, id: string): CaseFile {
  if (!caseFile) throw new RikuyError('not-found', `There is no case ${id}.`);
  return caseFile;
}
