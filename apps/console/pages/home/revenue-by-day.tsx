import type { QueueSummary } from '@rikuy/contracts';
import { Text } from '@mantine/core';
import { DayBars } from '../../charts/day-bars.tsx';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';

type Day = QueueSummary['recoveredByDay'][number];

/** What the verdicts of the last 30 days brought back. */
export function RevenueByDay({ summary }: { readonly summary: QueueSummary }) {
  const { t, format } = useTexts();
  const { id } = useUseCase();
  const { recoveredByDay: days, recovered } = summary;
  const columns = useDayColumns();
  const { currency } = recovered;
  const total = days.reduce((sum, { amount }) => sum + amount, 0);
  const verdicts = days.reduce((sum, day) => sum + day.verdicts, 0);
  const answer = t('home.revenueTotal', {
    amount: format.roundMoney({ amount: total, currency }),
    days: days.length,
    verdicts: format.integer(verdicts),
  });
  return (
    <ChartFrame question={t('home.revenueTitle')} columns={columns} rows={days} file={`${id}-recovered`}>
      <Text size="sm" c="dimmed" mb="xs">
        {verdicts === 0 ? t('home.revenueEmpty') : answer}
      </Text>
      {verdicts > 0 && (
        <DayBars
          bars={days.map(({ day, amount }) => ({
            key: day,
            label: format.shortDay(day),
            value: amount,
            hint: `${format.day(day)}: ${format.money({ amount, currency })}`,
          }))}
          axis={amount => format.roundMoney({ amount, currency })}
          summary={answer}
        />
      )}
    </ChartFrame>
  );
}

function useDayColumns(): readonly Column<Day>[] {
  const { t, format } = useTexts();
  return [
    { title: t('home.columnDay'), value: row => row.day, text: row => format.day(row.day) },
    { title: t('home.columnAmount'), value: row => row.amount, text: row => format.decimal(row.amount), numeric: true },
    { title: t('home.columnVerdicts'), value: row => row.verdicts, numeric: true },
    { title: t('home.columnConfirmed'), value: row => row.confirmed, numeric: true },
  ];
}
