import type { ModelManifest } from '@rikuy/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { modelQuery, modelsQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { NumbersTable } from '../../ui/chart-frame.tsx';
import { Section } from '../../ui/section.tsx';

const versionsShown = 12;

/** How the share of approvals changed from one model version to the next; only of versions whose groups were assessed. */
export function Approvals() {
  const { t, format } = useTexts();
  const { id } = useUseCase();
  const models = useQuery(modelsQuery(id));
  const manifests = useQueries({
    queries: (models.data ?? []).slice(0, versionsShown).map(({ version }) => modelQuery(id, version)),
    combine: results => results.flatMap(({ data }) => (data?.fairness?.length ? [data] : [])),
  });
  if (models.data && manifests.length === 0) return null;
  return (
    <Awaited query={models} height={120}>
      {() => (
        <Section title={t('start.approvalsTitle')}>
          <NumbersTable
            caption={t('start.approvalsTitle')}
            rows={manifests}
            columns={[
              { title: t('models.version'), value: row => row.version },
              {
                title: t('models.created'),
                value: row => row.createdAt,
                text: row => format.dayOfTime(Date.parse(row.createdAt)),
              },
              {
                title: t('start.approved'),
                value: approvalShare,
                text: row => format.share(approvalShare(row), 1),
                numeric: true,
              },
            ]}
          />
        </Section>
      )}
    </Awaited>
  );
}

/** Over all groups of the first grouping, which divides all rows. */
function approvalShare({ fairness = [] }: ModelManifest): number {
  const groups = fairness[0]?.groups ?? [];
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  return groups.reduce((sum, group) => sum + group.rows * group.favourable.value, 0) / rows;
}
