import type { DatasetVersion, QualityReport } from '@rikuy/contracts';
import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { datasetQuery } from '../../server/queries.ts';
import { useMay, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { AwaitedPage } from '../../ui/awaited-page.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Identifier } from '../../ui/identifier.tsx';
import { Page } from '../../ui/page.tsx';
import { Permitted } from '../../ui/permitted.tsx';
import { Section } from '../../ui/section.tsx';
import { DatasetComparison } from './dataset-comparison.tsx';
import { DatasetProfile } from './dataset-profile.tsx';
import { QualityBadge } from './quality-badge.tsx';
import { QualityChecks } from './quality-checks.tsx';

const page = getRouteApi('/shell/casos/$useCase/datos/$version');

/** One version of the data: whether it may be trusted, what it looks like, where it is from, what changed. */
export function DatasetPage() {
  return (
    <Permitted permission="read-data">
      <Dataset />
    </Permitted>
  );
}

function Dataset() {
  const { t } = useTexts();
  const { version: name } = page.useParams();
  const useCase = useUseCase();
  const dataset = useQuery(datasetQuery(useCase.id, name));
  return (
    <AwaitedPage title={t('data.versionTitle')} query={dataset}>
      {({ version, quality, models }) => (
        <Page
          title={t('data.versionTitle')}
          intro={<Identifier>{version.version}</Identifier>}
          actions={
            <Anchor
              size="sm"
              renderRoot={props => <Link {...props} to="/casos/$useCase/datos" params={{ useCase: useCase.id }} />}
            >
              {t('data.back')}
            </Anchor>
          }
        >
          <Stack gap="md">
            <Quality quality={quality} />
            <Origin version={version} models={models} />
            <DatasetProfile version={version} />
            <DatasetComparison version={version} />
          </Stack>
        </Page>
      )}
    </AwaitedPage>
  );
}

function Quality({ quality }: { readonly quality: QualityReport | null }) {
  const { t } = useTexts();
  return (
    <Section title={t('data.qualityTitle')} aside={<QualityBadge status={quality?.status ?? null} />}>
      {quality ? <QualityChecks report={quality} /> : t('data.notAssessedDetail')}
    </Section>
  );
}

interface OriginProps {
  readonly version: DatasetVersion;
  readonly models: readonly string[];
}

/** Where it is from, what it was before, and who learned from it. */
function Origin({ version, models }: OriginProps) {
  const { t, format } = useTexts();
  const { source, events, labels, positives, firstEventTime, lastEventTime, parent, sha256 } = version;
  return (
    <Section title={t('data.originTitle')}>
      <Facts
        facts={[
          { name: t('data.events'), value: format.integer(events) },
          { name: t('data.labels'), value: format.integer(labels), hint: t('data.labelsHint') },
          { name: t('data.positives'), value: format.integer(positives) },
          {
            name: t('data.period'),
            value: `${format.dayOfTime(firstEventTime)} – ${format.dayOfTime(lastEventTime)}`,
          },
          { name: t('data.source'), value: sourceText(source, t, format.integer) },
          { name: t('data.created'), value: format.dateTime(Date.parse(version.createdAt)) },
          { name: t('data.createdBy'), value: version.createdBy },
          { name: t('data.parent'), value: parent ? <VersionLink version={parent} /> : t('common.none') },
          { name: t('data.models'), value: <ModelLinks versions={models} /> },
          { name: t('data.bytes'), value: `${format.plain(bytesOf(version) / 1e6)} MB` },
          { name: t('data.hash'), value: <Identifier shown={sha256.slice(0, 16)}>{sha256}</Identifier> },
        ]}
      />
    </Section>
  );
}

function bytesOf({ tables }: DatasetVersion): number {
  return tables.reduce((sum, { bytes }) => sum + bytes, 0);
}

function sourceText(
  source: DatasetVersion['source'],
  t: ReturnType<typeof useTexts>['t'],
  integer: (value: number) => string,
): string {
  return source.kind === 'log'
    ? t('data.sourceLog', { from: integer(source.fromSequence), to: integer(source.toSequence) })
    : t('data.sourceFile', { name: source.name, accepted: integer(source.accepted), read: integer(source.read) });
}

function VersionLink({ version }: { readonly version: string }) {
  const { id } = useUseCase();
  return (
    <Anchor
      inherit
      underline="always"
      className="identifier"
      renderRoot={props => <Link {...props} to="/casos/$useCase/datos/$version" params={{ useCase: id, version }} />}
    >
      {version}
    </Anchor>
  );
}

function ModelLinks({ versions }: { readonly versions: readonly string[] }) {
  const { t } = useTexts();
  const { id } = useUseCase();
  const mayRead = useMay('read-models');
  if (versions.length === 0) return t('common.none');
  return versions.map((version, index) => (
    <Fragment key={version}>
      {index > 0 && ', '}
      {mayRead ? (
        <Anchor
          inherit
          underline="always"
          className="identifier"
          renderRoot={props => (
            <Link {...props} to="/casos/$useCase/modelos/$version" params={{ useCase: id, version }} />
          )}
        >
          {version}
        </Anchor>
      ) : (
        <span className="identifier">{version}</span>
      )}
    </Fragment>
  ));
}
