import type { QueueSummary } from '@rikuy/contracts';
import { Group } from '@mantine/core';
import { StackedDayBars } from '../../charts/stacked-day-bars.tsx';
import { useRecentDays } from '../../casework/recent-cases.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { OutcomeChip } from '../../ui/outcome-chip.tsx';

const daysShown = 21;

/** What was decided day by day, of what somebody reviews. */
export function OutcomeTrend() {
  const { t } = useTexts();
  const { id } = useUseCase();
  const recent = useRecentDays(id, { days: daysShown });
  return (
    <Awaited query={recent} height={300}>
      {days =>
        days.length === 0 ? (
          <EmptyNotice title={t('queue.emptyDayTitle')} detail={t('queue.emptyDayDetail')} />
        ) : (
          <Trend days={days} />
        )
      }
    </Awaited>
  );
}

function Trend({ days }: { readonly days: readonly QueueSummary[] }) {
  const { t, say, format } = useTexts();
  const useCase = useUseCase();
  const worked = useCase.outcomes.filter(({ code }) => days.some(({ outcomes }) => (outcomes[code] ?? 0) > 0));
  const columns: readonly Column<QueueSummary>[] = [
    { title: t('home.columnDay'), value: row => row.day, text: row => format.day(row.day) },
    ...worked.map(({ code, title }) => ({
      title: say(title),
      value: (row: QueueSummary) => row.outcomes[code] ?? 0,
      numeric: true,
    })),
  ];
  const total = (day: QueueSummary) => Object.values(day.outcomes).reduce((sum, count) => sum + count, 0);
  return (
    <ChartFrame question={t('start.trendTitle')} columns={columns} rows={days} file={`${useCase.id}-outcomes`}>
      <StackedDayBars
        bars={days.map(day => ({
          key: day.day,
          label: format.shortDay(day.day),
          parts: worked.map(({ code, tone }) => ({ tone, value: day.outcomes[code] ?? 0 })),
          hint: `${format.day(day.day)}: ${worked.map(({ code, title }) => `${say(title)} ${format.integer(day.outcomes[code] ?? 0)}`).join(', ')}`,
        }))}
        axis={format.integer}
        summary={t('start.trendSummary', {
          cases: format.integer(days.reduce((sum, day) => sum + total(day), 0)),
          days: days.length,
        })}
      />
      <Group gap="xs" mt="xs">
        {worked.map(({ code }) => (
          <OutcomeChip key={code} useCase={useCase} outcome={code} />
        ))}
      </Group>
    </ChartFrame>
  );
}
