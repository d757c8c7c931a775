import { SimpleGrid, Text } from '@mantine/core';
import { useMay, useSession, useUseCase } from '../../server/session.ts';
import { useTexts } from '../../text/use-texts.ts';
import { LinkCard } from '../../ui/link-card.tsx';
import { Page } from '../../ui/page.tsx';

/** The start page of roles that do not work the queue. */
export function WhatYouMayDo() {
  const { t, say } = useTexts();
  const useCase = useUseCase();
  const session = useSession();
  const mayScore = useMay('score');
  const mayReadModels = useMay('read-models');
  const params = { useCase: useCase.id };
  return (
    <Page
      title={t('home.title')}
      heading={t('home.greeting', { name: session?.user.name })}
      intro={say(useCase.description)}
    >
      <Text fw={600}>{t('home.noQueueTitle')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {mayScore && (
          <LinkCard to="/casos/$useCase/consultar" params={params}>
            <Way title={t('nav.consult')} hint={t('home.consultHint')} />
          </LinkCard>
        )}
        {mayReadModels && (
          <LinkCard to="/casos/$useCase/modelos" params={params}>
            <Way title={t('nav.models')} hint={t('home.modelsHint')} />
          </LinkCard>
        )}
        <LinkCard to="/casos/$useCase/variables" params={params}>
          <Way title={t('nav.features')} hint={t('home.featuresHint')} />
        </LinkCard>
      </SimpleGrid>
    </Page>
  );
}

function Way({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </>
  );
}
