import type { ColumnShift, DatasetDiff, DatasetVersion } from '@rikuy/contracts';
import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { datasetDiffQuery, datasetsQuery } from '../../server/queries.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { type Column, NumbersTable } from '../../ui/chart-frame.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

const page = getRouteApi('/shell/casos/$useCase/datos/$version');

/** What changed since another version, the one before unless another is chosen. */
export function DatasetComparison({ version }: { readonly version: DatasetVersion }) {
  const { t } = useTexts();
  const { desde = version.parent ?? undefined } = page.useSearch();
  return (
    <Section title={t('data.compareTitle')}>
      <Stack gap="sm">
        <OtherVersion version={version} chosen={desde} />
        {desde ? <Difference version={version} since={desde} /> : <Text size="sm">{t('data.nothingToCompare')}</Text>}
      </Stack>
    </Section>
  );
}

function OtherVersion({ version, chosen }: { readonly version: DatasetVersion; readonly chosen: string | undefined }) {
  const { t } = useTexts();
  const navigate = page.useNavigate();
  const versions = useQuery(datasetsQuery(version.useCase));
  const others = (versions.data ?? []).map(one => one.version.version).filter(name => name !== version.version);
  if (others.length === 0) return null;
  return (
    <Select
      label={t('data.since')}
      data={others}
      value={chosen ?? null}
      onChange={name => void navigate({ search: { desde: name ?? undefined }, replace: true, resetScroll: false })}
      maw={340}
    />
  );
}

function Difference({ version, since }: { readonly version: DatasetVersion; readonly since: string }) {
  const diff = useQuery(datasetDiffQuery(version.useCase, version.version, since));
  return (
    <Awaited query={diff} height={240}>
      {found => <DifferenceTables diff={found} />}
    </Awaited>
  );
}

function DifferenceTables({ diff }: { readonly diff: DatasetDiff }) {
  const { t, format } = useTexts();
  return (
    <>
      <Facts
        facts={[
          { name: t('data.added'), value: format.integer(diff.added) },
          { name: t('data.removed'), value: format.integer(diff.removed) },
          { name: t('data.changed'), value: format.integer(diff.changed) },
          { name: t('data.unchanged'), value: format.integer(diff.unchanged) },
        ]}
      />
      {diff.schema.length > 0 && (
        <Text size="sm">
          {t('data.schemaChanged', {
            columns: diff.schema.map(({ column, change }) => `${column} (${t(`data.changes.${change}`)})`).join(', '),
          })}
        </Text>
      )}
      {diff.changedColumns.length > 0 && (
        <Text size="sm">
          {t('data.changedColumns', {
            columns: diff.changedColumns.map(({ column, rows }) => `${column} (${format.integer(rows)})`).join(', '),
          })}
        </Text>
      )}
      <Shifts shifts={diff.shifts} />
    </>
  );
}

function Shifts({ shifts }: { readonly shifts: readonly ColumnShift[] }) {
  const { t, format } = useTexts();
  const columns: readonly Column<ColumnShift>[] = [
    { title: t('data.column'), value: ({ column }) => column },
    { title: 'PSI', value: ({ psi }) => psi, text: ({ psi }) => format.decimal(psi, 3), numeric: true },
    { title: 'KS', value: ({ ks }) => ks, text: ({ ks }) => format.decimal(ks, 3), numeric: true },
    {
      title: t('data.missingBefore'),
      value: ({ missingBefore }) => missingBefore,
      text: ({ missingBefore }) => format.share(missingBefore, 1),
      numeric: true,
    },
    {
      title: t('data.missingAfter'),
      value: ({ missingAfter }) => missingAfter,
      text: ({ missingAfter }) => format.share(missingAfter, 1),
      numeric: true,
    },
  ];
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('data.shiftHint')}
      </Text>
      <NumbersTable columns={columns} rows={shifts} caption={t('data.shiftTitle')} />
    </div>
  );
}
