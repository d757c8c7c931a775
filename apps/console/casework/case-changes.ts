import type { CaseFile, QueueItem, QueuePage } from '@rikuy/contracts';
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../server/client.ts';

/** Shows a changed case everywhere at once: in the loaded queue, on its page, and in the day's figures. */
export function showChangedCase(queryClient: QueryClient, changed: CaseFile): void {
  queryClient.setQueriesData<InfiniteData<QueuePage>>(
    { queryKey: ['queue', changed.useCase] },
    data => data && withCase(data, changed),
  );
  queryClient.setQueryData(['case', changed.useCase, changed.id], changed);
  void queryClient.invalidateQueries({ queryKey: ['queue-summary', changed.useCase] });
  void queryClient.invalidateQueries({ queryKey: ['decision-context', changed.useCase, changed.decisionId] });
}

function withCase(data: InfiniteData<QueuePage>, changed: CaseFile): InfiniteData<QueuePage> {
  const update = (item: QueueItem): QueueItem =>
    item.caseId === changed.id ? { ...item, ...shownInQueue(changed) } : item;
  return { ...data, pages: data.pages.map(page => ({ ...page, items: page.items.map(update) })) };
}

function shownInQueue({ status, assignee, revision, verdicts }: CaseFile): Partial<QueueItem> {
  return { status, assignee, revision, label: verdicts.at(-1)?.label ?? null };
}

interface Claim {
  readonly useCase: string;
  readonly caseId: string;
  readonly revision: number;
  readonly release: boolean;
}

/** Takes a case or gives it back. */
export function useClaim() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ useCase, caseId, revision, release }: Claim) =>
      client.claimCase({ params: { useCase, id: caseId }, body: { revision, release } }),
    onSuccess: changed => showChangedCase(queryClient, changed),
    // Somebody was faster: show how the case stands now.
    onError: (_, { useCase, caseId }) => {
      void queryClient.invalidateQueries({ queryKey: ['case', useCase, caseId] });
      void queryClient.invalidateQueries({ queryKey: ['queue', useCase] });
    },
  });
}
