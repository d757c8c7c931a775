import type { ModelSummary } from '@rikuy/contracts';
import { Anchor, Paper, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { modelsQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { FigureText } from '../../ui/figure-text.tsx';
import { Page } from '../../ui/page.tsx';
import { StageBadge } from '../../ui/stage-badge.tsx';
import { Permitted } from '../../ui/permitted.tsx';

/** The registered models with their stage and how well they tell apart. */
export function ModelsPage() {
  return (
    <Permitted permission="read-models">
      <Models />
    </Permitted>
  );
}

function Models() {
  const { t } = useTexts();
  const useCase = useUseCase();
  const models = useQuery(modelsQuery(useCase.id));
  return (
    <Page title={t('models.title')}>
      <Awaited query={models} height={240}>
        {found =>
          found.length === 0 ? (
            <EmptyNotice title={t('models.empty')} detail={t('models.emptyDetail')} />
          ) : (
            <ModelTable models={found} />
          )
        }
      </Awaited>
    </Page>
  );
}

function ModelTable({ models }: { readonly models: readonly ModelSummary[] }) {
  const { t } = useTexts();
  return (
    <Paper withBorder>
      <Table.ScrollContainer
        minWidth={720}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('models.title') } }}
      >
        <Table highlightOnHover verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('models.version')}</Table.Th>
              <Table.Th scope="col">{t('models.stage')}</Table.Th>
              <Table.Th scope="col">{t('models.chosen')}</Table.Th>
              <Table.Th scope="col">{t('models.rocAuc')}</Table.Th>
              <Table.Th scope="col">{t('models.averagePrecision')}</Table.Th>
              <Table.Th scope="col">{t('models.created')}</Table.Th>
              <Table.Th scope="col">{t('models.createdBy')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {models.map(model => (
              <ModelRow key={model.version} model={model} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function ModelRow({ model }: { readonly model: ModelSummary }) {
  const { format } = useTexts();
  const useCase = useUseCase();
  const { version, stage, chosen, rocAuc, averagePrecision, createdAt, createdBy } = model;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          className="identifier"
          renderRoot={props => (
            <Link {...props} to="/casos/$useCase/modelos/$version" params={{ useCase: useCase.id, version }} />
          )}
        >
          {version}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <StageBadge stage={stage} />
      </Table.Td>
      <Table.Td>{chosen}</Table.Td>
      <Table.Td>
        <FigureText figure={rocAuc} text={value => format.decimal(value, 3)} />
      </Table.Td>
      <Table.Td>
        <FigureText figure={averagePrecision} text={value => format.decimal(value, 3)} />
      </Table.Td>
      <Table.Td>{format.dateTime(Date.parse(createdAt))}</Table.Td>
      <Table.Td>{createdBy}</Table.Td>
    </Table.Tr>
  );
}
