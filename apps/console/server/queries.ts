import type { CaseFile, Client } from '@rikuy/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';

/** What the queue is narrowed by; each part stands in the address. */
export interface QueueFilter {
  readonly day?: string;
  readonly office?: string;
  readonly outcome?: string;
  readonly status?: CaseFile['status'];
  readonly q?: string;
}

const minutes = 60_000;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => client.whoAmI({}, signal),
  staleTime: 5 * minutes,
});

export const demoUsersQuery = queryOptions({
  queryKey: ['demo-users'],
  queryFn: ({ signal }) => client.demoUsers({}, signal),
  staleTime: 60 * minutes,
});

export const useCasesQuery = queryOptions({
  queryKey: ['use-cases'],
  queryFn: ({ signal }) => client.useCases({}, signal),
  staleTime: 60 * minutes,
});

export const queueSummaryQuery = (useCase: string, query: { day?: string; office?: string } = {}) =>
  queryOptions({
    queryKey: ['queue-summary', useCase, query],
    queryFn: ({ signal }) => client.queueSummary({ params: { useCase }, query }, signal),
  });

export const queueQuery = (useCase: string, filter: QueueFilter, limit = 500) =>
  infiniteQueryOptions({
    queryKey: ['queue', useCase, filter, limit],
    queryFn: ({ pageParam, signal }) =>
      client.queue({ params: { useCase }, query: { ...filter, limit, after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  });

export const decisionQuery = (useCase: string, id: string) =>
  queryOptions({
    queryKey: ['decision', useCase, id],
    queryFn: ({ signal }) => client.decision({ params: { useCase, id } }, signal),
    staleTime: 60 * minutes,
  });

export const decisionContextQuery = (useCase: string, id: string) =>
  queryOptions({
    queryKey: ['decision-context', useCase, id],
    queryFn: ({ signal }) => client.decisionContext({ params: { useCase, id } }, signal),
  });

export const counterfactualQuery = (useCase: string, id: string) =>
  queryOptions({
    queryKey: ['counterfactual', useCase, id],
    queryFn: ({ signal }) => client.counterfactual({ params: { useCase, id } }, signal),
    staleTime: 5 * minutes,
  });

export const standingQuery = (useCase: string, id: string) =>
  queryOptions({
    queryKey: ['standing', useCase, id],
    queryFn: ({ signal }) => client.standingOutcome({ params: { useCase, id } }, signal),
  });

export const caseFileQuery = (useCase: string, id: string) =>
  queryOptions({
    queryKey: ['case', useCase, id],
    queryFn: ({ signal }) => client.caseFile({ params: { useCase, id } }, signal),
  });

export const searchQuery = (useCase: string, q: string) =>
  queryOptions({
    queryKey: ['search', useCase, q],
    queryFn: ({ signal }) => client.search({ params: { useCase }, query: { q } }, signal),
    enabled: q.length >= 2,
  });

type PreviewBody = Parameters<Client['preview']>[0]['body'];

export const previewQuery = (useCase: string, record: PreviewBody['record']) =>
  queryOptions({
    queryKey: ['preview', useCase, record],
    queryFn: ({ signal }) => client.preview({ params: { useCase }, body: { record } }, signal),
    retry: false,
  });

export const previewChangeQuery = (useCase: string, record: PreviewBody['record']) =>
  queryOptions({
    queryKey: ['preview-change', useCase, record],
    queryFn: ({ signal }) => client.previewCounterfactual({ params: { useCase }, body: { record } }, signal),
    retry: false,
  });

export const modelsQuery = (useCase: string) =>
  queryOptions({
    queryKey: ['models', useCase],
    queryFn: ({ signal }) => client.models({ params: { useCase } }, signal),
    staleTime: minutes,
  });

export const modelQuery = (useCase: string, version: string) =>
  queryOptions({
    queryKey: ['model', useCase, version],
    queryFn: ({ signal }) => client.model({ params: { useCase, id: version } }, signal),
    staleTime: 5 * minutes,
  });

export const fairnessQuery = (useCase: string, version: string) =>
  queryOptions({
    queryKey: ['fairness', useCase, version],
    queryFn: ({ signal }) => client.fairness({ params: { useCase, id: version } }, signal),
    staleTime: 5 * minutes,
  });

export const datasetsQuery = (useCase: string) =>
  queryOptions({
    queryKey: ['datasets', useCase],
    queryFn: ({ signal }) => client.datasets({ params: { useCase } }, signal),
  });

export const datasetQuery = (useCase: string, version: string) =>
  queryOptions({
    queryKey: ['dataset', useCase, version],
    queryFn: ({ signal }) => client.dataset({ params: { useCase, id: version } }, signal),
  });

export const datasetProfileQuery = (useCase: string, version: string) =>
  queryOptions({
    queryKey: ['dataset-profile', useCase, version],
    queryFn: ({ signal }) => client.datasetProfile({ params: { useCase, id: version } }, signal),
    staleTime: 60 * minutes,
  });

export const datasetDiffQuery = (useCase: string, version: string, since: string) =>
  queryOptions({
    queryKey: ['dataset-diff', useCase, version, since],
    queryFn: ({ signal }) => client.datasetDiff({ params: { useCase, id: version }, query: { since } }, signal),
    staleTime: 60 * minutes,
  });

export const featuresQuery = (useCase: string) =>
  queryOptions({
    queryKey: ['features', useCase],
    queryFn: ({ signal }) => client.features({ params: { useCase } }, signal),
    staleTime: 5 * minutes,
  });
