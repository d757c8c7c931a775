import type { Money, QueueItem, QueueSummary } from '@rikuy/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { client } from '../server/client.ts';
import { queueSummaryQuery } from '../server/queries.ts';

interface RecentOptions {
  /** How many days that have cases, the newest first. */
  readonly days: number;
  /** Milliseconds between looks; false looks once. */
  readonly every?: number | false;
}

/** The summaries of the newest days that have cases, the oldest first; undefined until all are there. */
export function useRecentDays(useCase: string, { days, every = false }: RecentOptions) {
  const newest = useQuery({ ...queueSummaryQuery(useCase), refetchInterval: every });
  return useQueries({
    queries: (newest.data?.days ?? [])
      .slice(0, days)
      .map(day => ({ ...queueSummaryQuery(useCase, { day }), refetchInterval: every })),
    combine: results => ({
      data: newest.data && results.every(({ data }) => data) ? summariesOf(results) : undefined,
      error: newest.error ?? results.find(({ error }) => error)?.error ?? null,
      refetch: newest.refetch,
    }),
  });
}

function summariesOf(results: readonly { readonly data?: QueueSummary }[]): readonly QueueSummary[] {
  return results.flatMap(({ data }) => data ?? []).toReversed();
}

/** The cases of the newest days, those decided last first; undefined until all are there. */
export function useRecentCases(useCase: string, { days, every = false }: RecentOptions) {
  const newest = useQuery({ ...queueSummaryQuery(useCase), refetchInterval: every });
  return useQueries({
    queries: (newest.data?.days ?? []).slice(0, days).map(day => ({
      queryKey: ['cases-of-day', useCase, day],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        client.queue({ params: { useCase }, query: { day, limit: 500 } }, signal),
      refetchInterval: every,
    })),
    combine: results => ({
      data:
        newest.data && results.every(({ data }) => data)
          ? newestFirst(results.flatMap(({ data }) => data?.items ?? []))
          : undefined,
      error: newest.error ?? results.find(({ error }) => error)?.error ?? null,
      refetch: newest.refetch,
    }),
  });
}

export function newestFirst(items: readonly QueueItem[]): readonly QueueItem[] {
  return items.toSorted((one, other) => other.eventTime - one.eventTime);
}

/** The amount that a case is about: its expected value is that times the probability. */
export function amountAtStake({ expectedValue, score }: Pick<QueueItem, 'expectedValue' | 'score'>): Money {
  return { ...expectedValue, amount: score > 0 ? expectedValue.amount / score : 0 };
}

/** How often each rule fired, the most frequent first, with one reason to say it by. */
export function rulesFired(items: readonly QueueItem[]) {
  const fired = items.flatMap(({ reasons }) => reasons.filter(({ kind }) => kind === 'rule'));
  return [...Map.groupBy(fired, ({ code }) => code)]
    .map(([code, reasons]) => ({ code, reason: reasons[0], count: reasons.length }))
    .toSorted((one, other) => other.count - one.count);
}

/** Cases and money by entity, the most money first. */
export function casesByEntity(items: readonly QueueItem[]) {
  return [...Map.groupBy(items, ({ entity }) => entity)]
    .map(([entity, own]) => ({
      entity,
      cases: own.length,
      amount: own.reduce((sum, item) => sum + amountAtStake(item).amount, 0),
      latest: newestFirst(own)[0],
    }))
    .toSorted((one, other) => other.amount - one.amount);
}
