import type { DatasetSummary } from '@rikuy/contracts';
import { Anchor, Button, Paper, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../../server/client.ts';
import { datasetsQuery } from '../../server/queries.ts';
import { useMay, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Permitted } from '../../ui/permitted.tsx';
import { QualityBadge } from './quality-badge.tsx';

/** The versions of the data, whether they may be trusted, and who learned from them. */
export function DataPage() {
  return (
    <Permitted permission="read-data">
      <Versions />
    </Permitted>
  );
}

function Versions() {
  const { t } = useTexts();
  const useCase = useUseCase();
  const versions = useQuery(datasetsQuery(useCase.id));
  const mayTake = useMay('train-models');
  const taking = useTakeDataset();
  const take = mayTake && (
    <Button onClick={() => taking.mutate()} loading={taking.isPending} variant="light">
      {t('data.take')}
    </Button>
  );
  return (
    <Page title={t('data.title')} intro={t('data.intro')} actions={take}>
      {taking.error && <FailureNotice error={taking.error} onRetry={() => taking.mutate()} />}
      <Awaited query={versions} height={240}>
        {found =>
          found.length === 0 ? (
            <EmptyNotice title={t('data.empty')} detail={t('data.emptyDetail')} />
          ) : (
            <VersionTable versions={found} />
          )
        }
      </Awaited>
    </Page>
  );
}

function useTakeDataset() {
  const queryClient = useQueryClient();
  const { id } = useUseCase();
  return useMutation({
    mutationFn: () => client.takeDataset({ params: { useCase: id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: datasetsQuery(id).queryKey }),
  });
}

function VersionTable({ versions }: { readonly versions: readonly DatasetSummary[] }) {
  const { t } = useTexts();
  return (
    <Paper withBorder>
      <Table.ScrollContainer
        minWidth={720}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('data.title') } }}
      >
        <Table highlightOnHover verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('data.version')}</Table.Th>
              <Table.Th scope="col">{t('data.quality')}</Table.Th>
              <Table.Th scope="col" className="numeric">
                {t('data.events')}
              </Table.Th>
              <Table.Th scope="col" className="numeric">
                {t('data.labels')}
              </Table.Th>
              <Table.Th scope="col">{t('data.until')}</Table.Th>
              <Table.Th scope="col">{t('data.created')}</Table.Th>
              <Table.Th scope="col" className="numeric">
                {t('data.models')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {versions.map(version => (
              <VersionRow key={version.version.version} summary={version} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function VersionRow({ summary }: { readonly summary: DatasetSummary }) {
  const { format } = useTexts();
  const useCase = useUseCase();
  const { version, quality, models } = summary;
  const { events, labels, lastEventTime, createdAt } = version;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          className="identifier"
          renderRoot={props => (
            <Link
              {...props}
              to="/casos/$useCase/datos/$version"
              params={{ useCase: useCase.id, version: version.version }}
            />
          )}
        >
          {version.version}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <QualityBadge status={quality} />
      </Table.Td>
      <Table.Td className="numeric">{format.integer(events)}</Table.Td>
      <Table.Td className="numeric">{format.integer(labels)}</Table.Td>
      <Table.Td>{format.dayOfTime(lastEventTime)}</Table.Td>
      <Table.Td>{format.dateTime(Date.parse(createdAt))}</Table.Td>
      <Table.Td className="numeric">{format.integer(models.length)}</Table.Td>
    </Table.Tr>
  );
}
