import type { ColumnProfile, DatasetVersion, Profile } from '@rikuy/contracts';
import { Button, Group, List, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { download } from '../../format/csv.ts';
import { client } from '../../server/client.ts';
import { datasetProfileQuery } from '../../server/queries.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { Section } from '../../ui/section.tsx';
import { SpreadChart } from './spread-chart.tsx';

/** What the data look like, column by column, and what is worth knowing of them. */
export function DatasetProfile({ version }: { readonly version: DatasetVersion }) {
  const { t } = useTexts();
  const profile = useQuery(datasetProfileQuery(version.useCase, version.version));
  return (
    <Section title={t('data.profileTitle')} aside={<PageButton version={version} />}>
      <Awaited query={profile} height={480}>
        {found => (
          <>
            <Warnings profile={found} />
            <ColumnTable profile={found} />
          </>
        )}
      </Awaited>
    </Section>
  );
}

function PageButton({ version }: { readonly version: DatasetVersion }) {
  const { t } = useTexts();
  const saving = useMutation({
    mutationFn: () => client.datasetProfilePage({ params: { useCase: version.useCase, id: version.version } }),
    onSuccess: ({ name, html }) => download(name, html, 'text/html'),
  });
  return (
    <Group gap="xs" className="screen-only">
      {saving.error && (
        <Text size="sm" role="alert">
          {saving.error.message}
        </Text>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {t('data.downloadProfile')}
      </Button>
    </Group>
  );
}

function Warnings({ profile }: { readonly profile: Profile }) {
  const { t, say } = useTexts();
  if (profile.warnings.length === 0) return <Text size="sm">{t('data.noWarnings')}</Text>;
  return (
    <List size="sm" mb="sm">
      {profile.warnings.map(({ text }) => (
        <List.Item key={text.es}>{say(text)}</List.Item>
      ))}
    </List>
  );
}

function ColumnTable({ profile }: { readonly profile: Profile }) {
  const { t } = useTexts();
  return (
    <Table.ScrollContainer
      minWidth={720}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('data.columns') } }}
    >
      <Table verticalSpacing="xs" aria-label={t('data.columns')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('data.column')}</Table.Th>
            <Table.Th scope="col" className="numeric">
              {t('data.missing')}
            </Table.Th>
            <Table.Th scope="col" className="numeric">
              {t('data.distinct')}
            </Table.Th>
            <Table.Th scope="col">{t('data.typical')}</Table.Th>
            <Table.Th scope="col">{t('data.spread')}</Table.Th>
            <Table.Th scope="col" className="numeric" title={t('data.aucHint')}>
              {t('data.auc')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {profile.columns.map(column => (
            <ColumnRow key={column.column.name} profiled={column} rows={profile.rows} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ColumnRow({ profiled, rows }: { readonly profiled: ColumnProfile; readonly rows: number }) {
  const { say, format } = useTexts();
  const { column, missing, distinct, labelAuc } = profiled;
  return (
    <Table.Tr>
      <Table.Td>
        {column.title ? say(column.title) : column.name}
        <Text size="xs" c="dimmed" className="identifier">
          {column.name}
        </Text>
      </Table.Td>
      <Table.Td className="numeric">{format.share(rows > 0 ? missing / rows : 0, 1)}</Table.Td>
      <Table.Td className="numeric">{format.integer(distinct)}</Table.Td>
      <Table.Td>
        <Typical profiled={profiled} />
      </Table.Td>
      <Table.Td>
        <SpreadChart profiled={profiled} />
      </Table.Td>
      <Table.Td className="numeric">{format.decimal(labelAuc, 3)}</Table.Td>
    </Table.Tr>
  );
}

/** The median with the middle half, the commonest values, or the first and last day. */
function Typical({ profiled }: { readonly profiled: ColumnProfile }) {
  const { t, format } = useTexts();
  const { column, numbers, categories, times } = profiled;
  if (column.personal) return t('data.personal');
  if (numbers) {
    const at = (p: number) => format.measured(numbers.quantiles.find(quantile => quantile.p === p)?.value, column.unit);
    return t('data.median', { median: at(0.5), low: at(0.25), high: at(0.75) });
  }
  if (times) return `${format.dayOfTime(times.min)} – ${format.dayOfTime(times.max)}`;
  return (categories?.top ?? [])
    .slice(0, 3)
    .map(({ value, rows }) => `${value} (${format.integer(rows)})`)
    .join(', ');
}
