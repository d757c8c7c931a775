import type { FeatureDescription } from '@rikuy/contracts';
import { Anchor, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { featuresQuery } from '../../server/queries.ts';
import { useMay, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { AwaitedPage } from '../../ui/awaited-page.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FeatureLink } from '../../ui/feature-link.tsx';
import { Identifier } from '../../ui/identifier.tsx';
import { Page } from '../../ui/page.tsx';
import { usePatternTitle } from '../../ui/pattern-title.ts';
import { Section } from '../../ui/section.tsx';

const page = getRouteApi('/shell/casos/$useCase/variables/$name');

/** One feature: its formula, its reason, where it comes from, who uses it. */
export function FeaturePage() {
  const { t } = useTexts();
  const { name } = page.useParams();
  const useCase = useUseCase();
  const features = useQuery(featuresQuery(useCase.id));
  return (
    <AwaitedPage title={name} query={features}>
      {found => {
        const feature = found.find(other => other.name === name);
        return feature ? (
          <Definition feature={feature} all={found} />
        ) : (
          <Page title={t('features.unknown', { name })} />
        );
      }}
    </AwaitedPage>
  );
}

interface DefinitionProps {
  readonly feature: FeatureDescription;
  readonly all: readonly FeatureDescription[];
}

function Definition({ feature, all }: DefinitionProps) {
  const { t, say } = useTexts();
  const useCase = useUseCase();
  return (
    <Page
      title={say(feature.title)}
      intro={<Identifier>{feature.name}</Identifier>}
      actions={
        <Anchor
          size="sm"
          renderRoot={props => <Link {...props} to="/casos/$useCase/variables" params={{ useCase: useCase.id }} />}
        >
          {t('features.back')}
        </Anchor>
      }
    >
      <Stack gap="md" maw={860}>
        <Text>{say(feature.description)}</Text>
        <Section title={t('features.formula')}>
          <Code block style={{ whiteSpace: 'pre-wrap' }}>
            {feature.formula}
          </Code>
        </Section>
        <Section title={t('features.justification')}>
          <Text>{say(feature.justification)}</Text>
        </Section>
        <Section title={t('features.sources')}>
          <Lineage feature={feature} all={all} />
        </Section>
      </Stack>
    </Page>
  );
}

function Lineage({ feature, all }: DefinitionProps) {
  const { t } = useTexts();
  const titleOf = usePatternTitle();
  const users = all.filter(({ features }) => features.includes(feature.name)).map(({ name }) => name);
  return (
    <Facts
      facts={[
        { name: t('features.sources'), value: <Names names={feature.sources} /> },
        { name: t('features.madeFrom'), value: <FeatureNames names={feature.features} /> },
        { name: t('features.usedBy'), value: <FeatureNames names={users} /> },
        { name: t('features.models'), value: <ModelNames feature={feature} /> },
        { name: t('features.unit'), value: feature.unit ? t(`units.${feature.unit}`) : '—' },
        { name: t('features.kind'), value: t(`features.kinds.${feature.kind}`) },
        { name: t('features.pattern'), value: feature.pattern ? titleOf(feature.pattern) : '—' },
        { name: t('features.owner'), value: feature.owner },
        { name: t('features.version'), value: feature.version },
        ...(feature.replaces === null
          ? []
          : [{ name: t('features.replaces'), value: <FeatureNames names={[feature.replaces]} /> }]),
        ...(feature.replacedBy === null
          ? []
          : [{ name: t('features.replacedBy'), value: <FeatureNames names={[feature.replacedBy]} /> }]),
        ...(feature.sequence === null
          ? []
          : [{ name: t('features.inSequence'), value: t('features.step', feature.sequence) }]),
      ]}
    />
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return <span className="identifier">{names.length === 0 ? '—' : names.join(', ')}</span>;
}

function FeatureNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return '—';
  return (
    <Group gap={6} justify="flex-end">
      {names.map(name => (
        <span key={name} className="identifier">
          <FeatureLink name={name}>{name}</FeatureLink>
        </span>
      ))}
    </Group>
  );
}

/** With where each stands: what the one in force decides rests on the feature. */
function ModelNames({ feature }: { readonly feature: FeatureDescription }) {
  const { models: versions, modelStages } = feature;
  const { t } = useTexts();
  const { id } = useUseCase();
  const mayRead = useMay('read-models');
  if (versions.length === 0) return t('features.noModels');
  if (!mayRead) return <Names names={versions} />;
  return versions.map((version, index) => (
    <Fragment key={version}>
      {index > 0 && ', '}
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
      {modelStages[version] && ` (${t(`models.stages.${modelStages[version]}`)})`}
    </Fragment>
  ));
}
