import { Stack, Text } from '@mantine/core';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { CapacityBar, CapacityLegend } from '../../casework/capacity-bar.tsx';
import { ChartFrame, type Column } from '../../ui/chart-frame.tsx';
import { useOfficeName, useOfficeTitle } from '../../ui/office-name.ts';
import { byOffice, type CapacityEntry, workloadOf } from '../../casework/capacity.ts';

/** How far each office's inspectors get today. */
export function CapacityByOffice({ entries }: { readonly entries: readonly CapacityEntry[] }) {
  const { t } = useTexts();
  const { id } = useUseCase();
  const nameOf = useOfficeName();
  const columns = useCapacityColumns();
  return (
    <ChartFrame question={t('home.capacityTitle')} columns={columns} rows={entries} file={`${id}-capacity`}>
      {entries.length === 0 && <Text c="dimmed">{t('home.noCapacity')}</Text>}
      <Stack gap="md">
        {byOffice(entries).map(([office, own]) => (
          <CapacityBar key={office} title={nameOf(office)} workload={workloadOf(own)} />
        ))}
      </Stack>
      {entries.length > 0 && <CapacityLegend />}
    </ChartFrame>
  );
}

function useCapacityColumns(): readonly Column<CapacityEntry>[] {
  const { t } = useTexts();
  const office = useOfficeTitle();
  return [
    { title: office, value: row => row.office },
    { title: t('home.columnOutcome'), value: row => row.outcome },
    { title: t('home.columnCapacity'), value: row => row.capacity, numeric: true },
    { title: t('home.columnDone'), value: row => row.done, numeric: true },
    { title: t('home.columnWaiting'), value: row => row.waiting, numeric: true },
  ];
}
