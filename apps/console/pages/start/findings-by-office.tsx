import { useQueries, useQuery } from '@tanstack/react-query';
import { Text } from '@mantine/core';
import { BarRow } from '../../charts/bar-row.tsx';
import { queueSummaryQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { ChartFrame } from '../../ui/chart-frame.tsx';
import { useOfficeName, useOfficeTitle } from '../../ui/office-name.ts';

const officesShown = 24;

/** What the verdicts of the last 30 days found, by office and by month. */
export function FindingsByOffice() {
  const { t, format } = useTexts();
  const { id, currency } = useUseCase();
  const nameOf = useOfficeName();
  const title = useOfficeTitle();
  const { data: all } = useQuery(queueSummaryQuery(id));
  const offices = useQueries({
    queries: (all?.offices ?? []).slice(0, officesShown).map(office => queueSummaryQuery(id, { office })),
    combine: results =>
      results.flatMap(({ data }, position) =>
        data ? [{ office: all!.offices[position], ...totalsOf(data.recoveredByDay) }] : [],
      ),
  });
  const worked = offices.filter(({ verdicts }) => verdicts > 0).toSorted((one, other) => other.amount - one.amount);
  const most = worked[0]?.amount || 1;
  const inMoney = (amount: number) => format.roundMoney({ amount, currency });
  return (
    <ChartFrame
      question={t('start.byOfficeTitle', { office: title })}
      columns={[
        { title, value: row => row.office, text: row => nameOf(row.office) },
        { title: t('home.columnVerdicts'), value: row => row.verdicts, numeric: true },
        { title: t('home.columnConfirmed'), value: row => row.confirmed, numeric: true },
        { title: t('home.columnAmount'), value: row => row.amount, text: row => inMoney(row.amount), numeric: true },
      ]}
      rows={worked}
      file={`${id}-by-office`}
    >
      {worked.length === 0 && <Text c="dimmed">{t('home.balanceEmpty')}</Text>}
      {worked.map(({ office, verdicts, confirmed, amount }) => (
        <BarRow
          key={office}
          title={nameOf(office)}
          hint={t('start.officeVerdicts', { verdicts: format.integer(verdicts), confirmed: format.integer(confirmed) })}
          value={amount / most}
          text={inMoney(amount)}
        />
      ))}
    </ChartFrame>
  );
}

interface DayFound {
  readonly amount: number;
  readonly verdicts: number;
  readonly confirmed: number;
}

function totalsOf(days: readonly DayFound[]): DayFound {
  return days.reduce(
    (total, day) => ({
      amount: total.amount + day.amount,
      verdicts: total.verdicts + day.verdicts,
      confirmed: total.confirmed + day.confirmed,
    }),
    { amount: 0, verdicts: 0, confirmed: 0 },
  );
}
