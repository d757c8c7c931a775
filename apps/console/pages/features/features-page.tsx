import type { FeatureDescription } from '@rikuy/contracts';
import { Badge, Group, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { featuresQuery } from '../../server/queries.ts';
import { useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { Awaited } from '../../ui/awaited.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { LinkCard } from '../../ui/link-card.tsx';
import { Page } from '../../ui/page.tsx';
import { usePatternTitle } from '../../ui/pattern-title.ts';
import { searchFeatures } from './search-features.ts';

const page = getRouteApi('/shell/casos/$useCase/variables');

/** The catalogue: what the models look at, how it is computed, and why. */
export function FeaturesPage() {
  const { t } = useTexts();
  const useCase = useUseCase();
  const features = useQuery(featuresQuery(useCase.id));
  return (
    <Page title={t('features.title')} intro={t('features.intro')}>
      <Awaited query={features} height={480}>
        {found => <Catalogue features={found} />}
      </Awaited>
    </Page>
  );
}

function Catalogue({ features }: { readonly features: readonly FeatureDescription[] }) {
  const { t, language } = useTexts();
  const { q = '', maniobra } = page.useSearch();
  const found = searchFeatures(features, { q, pattern: maniobra, language });
  return (
    <>
      <CatalogueFilters features={features} />
      <Text size="sm" c="dimmed" role="status">
        {t('features.count', { count: found.length })}
      </Text>
      {found.length === 0 && <EmptyNotice title={t('features.empty')} detail={t('features.emptyDetail')} />}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {found.map(feature => (
          <FeatureCard key={feature.name} feature={feature} />
        ))}
      </SimpleGrid>
    </>
  );
}

function CatalogueFilters({ features }: { readonly features: readonly FeatureDescription[] }) {
  const { t } = useTexts();
  const titleOf = usePatternTitle();
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const narrow = (change: typeof search) => void navigate({ search: { ...search, ...change }, replace: true });
  const patterns = [...new Set(features.flatMap(({ pattern }) => pattern ?? []))];
  return (
    <Group gap="xs" role="search">
      <TextInput
        flex="1 1 16rem"
        maw={420}
        aria-label={t('features.find')}
        placeholder={t('features.find')}
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={search.q ?? ''}
        onChange={event => narrow({ q: event.currentTarget.value || undefined })}
      />
      <Select
        flex="1 1 12rem"
        maw={320}
        aria-label={t('features.pattern')}
        placeholder={t('features.pattern')}
        clearable
        data={patterns.map(value => ({ value, label: titleOf(value) }))}
        value={search.maniobra ?? null}
        onChange={value => narrow({ maniobra: value ?? undefined })}
      />
    </Group>
  );
}

function FeatureCard({ feature }: { readonly feature: FeatureDescription }) {
  const { t, say } = useTexts();
  const { id } = useUseCase();
  const titleOf = usePatternTitle();
  return (
    <LinkCard to="/casos/$useCase/variables/$name" params={{ useCase: id, name: feature.name }}>
      <Text fw={600}>{say(feature.title)}</Text>
      <Text size="xs" className="identifier" c="dimmed">
        {feature.name}
      </Text>
      <Text size="sm" lineClamp={3} my="xs">
        {say(feature.description)}
      </Text>
      <Group gap={6} mt="auto">
        <Badge variant="default" tt="none" fw={500}>
          {feature.unit ? t(`units.${feature.unit}`) : t(`features.kinds.${feature.kind}`)}
        </Badge>
        {feature.pattern && (
          <Badge variant="light" tt="none" fw={500} maw="100%">
            {titleOf(feature.pattern)}
          </Badge>
        )}
      </Group>
    </LinkCard>
  );
}
