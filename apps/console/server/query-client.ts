import { ProblemError } from '@rikuy/contracts';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionQuery } from './queries.ts';

/** The cache of answers. A session that has ended is noticed at the first refused call. */
export function createQueryClient(): QueryClient {
  const queryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: error => {
        if (statusOf(error) === 401) queryClient.setQueryData(sessionQuery.queryKey, null);
      },
    }),
    defaultOptions: {
      queries: {
        // Errors are told at once; only a silent network or a server that is starting is asked again.
        retry: (attempts, error) => attempts < 2 && (statusOf(error) ?? 503) >= 502,
        networkMode: 'always',
        staleTime: 10_000,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return queryClient;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof ProblemError ? error.problem.status : undefined;
}
