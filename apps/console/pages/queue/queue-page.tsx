import type { QueuePage as QueuePageAnswer } from '@rikuy/contracts';
import { Stack } from '@mantine/core';
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { queueQuery, queueSummaryQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { useOfficeName } from '../../ui/office-name.ts';
import { Page } from '../../ui/page.tsx';
import { CapacityBar } from '../../casework/capacity-bar.tsx';
import { workloadOf } from '../../casework/capacity.ts';
import { KeyLegend } from './key-legend.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';
import { Permitted } from '../../ui/permitted.tsx';

const page = getRouteApi('/shell/casos/$useCase/cola');

/** The day's cases by expected value, under the capacity of each office. */
export function QueuePage() {
  return (
    <Permitted permission="read-queue">
      <Queue />
    </Permitted>
  );
}

function Queue() {
  const { t, format } = useTexts();
  const useCase = useUseCase();
  const { dia, oficina, canal, estado, q } = page.useSearch();
  const nameOf = useOfficeName();
  const summary = useQuery({ ...queueSummaryQuery(useCase.id, { day: dia }), placeholderData: keepPreviousData });
  const day = dia ?? summary.data?.day;
  const queue = useInfiniteQuery({
    ...queueQuery(useCase.id, { day, office: oficina, outcome: canal, status: estado, q }),
    enabled: summary.isFetched,
    placeholderData: keepPreviousData,
    select: flatten,
  });
  const entries = summary.data?.capacity.filter(
    ({ office, outcome }) => (!oficina || office === oficina) && (!canal || outcome === canal),
  );
  return (
    <Page title={t('queue.title')} intro={day && format.longDay(day)} actions={<KeyLegend />}>
      <Stack gap="sm">
        <Awaited query={summary} height={90}>
          {found =>
            found.days.length > 0 && (
              <>
                <CapacityBar
                  title={oficina ? nameOf(oficina) : t('queue.capacityAll')}
                  workload={workloadOf(entries ?? [])}
                />
                <QueueFilters summary={found} />
              </>
            )
          }
        </Awaited>
        <Awaited query={queue} height={420}>
          {({ items, total }) => (
            <QueueList
              items={items}
              total={total}
              day={day}
              isFiltered={Boolean(oficina ?? canal ?? estado ?? q)}
              onNearEnd={() => {
                if (queue.hasNextPage && !queue.isFetchingNextPage) void queue.fetchNextPage();
              }}
              hasMore={queue.hasNextPage}
            />
          )}
        </Awaited>
      </Stack>
    </Page>
  );
}

/** All pages as one list; the cache keeps the result while no page changes. */
function flatten({ pages }: InfiniteData<QueuePageAnswer>) {
  return { items: pages.flatMap(({ items }) => items), total: pages.at(-1)?.total ?? 0 };
}
