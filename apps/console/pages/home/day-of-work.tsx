import type { QueueSummary } from '@rikuy/contracts';
import { Group, Select, SimpleGrid, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { queueSummaryQuery } from '../../server/queries.ts';
import { useMay, useSession, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Page } from '../../ui/page.tsx';
import { workloadOf } from '../../casework/capacity.ts';
import { CapacityByOffice } from './capacity-by-office.tsx';
import { RevenueByDay } from './revenue-by-day.tsx';
import { TopOfQueue } from './top-of-queue.tsx';
import { VerdictBalance } from './verdict-balance.tsx';
import { OutcomesOfDay } from './outcomes-of-day.tsx';
import { Ways } from './what-you-may-do.tsx';

const page = getRouteApi('/shell/casos/$useCase/inicio');

/** The day's work of whoever works the queue, and for those who run the whole the ways to the rest. */
export function DayOfWork() {
  const { t, format } = useTexts();
  const useCase = useUseCase();
  const session = useSession();
  const { dia } = page.useSearch();
  const summary = useQuery({ ...queueSummaryQuery(useCase.id, { day: dia }), placeholderData: keepPreviousData });
  return (
    <Page
      title={t('home.title')}
      heading={t('home.greeting', { name: session?.user.name })}
      intro={summary.data && summary.data.days.length > 0 && format.longDay(summary.data.day)}
      actions={summary.data && summary.data.days.length > 0 && <DaySelect summary={summary.data} />}
    >
      <Awaited query={summary} height={480}>
        {found =>
          found.days.length === 0 ? (
            <EmptyNotice title={t('queue.emptyDayTitle')} detail={t('queue.emptyDayDetail')} />
          ) : (
            <Day summary={found} />
          )
        }
      </Awaited>
    </Page>
  );
}

function Day({ summary }: { readonly summary: QueueSummary }) {
  const mayAdminister = useMay('administer');
  return (
    <Stack gap="md">
      <DayFigures summary={summary} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {summary.capacity.length > 0 ? (
          <CapacityByOffice entries={summary.capacity} />
        ) : (
          <OutcomesOfDay summary={summary} />
        )}
        <RevenueByDay summary={summary} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <TopOfQueue day={summary.day} />
        <VerdictBalance summary={summary} />
      </SimpleGrid>
      {mayAdminister && <Ways />}
    </Stack>
  );
}

function DaySelect({ summary }: { readonly summary: QueueSummary }) {
  const { t, format } = useTexts();
  const navigate = page.useNavigate();
  return (
    <Group className="screen-only">
      <Select
        aria-label={t('home.day')}
        w={160}
        data={summary.days.map(value => ({ value, label: format.day(value) }))}
        value={summary.day}
        allowDeselect={false}
        onChange={dia => void navigate({ search: { dia: dia ?? undefined } })}
      />
    </Group>
  );
}

function DayFigures({ summary }: { readonly summary: QueueSummary }) {
  const { t, format } = useTexts();
  const { within } = workloadOf(summary.capacity);
  const cases = Object.values(summary.outcomes).reduce((sum, count) => sum + count, 0);
  const hasQuotas = useUseCase().policyKind === 'quotas';
  const { verdicts, confirmed, recovered, expected } = summary;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: 'xs', sm: 'md' }}>
      <KeyFigure
        label={t('home.waiting')}
        value={format.integer(cases - summary.verdicts)}
        hint={hasQuotas ? t('home.waitingHint', { count: within }) : t('home.waitingAll')}
      />
      <KeyFigure label={t('home.expected')} value={format.roundMoney(expected)} hint={t('home.expectedHint')} />
      <KeyFigure label={t('home.recovered')} value={format.roundMoney(recovered)} hint={t('home.recoveredHint')} />
      <KeyFigure
        label={t('home.verdicts')}
        value={format.integer(verdicts)}
        hint={t('home.verdictsHint', {
          confirmed: format.integer(confirmed),
          cleared: format.integer(verdicts - confirmed),
        })}
      />
    </SimpleGrid>
  );
}
